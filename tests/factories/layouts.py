"""Small deliveries in the forms of single cities, in exchange formats and laid out for print, one for each issue."""

import json

from tests.factories.deliveries import text

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
    text("L-KUBUS-01", "tabelle.json", '{"dimension": {}, "value": ['),
    text("L-KUBUS-02", "tabelle.px", PX.replace("Land", "Abteilung").replace("MAP", "MAPPE")),
    text("L-KUBUS-03", "tabelle.px", PX.replace("Prozent", "Ehen")),
    text("L-KUBUS-04", "tabelle.csv", SDMX.replace("12.5,", "12.5,p")),
    text("L-KUBUS-05", "tabelle.csv", "STRUCTURE,STRUCTURE_ID,ACTION,geo,TIME_PERIOD,OBS_VALUE\n",
         "dataflow,A:B(1.0),D,03,2024,\n"),
    text("L-KUBUS-06", "tabelle.csv", "DATAFLOW,geo,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nA:B(1.0),03,2024,5,3\n"),
)  # fmt: skip
"""One delivery per code of these readers."""
