"""From the rows of a register to the protected delivery: `tabulate`, `protect`, `audit`."""

import csv
import json
import re
from collections import Counter
from pathlib import Path
from random import Random

import duckdb
import pytest

from mehrklang.cli import main
from mehrklang.sources import read

AREAS = """Gebiet;Gebietsname;Gebietsebene;Obergebiet
stadt;Stadt;gemeinde;
q1;Hafen;stadtteil;stadt
q2;Berg;stadtteil;stadt
q3;Tal;stadtteil;stadt
q4;Au;stadtteil;stadt
"""

RECIPE = """\
messgroesse = "einwohner"
zeitraum = "2024"
gebiet_spalte = "quartier"
gebiete = "gebiete.csv"

[[merkmal]]
name = "Geschlecht"
spalte = "sex"

[[merkmal]]
name = "Herkunft"
spalte = "herkunft"

[[tabelle]]
merkmale = ["Geschlecht", "Herkunft"]
"""

ORIGINS = ("Inland", "Europa", "Asien", "Afrika", "Amerika")
WEIGHTS = (400, 100, 40, 12, 3)


def _persons(size: int = 3000) -> list[tuple[str, str, str]]:
    random = Random(7)  # noqa: S311 — invented persons, no secret
    return [
        (random.choice(("q1", "q2", "q3", "q4")), random.choice("wm"), random.choices(ORIGINS, WEIGHTS)[0])
        for _ in range(size)
    ]


def _expected(persons: list[tuple[str, str, str]]) -> Counter[tuple[str, str, str]]:
    """Every margin, by counting; an empty text is "over all"."""
    return Counter(
        (place, s, o)
        for area, sex, origin in persons
        for place in (area, "stadt")
        for s in (sex, "")
        for o in (origin, "")
    )


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder of the statistics office: register, recipe, areas."""
    with (tmp_path / "register.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("quartier", "sex", "herkunft"), *_persons()])
    (tmp_path / "rezept.toml").write_text(RECIPE, encoding="utf-8")
    (tmp_path / "gebiete.csv").write_text(AREAS, encoding="utf-8")
    return tmp_path


def _tabulate(office: Path, register: str = "register.csv") -> int:
    cube = office / "wuerfel"
    return main(["tabulate", str(office / register), "--recipe", str(office / "rezept.toml"), "--out", str(cube)])


def _protect(office: Path, *more: str, rules: str = "mindestfallzahl-5") -> int:
    out, protocol = office / "lieferung.csv", office / "protokoll.json"
    cube = str(office / "wuerfel")
    return main(["protect", cube, "--rules", rules, "--out", str(out), "--protocol", str(protocol), *more])


def _rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))


def _left(office: Path) -> set[str]:
    """What lies in the office's folder beside what was there before."""
    return {path.name for path in office.iterdir()} - {"register.csv", "rezept.toml", "gebiete.csv"}


def test_the_cube_holds_every_margin_and_says_that_it_must_not_leave(office: Path) -> None:
    assert _tabulate(office) == 0
    expected = _expected(_persons())
    rows = [row for row in _rows(office / "wuerfel" / "zellen.csv") if not row["verdeckt"]]
    features = [json.loads(row["merkmale"]) for row in rows]
    found = {
        (row["gebiet"], each.get("Geschlecht", ""), each.get("Herkunft", "")): int(row["wert"])
        for row, each in zip(rows, features, strict=True)
    }
    assert found == expected
    note = (office / "wuerfel" / "LIESMICH.txt").read_text(encoding="utf-8")
    assert note.startswith("ungeschützt – verlässt die Statistikstelle nicht")


def test_parquet_and_a_column_of_counts_give_the_same_cube(office: Path) -> None:
    assert _tabulate(office) == 0
    first = (office / "wuerfel" / "zellen.csv").read_bytes()
    with duckdb.connect() as connection:
        connection.execute(f"CREATE VIEW rows AS FROM read_csv('{office}/register.csv', all_varchar=true)")
        counted = "SELECT *, count(*) AS n FROM rows GROUP BY ALL"
        connection.execute(f"COPY ({counted}) TO '{office}/register.parquet' (FORMAT parquet)")
    (office / "rezept.toml").write_text('anzahl_spalte = "n"\n' + RECIPE, encoding="utf-8")
    (office / "wuerfel").rename(office / "erster")
    assert _tabulate(office, "register.parquet") == 0
    assert (office / "wuerfel" / "zellen.csv").read_bytes() == first


