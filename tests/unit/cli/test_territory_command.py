"""`mehrklang territory`: own lists are checked and looked up."""

import pytest

from mehrklang.cli.main import main

LIST = (
    "Schlüssel;Name;Ebene;Übergeordnet;Gliederung;Gültig bis\n"
    "p:b;Bezirk Nord;bezirk;;;\np:1;Altstadt;stadtteil;p:b;;\np:2;Hafen;stadtteil;p:b;;31.12.2019\n"
    "p:s;Sozialraum;statistischer-bezirk;;;\np:1;Altstadt;stadtteil;p:s;sozialraum;\n"
)


@pytest.fixture
def given(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


def test_a_sound_list_is_counted(given, capsys):
    assert main(["territory", "check", str(given)]) == 0
    assert "4 Gebiete, 1 Zuordnungen in 1 weiteren Gliederungen" in capsys.readouterr().out


def test_a_faulty_list_names_its_faults(given, capsys):
    given.write_text(LIST.replace("bezirk;;;", "kiez;;;", 1), encoding="utf-8")
    assert main(["territory", "check", str(given)]) == 1
    told = capsys.readouterr()
    assert "G-LISTE-04 [liste.csv, Zeile 2, Spalte Ebene]" in told.err
    assert told.out == ""


def test_an_area_is_shown_with_what_it_lies_in_and_what_lies_in_it(given, capsys):
    assert main(["territory", "show", str(given), "Bezirk Nord", "p:1"]) == 0
    told = capsys.readouterr().out
    assert "p:b Bezirk Nord (bezirk)\n    1 Teile: p:1 Altstadt\n" in told
    assert "p:1 Altstadt (stadtteil)\n    liegt in: Bezirk Nord\n" in told
    assert main(["territory", "show", str(given), "p:b", "--day", "2019-12-31"]) == 0
    assert "2 Teile: p:1 Altstadt, p:2 Hafen" in capsys.readouterr().out
    assert main(["territory", "show", str(given), "p:1", "--hierarchy", "sozialraum"]) == 0
    assert "liegt in: Sozialraum" in capsys.readouterr().out


def test_an_area_that_is_not_there_is_told(given, capsys):
    assert main(["territory", "show", str(given), "p:9"]) == 1
    assert "„p:9“: kein Gebiet gefunden." in capsys.readouterr().err
