"""Small deliveries for the readers' tests: the smallest file that each issue arises from."""

import json
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from mehrklang.vocabulary import Material

TIDY = "Messgröße;Gebiet;Zeitraum;Einheit;Wert\n"
OPENSDG = "Year,Gebietseinheit,Units,GeoCode,Value\n"
KOELN = "id,tab_id,tabelle,jahr,raum_id,raum,zei_id,zeile,zahl\n"
ROW = "einwohner;03153;2024;Anzahl;12\n"


@dataclass(frozen=True, slots=True)
class Sample:
    """A delivery that must give an issue with this code; `profile` is the TOML text of a mapping profile."""

    code: str
    file: str
    content: bytes
    kind: str = ""
    material: Material = Material.PUBLISHED
    profile: str = ""


def text(code: str, file: str, *parts: str, kind: str = "", additive: bool = False) -> Sample:
    """A sample that is a text file."""
    material = Material.ADDITIVE if additive else Material.PUBLISHED
    return Sample(code, file, "".join(parts).encode(), kind, material)


def tidy(code: str, *rows: str, head: str = "", additive: bool = False) -> Sample:
    """A sample in table form; `head` are further column heads."""
    heads = TIDY.replace("\n", f";{head}\n") if head else TIDY
    return text(code, "tabelle.csv", heads, *(f"{row}\n" for row in rows), additive=additive)


def opensdg(code: str, *rows: str, file: str = "indicator_1-2-2.csv", head: str = OPENSDG) -> Sample:
    """A sample in Open SDG form."""
    return text(code, file, head, *(f"{row}\n" for row in rows))


def workbook(*sheets: tuple[str, list[list[object]]], hidden: str = "") -> bytes:
    """A workbook (xlsx) of sheets with their rows; the sheet named `hidden` is hidden."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden" if name == hidden else "visible"
        for row in rows:
            sheet.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def genesis(*rows: str, title: str = "Bestand (Anzahl)", head: str = ";;;männlich;weiblich", tail: str = "") -> str:
    """A classic table of GENESIS."""
    lines = ("Tabelle: 12345-01-01-4", f"{title};;;;", *head.split("|"), *rows, "__________", tail)
    return "\n".join(lines)


def classic(code: str, *rows: str, title: str = "Bestand (Anzahl)", head: str = ";;;männlich;weiblich",
            tail: str = "") -> Sample:  # fmt: skip
    """A sample that is a classic table of GENESIS."""
    return text(code, "tabelle.csv", genesis(*rows, title=title, head=head, tail=tail))


FLAT = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;"
    "2_variable_attribute_code;2_variable_attribute_label;value;value_unit;value_variable_code;"
    "value_variable_label;value_q\n"
)


def flat(*rows: str, sex: str = "GESW;weiblich", time: str = "2024-12-31", area: str = "03153;Goslar") -> str:
    """A flat file (new form); each row is `value;value_unit;value_variable_code;value_variable_label;value_q`."""
    before = f"12411;Fortschreibung;STAG;Stichtag;{time};KREISE;Kreise;{area};GES;Geschlecht;{sex};"
    return FLAT + "".join(f"{before}{row}\n" for row in rows)


def answer(code: int, said: str, content: str = "") -> str:
    """An answer of the web service."""
    status = {"Code": code, "Content": said, "Type": "Fehler"}
    wrapped = {"Content": content} if content else None
    return json.dumps({"Ident": {}, "Status": status, "Parameter": {"name": "12531-0043"}, "Object": wrapped})


INKAR = "Kennziffer\tRaumeinheit\tAggregat\tArbeitslosenquote\n"

OWN_KEY = "Gebiet alt;Gebiet neu;Von Jahr;Bis Jahr;Gebietsstand;Anteil\n"

_GV_HEADS: list[list[object]] = [
    ["Gemeinden in Deutschland am 30.06.2024"],
    ["Satz-art", "Text-kenn-zeichen", "Amtlicher Regionalschlüssel (ARS)", "", "", "", "", "Gemeindename",
     "Fläche km2 1)", "Bevölkerung2)", "", ""],
    ["", "", "Land", "RB", "Kreis", "VB", "Gem", "", "", "insgesamt", "männlich", "weiblich"],
    ["", "", "Gebietsstand am 30.06.2024", "", "", "", "", "", "", "am 31.12.2022 (Jahr)", "", ""],
]  # fmt: skip


def municipalities(*rows: list[object], heads: list[list[object]] = _GV_HEADS) -> bytes:
    """A Gemeindeverzeichnis; a row holds Satzart, Textkennzeichen, Land, RB, Kreis, VB, Gem, name, area, population."""
    return workbook(("Gemeinden", [*heads, *rows, ["Quelle: GV-ISys"]]))


def crosswalk(*rows: list[object], year: int = 2010) -> bytes:
    """An Umsteigeschlüssel; a row holds key, name, three weights, three amounts, key, name."""
    heads: list[object] = [
        f"Kreise\n 31.12.{year}", f"Kreisname {year}", "flächen-\nproportionaler\nUmsteige-schlüssel",
        "bevölkerungs- \nproportionaler \nUmsteige- \nschlüssel", "beschäftigten-\nproportionaler Umsteige-\nschlüssel",
        f"Fläche am 31.12.{year} in km²", f"Bevölkerung am 31.12.{year} in 1000",
        "sozialvers.pflichtig Beschäftigte", "Kreise\n 31.12.2020", "Kreisname 2020",
    ]  # fmt: skip
    return workbook((f"{year}-2020", [heads, *rows]))


DEMMIN: tuple[list[object], ...] = (
    [13052000, "Demmin", 0.822, 0.8244, 0.879, 1580, 65.5, 16.9, 13071000, "Mecklenburgische Seenplatte"],
    [13052000, "Demmin", 0.178, 0.1756, 0.121, 342, 14, 2.3, 13075000, "Vorpommern-Greifswald"],
)


def archive(**files: str | bytes) -> bytes:
    """A zip archive of these files; "__" in a name stands for the dot."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "."), content)
    return data.getvalue()


