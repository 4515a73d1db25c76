"""Small deliveries in the forms of single cities, in exchange formats and laid out for print, one for each issue."""

import json

from tests.factories.deliveries import Sample, text, workbook

LOR = "ZEIT;RAUMID;BEZ;PGR;BZR;PLR;STADTRAUM;MH_E;HK_EU27\n"
LOR_ROW = "201212;01011101;01;01;11;01;1;9;4\n"

PX = """CHARSET="ANSI";
MATRIX="quoten";
TITLE="Quoten "
"nach Geschlecht";
UNITS="Prozent";
STUB="Land","Geschlecht";
HEADING="Jahr";
VALUES("Land")="Niedersachsen";
CODES("Land")="03";
MAP("Land")="karte";
VALUES("Geschlecht")="Frauen","Männer";
VALUES("Jahr")="2023","2024";
DATA=
12.5 ".."
7 0;
"""

SDMX = (
    "DATAFLOW,LAST UPDATE,freq,unit,sex,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"
    "A:QUOTEN(1.0),2026-01-02,A,Prozent,Frauen,03,2023,12.5,,\n"
    "A:QUOTEN(1.0),2026-01-02,A,Prozent,Frauen,03,2024,,,C\n"
)

_ATLAS_2014_HEADS = (
    "INDIKATOR_GRUPPE", "INDIKATOR_BEZEICHNUNG", "INDIKATOR_AUSPRAEGUNG", "INDIKATOR_WERT",
    *(f"BASISWERT_{n}" for n in range(1, 6)), *(f"NAME_BASISWERT_{n}" for n in range(1, 6)),
    "JAHR", "GLIEDERUNG", "NUMMER", "NAME",
)  # fmt: skip


def atlas_2014(*rows: tuple[str, str, str, str, str]) -> str:
    """An atlas as of 2014: rows of value, numerator, denominator, number and name of the area."""
    lines = [",".join(f'"{head}"' for head in _ATLAS_2014_HEADS)]
    for value, above, below, number, name in rows:
        cells = ("Bevölkerung", "Ausländeranteil", "insgesamt", value, above, below, "", "", "",
                 "Ausländische Bevölkerung", "Bevölkerung", "", "", "", "2013", "Stadtbezirk",
                 number, name)  # fmt: skip
        lines.append(",".join(f'"{cell}"' for cell in cells))
    return "\r\n".join(lines) + "\r\n"


def atlas_2025(*rows: str) -> str:
    """An atlas as of 2025: rows of area, value and two base values, as R writes them."""
    heads = ["Indikator", "Ausprägung", "Jahr", "Raumbezug", "Indikatorwert", *(f"Basiswert.{n}" for n in range(1, 6))]
    heads += [f"Name.Basiswert.{n}" for n in range(1, 6)]
    lines = [",".join(f'"{head}"' for head in heads)]
    for row in rows:
        area, value, above, below = row.split(";")
        lines.append(
            f'"Ausländeranteil","deutsch",2024,"{area}",{value},{above},{below},NA,NA,NA,"Teil","Ganzes",NA,NA,NA'
        )
    return "\n".join(lines) + "\n"


PRINTED: list[list[object]] = [["Land", "Jahr", "Anzahl"], ["Hessen", 2024, 5]]
STACKED: list[list[object]] = [["Land", "Jahr", "Prozent"], ["Hessen", 2024, 5]]

PROFILE = """
name = "Bestand"
messgroesse = "bestand"
einheit = "Anzahl"

[spalten]
gebiet = "Kreis"
zeitraum = "Jahr"
wert = "Bestand"
merkmale = ["Geschlecht"]
"""
UNKNOWN = "Kreis;Jahr;Geschlecht;Bestand\n03153;2024;Frauen;12\n03153;2024;Männer;13\n"


def profiled(code: str, content: str, profile: str = PROFILE) -> Sample:
    """A sample that is read by a mapping profile."""
    return Sample(code, "tabelle.csv", content.encode(), profile=profile)


