"""`mehrklang read`."""

import csv
import json
from pathlib import Path

import pytest

from mehrklang.cli import main

GOOD = 'Year,Gebietseinheit,GeoCode,Value\n2023,"Goslar",K03153,17275\n2024,"Goslar",K03153,17035\n'


def test_a_good_file_becomes_observations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The CSV has one row per cell, with its place and its raw text."""
    source, target = tmp_path / "indicator_1-2-1.csv", tmp_path / "beobachtungen.csv"
    source.write_text(GOOD, encoding="utf-8")
    assert main(["read", str(source), "--out", str(target)]) == 0
    assert "lesbar als opensdg; 2 Beobachtungen" in capsys.readouterr().err
    rows = list(csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [(row["groesse"], row["gebiet"], row["zeitraum"], row["zahl"], row["zeile"]) for row in rows] == [
        ("1-2-1", "03153", "2023", "17275", "2"),
        ("1-2-1", "03153", "2024", "17035", "3"),
    ]
    assert {row["rohtext"] for row in rows} == {"17275", "17035"}


def test_a_faulty_file_gives_issues_and_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every issue is on the screen and in the JSON, with its line."""
    source, target = tmp_path / "indicator_1-2-1.csv", tmp_path / "meldungen.json"
    source.write_text(GOOD.replace("17275", "viele"), encoding="utf-8")
    assert main(["read", str(source), "--issues", str(target)]) == 1
    issues = json.loads(target.read_text(encoding="utf-8"))
    assert [issue["zeile"] for issue in issues if issue["schwere"] == "fehler"] == [2]
    screen = capsys.readouterr().err
    assert all(issue["code"] in screen and issue["abhilfe"] in screen for issue in issues)


def test_period_and_unit_of_a_file_that_names_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """INKAR's older export; a word that is no period is refused."""
    source = tmp_path / "inkar.csv"
    source.write_text("Kennziffer\tRaumeinheit\tSterblichkeit\n03153\tGoslar\t2,5\n", encoding="utf-8")
    assert main(["read", str(source)]) == 1
    assert main(["read", str(source), "--period", "2017", "--unit", "je 1000"]) == 0
    assert "lesbar als inkar; 1 Beobachtungen" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["read", str(source), "--period", "bald"])
    assert "„bald“ ist keine Zeitangabe" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_an_issue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, no traceback."""
    assert main(["read", str(tmp_path / "fehlt.csv")]) == 1
    assert "fehlt.csv" in capsys.readouterr().err


def test_several_files_are_read_in_one_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One summary per file."""
    files = [tmp_path / "indicator_1-1-1.csv", tmp_path / "indicator_1-2-1.csv"]
    for file in files:
        file.write_text(GOOD, encoding="utf-8")
    assert main(["read", *map(str, files), "--kind", "opensdg"]) == 0
    screen = capsys.readouterr().err
    assert all(file.name in screen for file in files)


def test_formulas_stay_text(tmp_path: Path) -> None:
    """A category, an area's name or a raw cell that begins like a formula gets an apostrophe; numbers do not."""
    source, target = tmp_path / "tabelle.csv", tmp_path / "beobachtungen.csv"
    heads = "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Ort\n"
    source.write_text(f"{heads}=1+2;03153;2024;Anzahl;-5;@SUM(1)\n", encoding="utf-8")
    main(["read", str(source), "--out", str(target)])
    [row] = csv.DictReader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    assert (row["groesse"], row["zahl"], row["rohtext"]) == ("'=1+2", "-5", "-5")
    assert not any(cell.startswith(("=", "@")) for cell in row.values())


def test_a_mapping_profile_reads_a_file_of_no_known_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A profile that is not there, or faulty, is told and nothing is read."""
    source, profile = tmp_path / "bestand.csv", tmp_path / "zuordnung.toml"
    source.write_text("Kreis;Jahr;Bestand\n03153;2024;12\n", encoding="utf-8")
    command = ["read", str(source), "--profile", str(profile)]
    assert main(command) == 1
    assert "L-DATEI-01" in capsys.readouterr().err
    text = 'messgroesse="bestand"\neinheit="Anzahl"\n[spalten]\ngebiet="Kreis"\nzeitraum="Jahr"\nwert="Bestand"\n'
    profile.write_text(text, encoding="utf-8")
    assert main(command) == 0
    assert "1 Beobachtungen" in capsys.readouterr().err