def test_no_secret_value_is_in_the_delivery_and_none_in_the_protocol(office: Path) -> None:
    """Every count below five is gone, every other number is the true one, and nothing can be computed."""
    assert _tabulate(office) == 0
    assert _protect(office, "--by", "A. Beispiel") == 0
    expected = _expected(_persons())
    rows = _rows(office / "lieferung.csv")
    shown = {(row["Gebiet"], row["Geschlecht"], row["Herkunft"]): row["Wert"] for row in rows}
    assert shown.keys() == expected.keys()
    small = {cell for cell, count in expected.items() if count < 5}
    assert small
    suppressed = {cell for cell, value in shown.items() if value == "."}
    assert small < suppressed
    assert all(shown[cell] == str(expected[cell]) for cell in expected.keys() - suppressed)
    protocol = json.loads((office / "protokoll.json").read_text(encoding="utf-8"))
    assert (protocol["durch"], protocol["regelsatz"]) == ("A. Beispiel", "mindestfallzahl-5")
    assert protocol["primaer_gesperrt"] == len(small)
    assert protocol["sekundaer_gesperrt"] == len(suppressed - small)
    assert {each["grund"] for each in protocol["sperrungen"]} == {"Regel", "Gegensperrung"}
    about_cells = json.dumps([{**each, "fach": {**each["fach"], "zeitraum": ""}} for each in protocol["sperrungen"]])
    told = set(re.findall(r"\d+", re.sub(r"q\d|2024", "", about_cells)))
    assert told == set(), "a number stands beside a suppressed cell"