def jsonstat(*, version: int = 2, value: object = (12.5, None, 7, 0), status: object = (None, "c", None, None)) -> str:
    """A dataset of one Land, two sexes and two years."""
    dimension = {
        "geo": {"category": {"label": {"03": "Niedersachsen"}}},
        "unit": {"category": {"index": ["PC"], "label": {"PC": "Prozent"}}},
        "sex": {
            "label": "Geschlecht",
            "category": {"index": {"M": 1, "F": 0}, "label": {"F": "Frauen", "M": "Männer"}},
        },
        "time": {"category": {"index": ["2023", "2024"]}},
    }
    names, sizes = list(dimension), [1, 1, 2, 2]
    data = {"label": "Quoten", "value": value, "status": status}
    document = {"class": "dataset", "id": names, "size": sizes, "dimension": dimension, **data}
    if version == 1:
        document = {"quoten": {"dimension": {"id": names, "size": sizes, **dimension}, **data}}
    return json.dumps(document, ensure_ascii=False)


FURTHER = (
    text("L-LOR-01", "matrix.csv", '"ZEIT;""RAUMID"";BEZ;PGR;BZR;PLR;STADTRAUM;MH_E",,\n',
         '"201212;""01011101"";01;01;11;01;1;9",00;8,0\n'),
    text("L-LOR-02", "matrix.csv", "ZEIT;RAUMID;BEZ;PGR;BZR;PLR;STADTRAUM\n"),
    text("L-LOR-03", "matrix.csv", LOR, LOR_ROW),
    Sample("L-TABELLE-06", "mappe.xlsx", workbook(("Neu", PRINTED)), profile='blatt = "Alt"\n' + PROFILE),
    profiled("L-PROFIL-01", UNKNOWN, 'farbe = "rot"'),
    profiled("L-PROFIL-02", UNKNOWN.replace(";Geschlecht;", ";Geschlechter;")),
    profiled("L-PROFIL-03", UNKNOWN.replace(";Jahr;Geschlecht;", ";Jahr;Geschlechts;")
             .replace(";Bestand\n", ";Bestand1x;Bestand1y\n").replace(";1", ";1;1"),
             PROFILE.replace('"Bestand"\nmerkmale', '"Bestand1z"\nmerkmale')),
    profiled("L-PROFIL-04", UNKNOWN, PROFILE + '[gleich]\n"Frauen" = "weiblich"\n'),
    Sample("L-TABELLE-05", "mappe.xlsx", workbook(("Neu", PRINTED), ("Alt", PRINTED), hidden="Alt")),
    Sample("L-BLATT-01", "mappe.xlsx", workbook(("Verzeichnis", [["Schlüssel", "Name"], ["01", "Mitte"]]))),
    Sample("L-BLATT-02", "mappe.xlsx", workbook(("Tabelle", [["Land", "Jahr", "Anzahl"], ["Narnia", 2024, 5]]))),
    Sample("L-BLATT-03", "mappe.xlsx", workbook(("Tabelle", [["Land", "Jahr", "Bestand"], ["Hessen", 2024, 5]]))),
    Sample("L-BLATT-04", "mappe.xlsx", workbook(("Tabelle", [["Land", "Jahr", "Werte"], ["Hessen", 2024, 5.5]]))),
    Sample("L-BLATT-05", "mappe.xlsx", workbook(("Tabelle", [*PRINTED, [], *STACKED]))),
    text("L-ATLAS-01", "atlas.csv", atlas_2025("Stadt München;41.7;10;20")),
    text("L-ATLAS-02", "atlas.csv", atlas_2025(*["Stadt München;50;10;20"] * 9, "01 Altstadt - Lehel;51;10;20")),
    text("L-KUBUS-01", "tabelle.json", '{"dimension": {}, "value": ['),
    text("L-KUBUS-02", "tabelle.px", PX.replace("Land", "Abteilung").replace("MAP", "MAPPE")),
    text("L-KUBUS-03", "tabelle.px", PX.replace("Prozent", "Ehen")),
    text("L-KUBUS-04", "tabelle.csv", SDMX.replace("12.5,", "12.5,p")),
    text("L-KUBUS-05", "tabelle.csv", "STRUCTURE,STRUCTURE_ID,ACTION,geo,TIME_PERIOD,OBS_VALUE\n",
         "dataflow,A:B(1.0),D,03,2024,\n"),
    text("L-KUBUS-06", "tabelle.csv", "DATAFLOW,geo,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nA:B(1.0),03,2024,5,3\n"),
)  # fmt: skip
"""One delivery per code of these readers."""
