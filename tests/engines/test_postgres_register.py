"""`mehrklang tabulate` counts a register in a real PostgreSQL database as it counts the same rows in a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mehrklang.cli import main

psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")

AREAS = """Gebiet;Gebietsname;Gebietsebene;Obergebiet
stadt;Stadt;gemeinde;
q1;Hafen;stadtteil;stadt
q2;Berg;stadtteil;stadt
"""
RECIPE = """
messgroesse = "einwohner"
zeitraum = "2024"
gebiet_spalte = "Wohn Ort"
gebiete = "gebiete.csv"

[[merkmal]]
name = "Geschlecht"
spalte = "geschlecht"

[[merkmal]]
name = "Land"
spalte = "Länd'er"

[[tabelle]]
merkmale = ["Geschlecht", "Land"]
"""
PERSONS = [
    (f"p{n}", f"q{1 + n % 2}", "wm"[n // 2 % 2], ("Polen", "Österreich", "Côte d'Ivoire")[n * n % 3])
    for n in range(200)
]
COLUMNS = ("id", "Wohn Ort", "geschlecht", "Länd'er")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The same persons as a file, and the recipe."""
    (tmp_path / "gebiete.csv").write_text(AREAS, encoding="utf-8")
    rows = [",".join(f'"{each}"' for each in row) for row in (COLUMNS, *PERSONS)]
    (tmp_path / "register.csv").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


@pytest.fixture
def register(postgres_place: str) -> Iterator[str]:
    """A table in a schema, an account that may only read it, and its address."""
    names = ", ".join(f'"{name}" TEXT' for name in COLUMNS)
    with psycopg.connect(postgres_place, autocommit=True) as database:
        database.execute("CREATE SCHEMA meldewesen")
        database.execute(f'CREATE TABLE meldewesen."Personen Ü" ({names})')
        database.cursor().executemany('INSERT INTO meldewesen."Personen Ü" VALUES (%s, %s, %s, %s)', PERSONS)
        database.execute("CREATE ROLE leser LOGIN")
        database.execute('GRANT USAGE ON SCHEMA meldewesen TO leser; GRANT SELECT ON meldewesen."Personen Ü" TO leser')
        yield postgres_place.replace("user=probe", "user=leser")
        database.execute("DROP SCHEMA meldewesen CASCADE; DROP ROLE leser")


def tabulated(office: Path, place: str, out: str, recipe: str = RECIPE) -> int:
    (office / "rezept.toml").write_text(recipe, encoding="utf-8")
    return main(["tabulate", place, "--recipe", str(office / "rezept.toml"), "--out", str(office / out)])


def test_the_database_gives_the_cube_that_the_file_gives(office: Path, register: str) -> None:
    """Byte for byte; names with blanks, quotation marks and umlauts, and an account without the right to write."""
    assert tabulated(office, str(office / "register.csv"), "datei") == 0
    assert tabulated(office, register, "datenbank", 'datenbank_tabelle = "meldewesen.Personen Ü"\n' + RECIPE) == 0
    for name in ("zellen.csv", "beziehungen.csv"):
        assert (office / "datei" / name).read_bytes() == (office / "datenbank" / name).read_bytes()
    delivery = office / "l.csv"
    assert main(["protect", str(office / "datenbank"), "--rules", "mindestfallzahl-3", "--out", str(delivery)]) == 0
    assert main(["audit", str(delivery)]) == 0


@pytest.mark.parametrize("table", ["meldewesen.gibtsnicht", "gibtsnicht"])
def test_a_table_that_is_not_there_is_said_without_the_address(
    office: Path, register: str, table: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tabulated(office, register, "datenbank", f'datenbank_tabelle = "{table}"\n' + RECIPE) == 1
    said = capsys.readouterr().err
    assert "B-REGISTER-09" in said
    assert "leser" not in said
    assert not (office / "datenbank").exists()


def test_a_column_that_is_not_there_is_named(office: Path, register: str, capsys: pytest.CaptureFixture[str]) -> None:
    recipe = 'datenbank_tabelle = "meldewesen.Personen Ü"\n' + RECIPE.replace("Länd'er", "Laender")
    assert tabulated(office, register, "datenbank", recipe) == 1
    assert "Laender" in capsys.readouterr().err


def test_rows_that_somebody_is_writing_are_not_counted_and_nothing_is_locked(
    office: Path, register: str, postgres
) -> None:
    """An open write of another person: the counts are those that were committed, and the write goes through."""
    recipe = 'datenbank_tabelle = "meldewesen.Personen Ü"\n' + RECIPE
    assert tabulated(office, register, "vorher", recipe) == 0
    postgres.execute("INSERT INTO meldewesen.\"Personen Ü\" VALUES ('neu', 'q1', 'w', 'Polen')")
    assert tabulated(office, register, "waehrend", recipe) == 0
    assert (office / "vorher" / "zellen.csv").read_bytes() == (office / "waehrend" / "zellen.csv").read_bytes()