def test_the_delivery_is_read_with_its_signs_and_passes_the_audit(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _tabulate(office) == 0
    assert _protect(office) == 0
    reading = read(office / "lieferung.csv")
    assert (reading.kind, reading.usable) == ("tidy", True)
    capsys.readouterr()
    assert main(["audit", str(office / "lieferung.csv"), "--json"]) == 0
    audit = json.loads(capsys.readouterr().out)
    assert audit["errechenbar"] == 0
    assert audit["gesperrt"] == sum(1 for row in _rows(office / "lieferung.csv") if row["Wert"] == ".")
    assert all(each["hoechstens"] > each["mindestens"] for each in audit["spannen"])


def test_the_audit_finds_a_delivery_that_was_opened_by_hand(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The further suppressed cells put back: the small ones follow."""
    assert _tabulate(office) == 0
    assert _protect(office) == 0
    expected, rows = _expected(_persons()), _rows(office / "lieferung.csv")
    cells = [(row["Gebiet"], row["Geschlecht"], row["Herkunft"]) for row in rows]
    for row, cell in zip(rows, cells, strict=True):
        if row["Wert"] == "." and expected[cell] >= 5:
            row["Wert"], row["Bemerkung"] = str(expected[cell]), ""
    lines = [";".join(rows[0]), *(";".join(row.values()) for row in rows)]
    (office / "geoeffnet.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["audit", str(office / "geoeffnet.csv")]) == 1
    assert "B-PRUEFUNG-02" in capsys.readouterr().err


def test_rounding_instead_of_suppression(office: Path) -> None:
    """Every number is a multiple of three and within two of the true one; controlled, all sums add up."""
    assert _tabulate(office) == 0
    assert _protect(office, rules="kontrollierte-rundung-3") == 0
    expected = _expected(_persons())
    shown = {
        (row["Gebiet"], row["Geschlecht"], row["Herkunft"]): int(row["Wert"]) for row in _rows(office / "lieferung.csv")
    }
    assert all(count % 3 == 0 and abs(count - expected[cell]) < 3 for cell, count in shown.items())
    assert shown["stadt", "", ""] == sum(shown[area, "", ""] for area in ("q1", "q2", "q3", "q4"))
    assert shown["stadt", "", ""] == shown["stadt", "w", ""] + shown["stadt", "m", ""]


def test_random_rounding_wants_its_secret(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _tabulate(office) == 0
    assert _protect(office, rules="zufallsrundung-3") == 1
    assert "B-RUNDUNG-01" in capsys.readouterr().err
    (office / "geheim.txt").write_text("ein langer zufälliger Text\n", encoding="utf-8")
    assert _protect(office, "--secret", str(office / "geheim.txt"), rules="zufallsrundung-3") == 0
    first = (office / "lieferung.csv").read_bytes()
    assert _protect(office, "--secret", str(office / "geheim.txt"), rules="zufallsrundung-3") == 0
    assert (office / "lieferung.csv").read_bytes() == first


FAULTS = [
    ("register.csv", "herkunft", "woher", "B-REGISTER-02"),
    ("register.csv", "\nq1,", "\n,", "B-REGISTER-03"),
    ("register.csv", "\nq1,", "\nq9,", "B-REZEPT-05"),
    ("rezept.toml", '"2024"', '"irgendwann"', "B-REGISTER-04"),
    ("rezept.toml", 'zeitraum = "2024"\n', "", "B-REZEPT-01"),
    ("rezept.toml", '"Geschlecht", "Herkunft"', '"Geschlecht", "Alter"', "B-REZEPT-02"),
    ("rezept.toml", 'name = "Herkunft"', 'name = "Geschlecht"', "B-REZEPT-02"),
    ("rezept.toml", "zeitraum", "zeitpunkt", "K-SCHLUESSEL-02"),
    ("rezept.toml", "gebiete.csv", "keine.csv", "B-REZEPT-03"),
    ("gebiete.csv", "stadtteil", "viertel", "B-REZEPT-03"),
    ("gebiete.csv", "q4;Au;stadtteil;stadt", "q4;Au;stadtteil;land", "B-REZEPT-04"),
]


@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_told_in_german_and_nothing_is_written(
    office: Path, capsys: pytest.CaptureFixture[str], case: tuple[str, str, str, str]
) -> None:
    file, old, new, code = case
    text = (office / file).read_text(encoding="utf-8")
    assert old in text.replace("\r\n", "\n")
    (office / file).write_text(text.replace("\r\n", "\n").replace(old, new), encoding="utf-8")
    assert _tabulate(office) == 1
    assert code in capsys.readouterr().err
    assert _left(office) == set()


@pytest.mark.parametrize("count", ["-1", "1.5", "", "viele"])
def test_numbers_of_persons_are_whole_and_not_negative(
    office: Path, capsys: pytest.CaptureFixture[str], count: str
) -> None:
    (office / "rezept.toml").write_text('anzahl_spalte = "n"\n' + RECIPE, encoding="utf-8")
    rows = ["quartier,sex,herkunft,n", "q1,w,Inland,4711", f"q2,m,Inland,{count}"]
    (office / "register.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert _tabulate(office) == 1
    told = capsys.readouterr().err
    assert "B-REGISTER-05" in told
    assert "4711" not in told
    assert _left(office) == set()


def test_a_register_that_is_not_there_is_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _tabulate(office, "fehlt.csv") == 1
    assert "B-REGISTER-01" in capsys.readouterr().err


def test_blank_entries_are_a_category_and_are_told(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (office / "register.csv").read_text(encoding="utf-8").replace("Amerika", "")
    (office / "register.csv").write_text(text, encoding="utf-8")
    assert _tabulate(office) == 0
    assert "B-REGISTER-06" in capsys.readouterr().err
    assert "ohne Angabe" in (office / "wuerfel" / "zellen.csv").read_text(encoding="utf-8")


def test_a_cube_whose_sums_do_not_hold_is_refused_and_nothing_is_written(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither delivery nor protocol; the message names the cell and no number."""
    assert _tabulate(office) == 0
    cells = office / "wuerfel" / "zellen.csv"
    total = str(len(_persons()))
    cells.write_text(cells.read_text(encoding="utf-8").replace(f";{total};", f";{total}1;"), encoding="utf-8")
    assert _protect(office) == 1
    told = capsys.readouterr().err
    assert "B-SCHUTZ-02" in told
    assert total not in told
    assert _left(office) == {"wuerfel"}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("zellen.csv", "messgroesse", "groesse"),
        ("zellen.csv", ";anzahl;", ";stueck;"),
        ("beziehungen.csv", "\n1;", "\n99999;"),
        ("gebiete.csv", "gemeinde", "dorf"),
    ],
)
def test_a_damaged_cube_is_refused(
    office: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str
) -> None:
    assert _tabulate(office) == 0
    path = office / "wuerfel" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert _protect(office) == 1
    assert "B-WUERFEL-01" in capsys.readouterr().err