_HEADS = ["Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert"]
_LINE = ["einwohner", "03153", "2024", "Anzahl", 12]
_TWO_SHEETS = workbook(("Daten", [_HEADS, _LINE]), ("Entwurf", [_HEADS, _LINE]))

SAMPLES = (
    text("L-DATEI-02", "leer.csv", "\n \n"),
    Sample("L-DATEI-03", "bild.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
    text("L-DATEI-04", "fremd.csv", "Jahr;Ort;Menge\n2024;Köln;12\n"),
    text("L-DATEI-05", "tabelle.csv", TIDY, ROW, kind="foto"),
    Sample("L-DATEI-06", "tabelle.csv", (TIDY + ROW).encode("cp1252")),
    Sample("L-DATEI-07", "bombe.zip", archive(tabelle__csv=b"0" * 20_000_000)),
    Sample("L-DATEI-08", "zwei.zip", archive(a__csv=TIDY, b__csv=TIDY)),
    text("L-TABELLE-01", "tabelle.csv", TIDY, ROW, 'einwohner;"03153;2024;Anzahl;12\n'),
    tidy("L-TABELLE-02", "einwohner;03153;2024;12"),
    Sample("L-TABELLE-03", "mappe.xlsx", _TWO_SHEETS),
    tidy("L-TABELLE-04", "einwohner;03153;2024;Anzahl;12", "© Stadt;;;;"),
    text("L-SPALTE-01", "tabelle.csv", "Messgröße;Gebiet;Zeitraum;Wert\n", kind="tidy"),
    tidy("L-SPALTE-02", "einwohner;03153;2024;Anzahl;12;1", head="Wert"),
    text("L-SPALTE-03", "tabelle.csv", "Messgröße;Gebiet;Zeitraum;Einheit;Wert;\n", "a;03;2024;Anzahl;12;w\n"),
    opensdg("L-GEBIET-01", "2024,Atlantis,%,,1.5"),
    opensdg("L-GEBIET-02", "2024,Gifhorn,%,K03153,1.5"),
    opensdg("L-GEBIET-03", "2024,Goslar,%,,1.5"),
    opensdg("L-GEBIET-04", "2024,Niedersachsen,%,#NV,1.5"),
    tidy("L-GEBIET-05", "einwohner;3153;2024;Anzahl;12", "einwohner;12051;2024;Anzahl;12"),
    opensdg("L-GEBIET-06", "2024,%,1.5", file="neu.csv", head="Year,Units,Value\n"),
    tidy("L-GEBIET-07", "einwohner;3153;2024;Anzahl;12"),
    tidy("L-GEBIET-08", "einwohner;q-1;2024;Anzahl;12;Viertelchen", head="Gebietsebene"),
    tidy("L-GEBIET-09", "einwohner;q-1;2024;Anzahl;12"),
    tidy("L-GEBIET-10", "a;03153;2024;Anzahl;1;Goslar", "b;03153;2024;Anzahl;1;Gosslar", head="Gebietsname"),
    opensdg("L-GEBIET-11", "2014,Göttingen,Anzahl,K03159,22271", "2014,Osterode,Anzahl,#NV,7385"),
    opensdg(
        "L-GEBIET-12",
        "2024,Niedersachsen,%,K03101,1.5",
        '2024,"Braunschweig, Stadt",%,K03102,1.5',
        '2024,"Salzgitter, Stadt",%,K03103,1.5',
        '2024,"Wolfsburg, Stadt",%,K03151,1.5',
    ),
    tidy("L-GROESSE-01", ";03153;2024;Anzahl;12"),
    tidy("L-ZEIT-01", "einwohner;03153;neulich;Anzahl;12"),
    tidy("L-EINHEIT-01", "einwohner;03153;2024;Taler;12"),
    opensdg("L-EINHEIT-02", "2024,Goslar,K03153,12", file="neu.csv", head="Year,Gebietseinheit,GeoCode,Value\n"),
    tidy("L-EINHEIT-03", "quote;03153;2024;Prozent;12,5", additive=True),
    tidy("L-WERT-01", "einwohner;03153;2024;Anzahl;viele"),
    tidy("L-WERT-02", "a;03153;2024;Prozent;1,5", "b;03153;2024;Prozent;1.5"),
    tidy("L-WERT-03", "a;03153;2024;Prozent;1.234"),
    tidy("L-WERT-04", "a;03153;2024;Anzahl;1.234", "b;03153;2024;Prozent;1.5"),
    tidy("L-WERT-05", "einwohner;03153;2024;Anzahl;"),
    opensdg("L-WERT-06", "2024,gesperrt,%,1.5", head="Year,COMMENT_OBS,Units,Value\n", file="5-1-1.csv"),
    opensdg("L-WERT-07", "2024,Nachtrag,%,1.5", head="Year,COMMENT_OBS,Units,Value\n", file="5-1-1.csv"),
    tidy("L-WERT-08", "einwohner;03153;2024;Anzahl;.", additive=True),
    tidy("L-WERT-09", "saldo;03153;2024;Anzahl;-3", additive=True),
    tidy("L-WERT-10", "einwohner;03153;2024;Anzahl;12,5"),
    tidy("L-MERKMAL-01", "a;03153;2023;Anzahl;1;Frauen", "a;03153;2024;Anzahl;1;frauen", head="Geschlecht"),
    tidy("L-MERKMAL-02", "a;03;2023;Anzahl;1;Natruwissenschaft", "a;03;2024;Anzahl;1;Naturwissenschaft", head="Fach"),
    tidy("L-DOPPELT-01", "einwohner;03153;2024;Anzahl;12", "einwohner;03153;2024;Anzahl;13"),
    tidy("L-DOPPELT-02", "einwohner;03153;2024;Anzahl;12", "einwohner;03153;2024;Anzahl;12"),
    tidy("L-DOPPELT-03", "einwohner;03153;2024;Anzahl;12", "einwohner;03153;2024;Anzahl;12", additive=True),
    tidy("L-SUMME-01", "a;03;2024;Anzahl;3;Insgesamt", "a;03;2024;Anzahl;1;Frauen", head="Geschlecht", additive=True),
    tidy("L-SUMME-02", "a;03153;2024;Anzahl;3;", "a;03153;2024;Anzahl;1;Frauen", head="Geschlecht", additive=True),
    opensdg("L-SUMME-03", "2024,Region Hannover,Anzahl,K03241,100", '2024,"dav. Hannover, Lhst.",Anzahl,K03241001,50',
            '2024,"dav. Hannover, Umland",Anzahl,K03241999,30'),
    opensdg("L-SUMME-04", *(f"{year},{sex},Anzahl,{number + 100 * (year == 2011 and sex == 'Frauen')}"
                            for year in range(2011, 2025)
                            for sex, number in (("Insgesamt", 200), ("Frauen", 110), ("Männer", 90))),
            file="indicator_4-1-2.csv", head="Year,Geschlecht,Units,Value\n"),
    classic("L-ZEIT-02", "DG;Deutschland;1;2", head=";;männlich;weiblich"),
    classic("L-ZEIT-03", "2023;DG;Deutschland;1;2", tail="Das Berichtsjahr ist das Jahr in\ndem das Schuljahr endet."),
    classic("L-EINHEIT-04", "2023;DG;Deutschland;1;2", title="Bestand"),
    classic("L-ZEICHEN-01", "2023;03153;Goslar;1;2", "2023;03152;Göttingen;-;-"),
    classic("L-ZEICHEN-02", "2023;DG;Deutschland;1;2", "2023;01;Land A;-;-", "2023;03;Land B;-;-"),
    text("L-GENESIS-01", "tabelle.csv", genesis("2023;DG;Deutschland;1;2").split("____")[0]),
    classic("L-GENESIS-02", "2023;Deutschland;1;2"),
    text("L-QUALITAET-01", "flach.csv", flat("5;Anzahl;BEVSTD;Bevölkerung;p")),
    text("L-QUALITAET-02", "flach.csv", flat("5;Anzahl;BEVSTD;Bevölkerung;q")),
    text("L-API-01", "antwort.json", answer(98, "Die Tabelle ist zu gross.")),
    text("L-API-02", "antwort.json", answer(15, "Bitte überprüfen Sie Ihren Benutzernamen und Ihr Passwort.")),
    text("L-API-03", "antwort.json", answer(104, "Es gibt keine Objekte zum angegebenen Selektionskriterium")),
    text("L-API-04", "antwort.json", answer(99, "Der Bearbeitungsauftrag wurde erstellt.")),
    text("L-API-05", "antwort.json", answer(-1, "Der Dienst ist zurzeit ausgelastet")),
    text("L-API-06", "antwort.json", answer(98, "Die Tabelle ist zu gross.")[:-20]),
    text("L-TABELLE-07", "zeile.csv", "a;" * 70_000),
    text("L-EINHEIT-06", "inkar.csv", INKAR, "03153\tGoslar\tLandkreis\t6,9\n"),
    text("L-EINHEIT-05", "inkar.csv", INKAR.replace("\n", "\tLebensgefühl\n"), "3153\tGoslar\tLandkreis\t6,9\t2\n"),
    Sample("L-SCHLUESSEL-01", "gv.xlsx", municipalities(["10", "", "03", "", "", "", "", "N"], heads=_GV_HEADS[:3])),
    Sample("L-SCHLUESSEL-02", "gv.xlsx", workbook(("A", [["Kreise"]])), kind="gemeindeverzeichnis"),
    Sample("L-SCHLUESSEL-03", "gv.xlsx", municipalities(["10", "", "03", "", "", "", "", "Niedersachsen"])),
    Sample("L-SCHLUESSEL-04", "schluessel.xlsx", crosswalk(DEMMIN[0])),
    text("L-SCHLUESSEL-05", "anteile.csv", OWN_KEY, "A;C;2015;2014;31.12.2020;1\n"),
    text("L-SCHLUESSEL-06", "anteile.csv", OWN_KEY, "A;C;2015;2019;31.12.2020;80\n"),
    text("L-SCHLUESSEL-07", "anteile.csv", OWN_KEY, "A;C;2015;2019;31.12.2020;1\nA;C;2019;2019;31.12.2020;1\n"),
    text("L-SCHLUESSEL-08", "anteile.csv", OWN_KEY, "A;C;2015;;31.12.2020;1\nB;C;2015;;31.12.2021;1\n"),
)  # fmt: skip
"""One delivery per code; L-DATEI-01 (no file) has none by its nature."""
