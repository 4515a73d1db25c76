"""Recipes of a tabulation: hierarchies of areas and features, databases, amounts, keys; all faults at once."""

import csv
import json
import sqlite3
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from mehrklang.cli import main
from mehrklang.disclosure.cell_key import cell_key
from mehrklang.pipeline.tabulating import tabulate_register
from mehrklang.pipeline.tabulation_recipe import read_recipe
from mehrklang.store import read_cube, read_register
from mehrklang.vocabulary import Severity
from tests.unit.disclosure.attacker import finds

AREAS = """Gebiet;Gebietsname;Gebietsebene;Obergebiet
stadt;Stadt;gemeinde;
q1;Hafen;stadtteil;stadt
q2;Berg;stadtteil;stadt
x1;Nord;bezirk;stadt
x2;Süd;bezirk;stadt
b1;Kai;statistischer-bezirk;q1
b2;Becken;statistischer-bezirk;q1
b3;Hang;statistischer-bezirk;q2
b4;Gipfel;statistischer-bezirk;q2
"""
SPACES = "Gliederung;Gebiet;Obergebiet\nsozialraum;b1;x1\nsozialraum;b2;x2\nsozialraum;b3;x2\nsozialraum;b4;x2\n"
CONTINENTS = "Eintrag;Ausprägung\nPolen;Europa\nTürkei;Europa\nSyrien;Asien\nIndien;Asien\n"
UNION = "Eintrag;Ausprägung\nPolen;EU\nTürkei;nicht EU\nSyrien;nicht EU\nIndien;nicht EU\n"
TOP = 'messgroesse = "einwohner"\nzeitraum = "2024"\ngebiet_spalte = "ort"\ngebiete = "gebiete.csv"\n'
NESTED = (
    TOP
    + """
[[merkmal]]
name = "Kontinent"
spalte = "land"
gliederung = "kontinente.csv"

[[merkmal]]
name = "Land"
spalte = "land"
innerhalb = ["Kontinent"]

[[tabelle]]
merkmale = ["Kontinent", "Land"]
"""
)
TWO_GROUPINGS = (
    TOP
    + """
[[merkmal]]
name = "Kontinent"
spalte = "land"
gliederung = "kontinente.csv"

[[merkmal]]
name = "Union"
spalte = "land"
gliederung = "union.csv"

[[tabelle]]
merkmale = ["Kontinent"]

[[tabelle]]
merkmale = ["Union"]
"""
)
_ROWS = Random(3).choices([(b, c) for b in ("b1", "b2", "b3", "b4") for c in ("Polen", "Syrien", "Indien")], k=400)  # noqa: S311 — invented
PERSONS = [
    (f"p{number}", place, land) for number, (place, land) in enumerate([*_ROWS, ("b1", "Türkei"), ("b3", "Türkei")])
]


REGISTER = "id;ort;land;flaeche\n"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    for name, content in (
        ("gebiete.csv", AREAS),
        ("raeume.csv", SPACES),
        ("kontinente.csv", CONTINENTS),
        ("union.csv", UNION),
        (
            "register.csv",
            "id;ort;land;flaeche\n" + "".join(f"{i};{o};{c};{10 + n % 7}\n" for n, (i, o, c) in enumerate(PERSONS)),
        ),
    ):
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


def _tabulate(office: Path, recipe: str, register: str = "register.csv", out: str = "wuerfel", *more: str) -> int:
    (office / "rezept.toml").write_text(recipe, encoding="utf-8")
    place = register if "://" in register else str(office / register)
    return main(["tabulate", place, "--recipe", str(office / "rezept.toml"), "--out", str(office / out), *more])


def _protect(office: Path, rules: str = "mindestfallzahl-3") -> int:
    return main(["protect", str(office / "wuerfel"), "--rules", rules, "--out", str(office / "l.csv")])