OWN = """\
[[regelsatz]]
schluessel = "unser"
name = "Unser"
mindestfallzahl = 4
mindestbasis = 0
null_ist_oeffentlich = true
rechtsgrundlage = "Statistiksatzung"
begruendung = "Festlegung"
"""


def test_rules_come_from_an_own_file_and_must_not_loosen_those_of_the_source(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _tabulate(office) == 0
    (office / "regeln.toml").write_text(OWN, encoding="utf-8")
    rules = str(office / "regeln.toml")
    assert _protect(office, "--at-least", "mindestfallzahl-3", rules=rules) == 0
    assert _protect(office, "--at-least", "mindestfallzahl-5", rules=rules) == 1
    assert "B-REGELSATZ-03" in capsys.readouterr().err
    assert _protect(office, "--at-least", "unbekannt", rules=rules) == 1
    assert "B-REGELSATZ-02" in capsys.readouterr().err
    (office / "regeln.toml").write_text(OWN + OWN.replace("unser", "zweiter"), encoding="utf-8")
    assert _protect(office, rules=rules) == 1
    assert "B-REGELSATZ-01" in capsys.readouterr().err
    (office / "regeln.toml").write_text(
        OWN + '[regelsatz.cell_key]\ntabelle = "D2"\nhoechstens = 2\nvarianz = "1"\n', encoding="utf-8"
    )
    assert _protect(office, rules=rules) == 1
    assert "B-CELLKEY-02" in capsys.readouterr().err


def test_what_protection_costs_is_told_before_anything_is_written(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each coarser table is protected and counted; the numbers are those of the delivery that would be written."""
    assert _tabulate(office) == 0
    capsys.readouterr()
    assert main(["protect", str(office / "wuerfel"), "--rules", "mindestfallzahl-5", "--alternatives"]) == 0
    now, *coarser = [line for line in capsys.readouterr().out.splitlines() if line.startswith("- ")]
    assert _protect(office, rules="mindestfallzahl-5") == 0
    written = capsys.readouterr()
    cells, closed = re.findall(r"(\d+) Fächer, davon gesperrt (\d+)", written.out + written.err)[0]
    assert now.startswith("- wie jetzt gegliedert: ")
    assert f"{cells} Fächer, davon gesperrt {closed};" in now.replace(".", "")
    assert any("ohne das Merkmal „Herkunft“" in line for line in coarser)


def test_what_went_out_before_is_known_to_guard_and_audit(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same delivery again is no contradiction; another number is, and then nothing is written."""
    assert _tabulate(office) == 0
    assert _protect(office) == 0
    first = office / "frueher.csv"
    (office / "lieferung.csv").rename(first)
    assert _protect(office, "--history", str(first)) == 0
    again = {tuple(row.values()) for row in _rows(office / "lieferung.csv")}
    assert again >= {tuple(row.values()) for row in _rows(first) if row["Wert"] != "."}
    assert main(["audit", str(office / "lieferung.csv"), "--history", str(first)]) == 0
    told = next(row for row in _rows(first) if row["Wert"].isdecimal())
    other = first.read_text(encoding="utf-8-sig").replace(f";{told['Wert']};", f";{int(told['Wert']) + 1};", 1)
    first.write_text(other, encoding="utf-8-sig")
    (office / "lieferung.csv").unlink()
    capsys.readouterr()
    assert _protect(office, "--history", str(first)) == 1
    assert "B-SCHUTZ-04" in capsys.readouterr().err
    assert not (office / "lieferung.csv").exists()
    assert _protect(office, "--history", str(office / "fehlt.csv")) == 1
