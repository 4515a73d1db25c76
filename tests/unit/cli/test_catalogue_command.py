"""`mehrklang catalogue`."""

import json
from pathlib import Path

import pytest

from mehrklang.catalogue import load
from mehrklang.cli import main


def test_the_list_names_every_indicator(capsys: pytest.CaptureFixture[str]) -> None:
    """One line per indicator: code, name, field."""
    assert main(["catalogue"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines == [[each.code, each.name, each.field] for each in load().indicators.values()]


def test_the_sheet_shows_definition_and_breaks(capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet has what an office needs to judge the indicator."""
    assert main(["catalogue", "einbuergerungsquote"]) == 0
    text = capsys.readouterr().out
    definition = load().indicator("einbuergerungsquote")
    assert text.startswith(definition.name)
    for content in (definition.question, definition.numerator, definition.denominator, definition.breaks[0].text):
        assert content in text


def test_the_sheet_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads the same."""
    assert main(["catalogue", "einbuergerungsquote", "--json"]) == 0
    [sheet] = json.loads(capsys.readouterr().out)
    definition = load().indicator("einbuergerungsquote")
    assert (sheet["code"], sheet["name"], sheet["richtung"]) == (definition.code, definition.name, "hoch-gut")
    assert sheet["reihenbrueche"][0]["ab_jahr"] == definition.breaks[0].first_year


def test_an_unknown_code_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 and where to look."""
    assert main(["catalogue", "gibt-es-nicht"]) == 1
    assert "„gibt-es-nicht“ gibt es im Katalog nicht" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["vorlage.toml", "vorlage.xlsx"])
def test_the_template_of_a_catalogue_is_written_and_sound(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the program hands out, it reads."""
    path = tmp_path / name
    assert main(["catalogue", "--template", str(path)]) == 0
    assert main(["catalogue", "--template", str(path)]) == 1
    assert main(["catalogue", "--check", str(path)]) == 0
    told = capsys.readouterr()
    assert "1 Indikator, davon 1 mit Entsprechung. Keine Fehler." in told.out
    assert "gibt es schon" in told.err


def test_faults_of_a_catalogue_are_told_with_their_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All at once, on standard error."""
    path = tmp_path / "k.toml"
    path.write_text('katalog = "x"\n[[indikator]]\nnummer = "1"\n', encoding="utf-8")
    assert main(["catalogue", "--check", str(path)]) == 1
    assert main(["catalogue", "--check", str(tmp_path / "fehlt.toml")]) == 1
    told = capsys.readouterr().err
    assert "[k.toml, Zeile 2]: Die Angabe „handlungsfeld“ fehlt." in told
    assert "lässt sich nicht lesen" in told