def _cells(office: Path, out: str = "wuerfel") -> dict[tuple[str, tuple[tuple[str, str], ...]], int]:
    with (office / out / "zellen.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if not row["verdeckt"]]
    return {(r["gebiet"], tuple(sorted(json.loads(r["merkmale"]).items()))): int(r["wert"]) for r in rows}


def test_a_country_is_told_within_its_continent_and_the_continent_is_their_sum(office: Path) -> None:
    assert _tabulate(office, NESTED) == 0
    cells = _cells(office)
    lands = Counter(land for _, _, land in PERSONS)
    assert cells["stadt", (("Kontinent", "Europa"), ("Land", "Polen"))] == lands["Polen"]
    assert cells["stadt", (("Kontinent", "Europa"),)] == lands["Polen"] + lands["Türkei"]
    assert not any(dict(where).keys() == {"Land"} for _, where in cells)
    cube = read_cube(office / "wuerfel").cube
    assert any(
        one.total.breakdown.pairs == (("Kontinent", "Europa"),) and len(one.parts) == 2 for one in cube.relations
    )


def test_two_groupings_of_one_column_do_not_isolate_what_lies_between_them(office: Path) -> None:
    """Europe − European Union are the two persons from Türkei, although nobody asks for them: planted."""
    assert _tabulate(office, TWO_GROUPINGS) == 0
    assert (
        main(["protect", str(office / "wuerfel"), "--rules", "mindestfallzahl-3", "--out", str(office / "l.csv")]) == 0
    )
    with (office / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(r["Gebiet"], r["Kontinent"], r["Union"]): r["Wert"] for r in csv.DictReader(file, delimiter=";")}
    assert "." in (rows["stadt", "Europa", ""], rows["stadt", "", "EU"])
    cube = read_cube(office / "wuerfel").cube
    told = {
        (key.area, key.breakdown.get("Kontinent") or "", key.breakdown.get("Union") or ""): key for key in cube.cells
    }
    shown = {told[at] for at, value in rows.items() if value != "."}
    secret = next(key for at, key in told.items() if at == ("stadt", "Europa", "nicht EU"))
    assert secret not in finds(cube.relations, cube.cells.keys() - shown)


def test_two_divisions_of_the_town_are_added_up_and_their_difference_is_protected(office: Path) -> None:
    """q1 − b2 are those of b1, and x2 and q2 tell b2."""
    recipe = TOP.replace(
        '"2024"', '"2024"\ngliederungen = "raeume.csv"\ngebietsebenen = ["gemeinde", "stadtteil", "bezirk"]'
    )
    small = [row for row in PERSONS if row[1] != "b1"] + [("z1", "b1", "Polen"), ("z2", "b1", "Polen")]
    (office / "register.csv").write_text(
        "id;ort;land;flaeche\n" + "".join(f"{i};{o};{c};1\n" for i, o, c in small), "utf-8"
    )
    assert _tabulate(office, recipe + "[[tabelle]]\nmerkmale = []\n") == 0
    places = Counter(place for _, place, _ in small)
    cells = {area: number for (area, _), number in _cells(office).items()}
    assert cells == {
        "stadt": len(small), "q1": 2 + places["b2"], "q2": places["b3"] + places["b4"], "x1": 2,
        "x2": len(small) - 2,
    }  # fmt: skip
    assert (
        main(["protect", str(office / "wuerfel"), "--rules", "mindestfallzahl-3", "--out", str(office / "l.csv")]) == 0
    )
    with (office / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["Gebiet"]: row["Wert"] for row in csv.DictReader(file, delimiter=";")}
    cube = read_cube(office / "wuerfel").cube
    shown = {key for key in cube.cells if told.get(key.area, ".") != "."}
    assert not {key.area for key in finds(cube.relations, cube.cells.keys() - shown)} & {"x1", "b1", "x1 ∩ q1"}


def test_a_sqlite_database_gives_the_same_cube(office: Path) -> None:
    with sqlite3.connect(office / "register.sqlite") as database:
        database.execute("CREATE TABLE personen (id TEXT, ort TEXT, land TEXT, flaeche INTEGER)")
        database.executemany("INSERT INTO personen VALUES (?, ?, ?, 1)", PERSONS)
    database.close()
    assert _tabulate(office, NESTED) == 0
    assert _tabulate(office, 'datenbank_tabelle = "personen"\n' + NESTED, "register.sqlite", "zweiter") == 0
    for name in ("zellen.csv", "beziehungen.csv"):
        assert (office / "zweiter" / name).read_bytes() == (office / "wuerfel" / name).read_bytes()


@pytest.mark.parametrize(
    ("extra", "register", "code"),
    [
        ("", "register.sqlite", "B-REGISTER-07"),
        ('datenbank_tabelle = "gibtsnicht"\n', "register.sqlite", "B-REGISTER-09"),
        ('datenbank_tabelle = "x"\n', "postgresql://niemand@127.0.0.1:1/nichts?connect_timeout=1", "B-REGISTER-09"),
    ],
)
def test_a_database_that_cannot_be_asked_is_named_without_its_address(
    office: Path, capsys: pytest.CaptureFixture[str], extra: str, register: str, code: str
) -> None:
    sqlite3.connect(office / "register.sqlite").close()
    assert _tabulate(office, extra + NESTED, register) == 1
    said = capsys.readouterr().err
    assert code in said
    assert "niemand" not in said
    assert not (office / "wuerfel").exists()


def test_sums_of_amounts_carry_the_greatest_and_need_a_rule_for_dominance(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "".join(f"{i};{o};{c};{9000 if i == 'p0' else 5}\n" for i, o, c in PERSONS)
    (office / "register.csv").write_text("id;ort;land;flaeche\n" + rows, encoding="utf-8")
    recipe = TOP + 'betrag_spalte = "flaeche"\n[[tabelle]]\nmerkmale = []\n'
    assert _tabulate(office, recipe) == 0
    cube = read_cube(office / "wuerfel").cube
    town = next(key for key in cube.cells if key.area == "stadt")
    assert [int(each) for each in cube.greatest[town][:2]] == [9000, 5]
    assert cube.cells[town].lineage.cell_count == len(PERSONS)
    out = ["--out", str(office / "l.csv")]
    assert main(["protect", str(office / "wuerfel"), "--rules", "mindestfallzahl-3", *out]) == 1
    assert "B-REGELSATZ-05" in capsys.readouterr().err
    rules = (
        '[[regelsatz]]\nschluessel = "betrag"\nname = "Beträge"\nmindestfallzahl = 3\nmindestbasis = 0\n'
        'null_ist_oeffentlich = true\nrechtsgrundlage = "Probe"\nbegruendung = "Probe"\n'
        "[regelsatz.dominanz]\ngroesste = {}\nanteil = 85\np_prozent = 10\n"
    )
    (office / "regeln.toml").write_text(rules.format(5), encoding="utf-8")
    assert main(["protect", str(office / "wuerfel"), "--rules", str(office / "regeln.toml"), *out]) == 1
    assert "B-REGELSATZ-06" in capsys.readouterr().err
    (office / "regeln.toml").write_text(rules.format(2), encoding="utf-8")
    assert main(["protect", str(office / "wuerfel"), "--rules", str(office / "regeln.toml"), *out]) == 0
    with (office / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        told = {row["Gebiet"]: row["Wert"] for row in csv.DictReader(file, delimiter=";")}
    home = PERSONS[0][1]
    assert told[home] == "."


def test_a_cube_with_keys_of_its_records_is_changed_by_them(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "geheim.txt").write_text("nur die Statistikstelle", encoding="utf-8")
    recipe = 'kennung_spalte = "id"\n' + NESTED
    assert _tabulate(office, recipe) == 1
    assert "B-REZEPT-09" in capsys.readouterr().err
    assert _tabulate(office, recipe, "register.csv", "wuerfel", "--secret", str(office / "geheim.txt")) == 0
    cube = read_cube(office / "wuerfel").cube
    town = next(key for key in cube.cells if key.area == "stadt" and not key.breakdown.pairs)
    parts = [cube.cell_keys[key] for key in cube.cells if key.area.startswith("b") and not key.breakdown.pairs]
    assert cell_key([cube.cell_keys[town]]) == cell_key(parts)
    assert _protect(office, "eigene-cell-key-2") == 0
    with (office / "l.csv").open(encoding="utf-8-sig", newline="") as file:
        shown = [int(row["Wert"]) for row in csv.DictReader(file, delimiter=";") if row["Wert"].isdecimal()]
    assert shown != list(_cells(office).values())
    assert "Satzschlüssel" not in (office / "l.csv").read_text(encoding="utf-8-sig")


def test_all_faults_of_the_rows_are_told_at_once(office: Path) -> None:
    (office / "union.csv").write_text("Eintrag;Ausprägung\nPolen;EU\nSyrien;EU\n", encoding="utf-8")
    broken = NESTED.replace(
        'name = "Land"\nspalte = "land"', 'name = "Land"\nspalte = "land"\ngliederung = "union.csv"'
    )
    (office / "rezept.toml").write_text(broken, encoding="utf-8")
    (office / "register.csv").write_text("id;ort;land\n1;;Polen\n2;b9;Syrien\n3;b1;Atlantis\n", encoding="utf-8")
    recipe, issues = read_recipe(office / "rezept.toml")
    assert recipe is not None, issues
    told = tabulate_register(str(office / "register.csv"), recipe, office / "w")
    codes = {issue.code for issue in told if issue.severity is Severity.ERROR}
    assert codes == {"B-REGISTER-03", "B-REZEPT-05", "B-REGISTER-12", "B-REGISTER-13"}


@pytest.mark.parametrize(
    ("recipe", "code"),
    [
        (NESTED.replace('merkmale = ["Kontinent", "Land"]', 'merkmale = ["Land"]'), "B-REZEPT-06"),
        (NESTED.replace('innerhalb = ["Kontinent"]', 'innerhalb = ["Erdteil"]'), "B-REZEPT-02"),
        ('betrag_spalte = "flaeche"\nkennung_spalte = "id"\n' + NESTED, "B-REZEPT-07"),
        ('gebietsebenen = ["land"]\n' + NESTED, "B-REZEPT-08"),
        (NESTED.replace("kontinente.csv", "fehlt.csv"), "B-REZEPT-03"),
    ],
)
def test_a_faulty_recipe_is_named(office: Path, recipe: str, code: str) -> None:
    (office / "rezept.toml").write_text(recipe, encoding="utf-8")
    assert code in {issue.code for issue in read_recipe(office / "rezept.toml")[1]}


@pytest.mark.parametrize(
    ("rows", "extra", "code"),
    [
        ("1;b1;Polen;viel\n", 'betrag_spalte = "flaeche"\n', "B-REGISTER-10"),
        ("1;b1;Polen;1\n1;b2;Polen;1\n", 'kennung_spalte = "id"\n', "B-REGISTER-11"),
    ],
)
def test_a_wrong_amount_and_a_twofold_person_are_named(office: Path, rows: str, extra: str, code: str) -> None:
    (office / "register.csv").write_text("id;ort;land;flaeche\n" + rows, encoding="utf-8")
    (office / "rezept.toml").write_text(extra + NESTED, encoding="utf-8")
    recipe, _ = read_recipe(office / "rezept.toml")
    assert recipe is not None
    told = tabulate_register(str(office / "register.csv"), recipe, office / "w", secret="s" * 16)
    assert code in {issue.code for issue in told}


def test_the_checksum_of_what_was_read_does_not_depend_on_the_order(office: Path) -> None:
    (office / "rezept.toml").write_text(NESTED, encoding="utf-8")
    recipe, _ = read_recipe(office / "rezept.toml")
    assert recipe is not None
    first = read_register(str(office / "register.csv"), recipe.form).sha256
    head, *rows = (office / "register.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (office / "register.csv").write_text(head + "".join(reversed(rows)), encoding="utf-8")
    assert read_register(str(office / "register.csv"), recipe.form).sha256 == first
