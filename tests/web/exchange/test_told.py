"""Differences of two folders are told with names and in plain German, never in the keys and codes of the files."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

import pytest

from mehrklang.catalogue import Direction
from mehrklang.package import Goal, Monitoring
from mehrklang.package.monitoring import Steerable
from mehrklang.planning.measure import Measure
from mehrklang.vocabulary import Issue, Severity
from mehrklang_web.exchange.told import Part, Row, Value, issues_told, parts_between
from mehrklang_web.ui.words import label_of
from tests.factories import shell

KEYS = Path(__file__).parents[3] / "src" / "mehrklang"
ASKED = re.compile(r"\.(?:texts?|integer|flag|choice|pairs|table|rows|number|day)\(\s*\"([a-z_0-9]+)\"")
SPELT_OUT = re.compile(r"ae|oe|_|massn|schluess|gueltig|gewaehlt|uebe|fuer|verknuepf|wuerf")
"""How the umlauts and words of a key are spelt in files."""


def only(parts: tuple[Part, ...], name: str) -> Row:
    [row] = next(part for part in parts if part.name == name).rows
    return row


def keys() -> list[str]:
    files = (file for room in ("catalogue", "package") for file in (KEYS / room).rglob("*.py"))
    return sorted({key for file in files for key in ASKED.findall(file.read_text(encoding="utf-8"))})


@pytest.mark.parametrize("key", keys())
def test_every_key_of_the_files_is_read_as_german(key):
    label = label_of(key)
    assert label[0].isupper()
    assert not SPELT_OUT.search(label.lower())


@pytest.fixture
def before(tmp_path) -> Monitoring:
    return shell.monitoring(tmp_path)


def test_a_changed_answer_has_the_name_of_its_indicator_and_german_words(before):
    first, *others = before.selection
    after = replace(before, selection=(replace(first, steerable=Steerable.NO), *others))
    row = only(parts_between(before, after), "Ausgewählte Indikatoren")
    assert (row.entry, row.label, row.before, row.after) == ("Indikator: Anteil A", "Steuerbar", "teilweise", "nein")


def test_goals_of_an_indicator_are_told_by_their_titles(before):
    first, *others = before.selection
    after = replace(before, selection=(replace(first, goals=("arbeit", "wohnen")), *others))
    row = only(parts_between(before, after), "Ausgewählte Indikatoren")
    assert (row.label, row.after) == ("Ziele", "Mehr Menschen haben Arbeit, Alle wohnen gut")


def test_numbers_are_written_as_in_german(before):
    first, *others = before.selection
    after = replace(before, selection=(replace(first, target=replace(shell.TARGET, value=Decimal("32.5"))), *others))
    row = only(parts_between(before, after), "Ausgewählte Indikatoren")
    assert (row.label, row.before, row.after) == ("Zielwert, Wert", "30", "32,5")


def test_a_new_entry_is_told_value_by_value(before):
    after = replace(before, goals=(*before.goals, Goal("M1", "Mehr Begegnung", "Wohnen", "teilhabe")))
    row = only(parts_between(before, after), "Ziele")
    assert (row.entry, row.came) == ("Ziel: M1 Mehr Begegnung", True)
    assert Value("Oberziel", "Alle haben teil") in row.whole
    gone = only(parts_between(after, before), "Ziele")
    assert (gone.entry, gone.came, gone.whole) == (row.entry, False, row.whole)


def test_an_own_indicator_and_its_interpretation_are_told_by_its_name_and_what_changed(before):
    one, *others = before.own_indicators
    text = replace(before.interpretations["anteil-a"], summary="Ein Drittel.")
    after = replace(
        before,
        own_indicators=(replace(one, direction=Direction.LOW_IS_GOOD), *others),
        interpretations=MappingProxyType({"anteil-a": text}),
    )
    parts = parts_between(before, after)
    own, told = only(parts, "Eigene Indikatoren"), only(parts, "Interpretationen")
    assert (own.entry, own.before, own.after) == ("Anteil A", "hoch ist günstig", "niedrig ist günstig")
    assert (told.entry, told.label, told.after) == ("Anteil A", "Kurzfassung", "Ein Drittel.")


def test_outlines_are_not_told_point_by_point(before):
    row = only(parts_between(before, replace(before, boundaries=before.boundaries[:2])), "Grenzen")
    assert (row.before, row.after) == ("vorhanden", "geändert")


def test_a_group_is_told_by_the_name_that_the_indicator_gives_it(before):
    first, *others = before.selection
    after = replace(before, selection=(replace(first, group="alle"), *others))
    assert only(parts_between(before, after), "Ausgewählte Indikatoren").after == "Alle"


def test_days_are_told_as_in_german(before):
    measure = Measure("M1", "Anschreiben", ("arbeit",), begins=date(2026, 5, 1))
    after = replace(before, measures=(measure,))
    assert Value("Beginn", "01.05.2026") in only(parts_between(before, after), "Maßnahmen").whole


def test_an_interpretation_that_is_gone_is_one_row(before):
    row = only(parts_between(before, replace(before, interpretations=MappingProxyType({}))), "Interpretationen")
    assert (row.entry, row.came) == ("Anteil A", False)
    assert Value("Unterschrift 1, Name", "A. Muster") in row.whole


def test_messages_have_names_and_faults_stand_first(before):
    hint = Issue("M-ZIEL-05", Severity.NOTE, "Der Indikator „anteil-a“ hängt an keinem Ziel.", "Das ist erlaubt.")
    fault = replace(hint, severity=Severity.ERROR, message="„fremd“ gibt es nicht.")
    told = [each.message for each in issues_told([hint, fault], before)]
    assert told == ["„fremd“ gibt es nicht.", "Der Indikator „Anteil A“ hängt an keinem Ziel."]
