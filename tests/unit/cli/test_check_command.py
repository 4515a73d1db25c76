"""`mehrklang check`."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.cli import main
from tests.factories.deliveries import INKAR
from tests.factories.layouts import PROFILE, UNKNOWN

HEAD = "Messgröße;Gebiet;Zeitraum;Einheit;Wert\n"


def _file(path: Path, numbers: list[int | str]) -> Path:
    rows = [f"Zuzüge;03153;{2010 + at};Anzahl;{number}" for at, number in enumerate(numbers)]
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return path


GOOD: list[int | str] = [1200, 1210, 1190, 1230, 1220, 1240]


def test_a_clean_delivery_is_told_with_what_is_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Content on standard output, no issue, exit code 0."""
    assert main(["check", str(_file(tmp_path / "zuzug.csv", GOOD))]) == 0
    screen = capsys.readouterr()
    assert "zuzug.csv: verwendbar als tidy; 0 Fehler, 0 Warnungen, 0 Hinweise" in screen.out
    assert "Zuzüge, Anzahl: 6 Werte, 1 Gebiete, 6 Zeiträume (2010 bis 2015)" in screen.out
    assert screen.err == ""


def test_what_looks_wrong_is_told_and_does_not_stop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digit too many warns, with line and remedy; the exit code stays 0."""
    file = _file(tmp_path / "zuzug.csv", [1200, 1210, 11900, 1230, 1220, 1240])
    assert main(["check", str(file)]) == 0
    told = capsys.readouterr().err
    assert "WARNUNG P-SPRUNG-01 [zuzug.csv, Zeile 4, Spalte Wert]" in told
    assert "Faktor 9,7 über" in told


def test_errors_give_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A cell that is no number stops the delivery."""
    assert main(["check", str(_file(tmp_path / "zuzug.csv", [*GOOD, "viele"]))]) == 1
    assert "so nicht verwendbar" in capsys.readouterr().out


def test_json_holds_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts by severity, content, issues and the change, in documented keys."""
    new = _file(tmp_path / "zuzug.csv", [*GOOD[:-1], 1364, 1300])
    (tmp_path / "alt").mkdir()
    old = _file(tmp_path / "alt" / "zuzug.csv", GOOD)
    assert main(["check", str(new), "--against", str(old), "--json"]) == 0
    told = json.loads(capsys.readouterr().out, parse_float=Decimal)
    assert told["anzahl"] == {"fehler": 0, "warnung": 0, "hinweis": 0}
    [file] = told["dateien"]
    assert (file["datei"], file["beobachtungen"], file["zeitraeume"][-1]) == ("zuzug.csv", 7, "2016")
    assert file["inhalte"][0]["groesster"] == 1364
    [change] = file["vergleich"]["geaendert"]
    assert (change["vorher"]["zahl"], change["nachher"]["zahl"], change["unterschied"]) == (1240, 1364, 124)
    assert change["unterschied_prozent"] == 10
    assert [new["zeitraum"] for new in file["vergleich"]["neu"]] == ["2016"]


def test_the_difference_is_told_largest_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At most ten changes on the screen."""
    old = _file(tmp_path / "alt.csv", GOOD)
    new = _file(tmp_path / "neu.csv", [1200, 1211, 1190, 1230, 1220, 1300])
    assert main(["check", str(new), "--against", str(old)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "0 neu, 2 geändert, 0 entfallen, 4 unverändert" in lines[2]
    assert "1.240 → 1.300 (4,8 %)" in lines[3]
    assert "1.210 → 1.211 (0,1 %)" in lines[4]


def test_the_documented_json_has_the_real_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The example of the Handbuch and the output have the same keys at every level."""
    text = (Path(__file__).parents[3] / "docs/handbuch/kommandozeile.md").read_text(encoding="utf-8")
    section = text.partition("## mehrklang check")[2].partition("\n## ")[0]
    example = json.loads(section.partition("```json\n")[2].partition("```")[0])
    old = _file(tmp_path / "alt.csv", GOOD)
    new = _file(tmp_path / "neu.csv", [1200, 1210, 11900, 1230, 1220, 1240])
    main(["check", str(new), "--against", str(old), "--json"])
    assert _keys(json.loads(capsys.readouterr().out)) == _keys(example)


def _keys(value: object) -> set[str]:
    """The paths of all keys; lists count as their first entry."""
    if isinstance(value, list):
        return _keys(value[0]) if value else set()
    if not isinstance(value, dict):
        return set()
    return set(value) | {f"{key}.{below}" for key, item in value.items() for below in _keys(item)}


def test_several_files_of_no_known_form_are_checked_by_a_profile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One profile for all of them, and for the earlier ones; a fault in one gives code 1 and is told with the rest."""
    profile = tmp_path / "bestand.toml"
    profile.write_text(PROFILE, encoding="utf-8")
    old, new, wrong = (tmp_path / name for name in ("alt.csv", "neu.csv", "falsch.csv"))
    old.write_text(UNKNOWN, encoding="utf-8")
    new.write_text(UNKNOWN.replace(";12\n", ";15\n"), encoding="utf-8")
    wrong.write_text(UNKNOWN.replace(";12\n", ";zwölf\n").replace("2024", "2023"), encoding="utf-8")
    asked = ["check", str(new), str(wrong), "--against", str(old), "--profile", str(profile), "--json"]
    assert main(asked) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(file["datei"], file["verwendbar"]) for file in told["dateien"]] == [
        ("neu.csv", True),
        ("falsch.csv", False),
    ]
    assert [change["nachher"]["zahl"] for change in told["dateien"][0]["vergleich"]["geaendert"]] == [15]
    assert not list(tmp_path.glob("*.parquet"))


def test_a_faulty_profile_is_told_before_anything_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its code, and exit code 1."""
    profile = tmp_path / "bestand.toml"
    profile.write_text("farbe = 'rot'", encoding="utf-8")
    assert main(["check", str(tmp_path / "neu.csv"), "--profile", str(profile)]) == 1
    screen = capsys.readouterr()
    assert "L-PROFIL-01" in screen.err
    assert screen.out == ""


def test_period_and_unit_are_said_where_the_files_name_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An older table of INKAR names neither."""
    file = tmp_path / "inkar.csv"
    file.write_text(INKAR + "03153\tGoslar\tKreis\t5,5\n12051\tBrandenburg\tKreis\t6,1\n", encoding="utf-8")
    assert main(["check", str(file), "--json"]) == 1
    capsys.readouterr()
    assert main(["check", str(file), "--period", "2017", "--unit", "Prozent", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["dateien"][0]["zeitraeume"] == ["2017"]
