"""The packaged catalogue is whole, commented, sourced, balanced, and says what a core set needs."""

from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest

from mehrklang.catalogue import (
    BreakKind,
    Direction,
    Evidence,
    IndicatorDefinition,
    IndicatorKind,
    MatchDegree,
    Perspective,
    UnknownEntry,
    load,
)
from mehrklang.vocabulary import Unit
from tests.factories.kinds import DEFINITIONS

CATALOGUE = load()
DATA = Path(str(files("mehrklang.catalogue"))) / "data"
HOUSE = [definition for definition in CATALOGUE.indicators.values() if not definition.catalogue]
DESCRIBED = [definition for definition in CATALOGUE.indicators.values() if definition.catalogue]
INDICATOR_FILES = sorted((DATA / "indikatoren").rglob("*.toml"))

# The candidates for a core set: those that at least three of the public sets of Länder, Bund, Niedersachsen, Wiesbaden
# and Potsdam share, and the subjective ones that Difu (2022) misses.
CORE = {
    "auslaenderanteil",
    "gesicherter-aufenthalt",
    "einbuergerungsquote",
    "wahlberechtigte-mit-migrationshintergrund",
    "betreuungsquote-3-bis-5",
    "familiensprache-in-kitas",
    "sprachfoerderbedarf-vor-der-einschulung",
    "gymnasium-im-8-jahrgang",
    "schulabgang-ohne-hauptschulabschluss",
    "ausbildungsbeteiligung",
    "beschaeftigungsquote",
    "arbeitslosenquote",
    "mindestsicherungsquote",
    "armutsgefaehrdung",
    "anforderungsniveau-der-beschaeftigten",
    "wohneigentum",
    "u-untersuchungen",
    "beschaeftigte-der-verwaltung-mit-einwanderungsgeschichte",
    "zugehoerigkeit-zum-wohnort",
    "diskriminierungserfahrung",
}


def test_the_packaged_catalogue_has_no_faults() -> None:
    assert CATALOGUE.issues == ()
    assert len(HOUSE) == len(INDICATOR_FILES) >= 50


def test_the_twenty_candidates_for_a_core_set_are_there_and_no_others() -> None:
    assert {definition.code for definition in CATALOGUE.core} == CORE
    assert len(CORE) == 20


@pytest.mark.parametrize("file", INDICATOR_FILES, ids=lambda file: file.stem)
def test_a_file_bears_the_name_of_its_indicator_and_begins_with_its_reason(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert f'\ncode = "{file.stem}"\n' in text
    assert text.startswith("# ")


@pytest.mark.parametrize("file", sorted(DATA.rglob("*.toml")), ids=lambda file: file.stem)
def test_every_file_is_commented(file: Path) -> None:
    assert file.read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("definition", HOUSE, ids=lambda definition: definition.code)
def test_what_has_no_source_yet_says_from_whom_it_comes(definition: IndicatorDefinition) -> None:
    assert definition.source
    if not definition.bindings and definition.derivation is None:
        asked = ("eigene", "Bundesagentur", "BAMF", "Landesamt", "Mikrozensus", "Kursträger", "Ausländerbehörde")
        assert any(word.casefold() in definition.source.casefold() for word in asked)


def test_the_named_catalogues_are_only_described_and_say_where_it_stands() -> None:
    """Nothing can be computed from what another catalogue says; each entry cites its publication."""
    assert Counter(each.catalogue for each in DESCRIBED) == {
        "niedersachsen": 63,
        "intmk": 53,
        "destatis": 21,
        "wiesbaden": 16,
        "hamburg": 9,
        "svr": 9,
        "baden-wuerttemberg": 1,
    }
    assert all(each.references and each.source and not each.computable for each in DESCRIBED)
    assert {each.catalogue for each in DESCRIBED} == set(CATALOGUE.named)


def test_every_match_says_on_what_it_rests_and_what_differs() -> None:
    found = [match for definition in HOUSE for match in definition.matches]
    assert len(found) >= 140
    assert all(match.source for match in found)
    assert all(match.difference for match in found if match.degree is not MatchDegree.SAME)


def test_a_match_in_words_names_catalogue_number_and_degree() -> None:
    definition = CATALOGUE.indicator("mindestsicherungsquote")
    assert CATALOGUE.in_words(definition.matches[1]) == "IntMK E8 (nah: Dort nur Leistungen nach dem SGB II.)"


def test_strengths_stand_beside_deficits_and_people_are_heard() -> None:
    seen = Counter(definition.perspective for definition in HOUSE)
    assert seen[Perspective.STRENGTH] >= seen[Perspective.DEFICIT]
    core = Counter(definition.perspective for definition in CATALOGUE.core)
    assert core[Perspective.STRENGTH] >= core[Perspective.DEFICIT]
    subjective = [one for one in HOUSE if one.evidence is Evidence.SUBJECTIVE]
    assert len(subjective) >= 5


def test_every_kind_that_the_field_uses_occurs_and_the_others_in_the_test_monitoring() -> None:
    """The catalogue invents no indicator for the sake of a kind; tests/factories/kinds binds every one."""
    packaged = {definition.kind for definition in HOUSE}
    not_in_use = {
        IndicatorKind.COVERAGE,
        IndicatorKind.PARTICIPATION,
        IndicatorKind.MEAN,
        IndicatorKind.STANDARDISED,
        IndicatorKind.INDIRECTLY_STANDARDISED,
        IndicatorKind.SHANNON,
        IndicatorKind.EXPOSURE,
        IndicatorKind.COMPOSITE,
    }
    assert packaged == set(IndicatorKind) - not_in_use
    assert set(DEFINITIONS) == set(IndicatorKind)


def test_the_catalogue_of_lower_saxony_is_bound_by_kreis_and_land() -> None:
    tables = {
        term.measure
        for definition in CATALOGUE.indicators.values()
        for binding in definition.bindings
        if binding.source == "lsn-integrationsmonitoring"
        for group in binding.groups
        for term in (*group.numerator, *group.denominator)
    }
    assert len(tables) >= 40


def test_sources_that_are_published_are_not_protected_twice() -> None:
    """Only material that we add up ourselves has a minimum count of ours, except the limits a producer documents."""
    for source in CATALOGUE.sources.values():
        rules = CATALOGUE.rule_set(source.rule_set)
        if source.key != "ba-statistik":
            assert (rules.minimum_count > 0) <= (source.material == "additiv"), source.key


def test_known_traps_stand_in_the_definitions() -> None:
    rate = CATALOGUE.indicator("einbuergerungsquote")
    assert (rate.kind, rate.per, rate.unit) == (IndicatorKind.RATE, 100, Unit.PERCENT)
    assert "AZR" in rate.bindings[0].groups[0].base
    support = CATALOGUE.indicator("mindestsicherungsquote")
    assert support.unit is Unit.PER_MILLE
    assert "nicht AZR" in support.bindings[0].groups[0].base
    assert CATALOGUE.indicator("beschaeftigungsquote").bindings == ()
    assert "Arbeitsort" in CATALOGUE.indicator("auslaendische-beschaeftigte-am-arbeitsort").name
    assert "keine Betreuungsquote" in " ".join(CATALOGUE.indicator("familiensprache-in-kitas").notes)


def test_the_breaks_of_the_field_are_data_with_their_publication() -> None:
    years = {key: entry.first_year for key, entry in CATALOGUE.breaks.items()}
    for key, year in {
        "zensus-2011": 2011,
        "zensus-2022": 2022,
        "mz-2017": 2017,
        "mz-2020": 2020,
        "mz-2023": 2023,
    }.items():
        assert years[key] == year
    assert all(entry.source for entry in CATALOGUE.breaks.values())
    assert {entry.first_year for entry in CATALOGUE.indicator("auslaenderanteil").breaks} == {2011, 2022}
    assert CATALOGUE.indicator("einbuergerungsquote").breaks[0].kind is BreakKind.LAW


def test_a_presumed_break_is_a_note_and_no_break() -> None:
    """Köln 2008/09: nobody has documented it, so it must not cut the series."""
    definition = CATALOGUE.indicator("anteil-mit-migrationshintergrund")
    assert all(entry.first_year != 2009 for entry in definition.breaks)
    assert any("Köln" in note and "2009" in note for note in definition.notes)


def test_context_indicators_are_never_assessed() -> None:
    for definition in CATALOGUE.indicators.values():
        assert (definition.direction is Direction.CONTEXT) == (definition.perspective is Perspective.CONTEXT)


@pytest.mark.parametrize(
    ("ask", "sentence"),
    [
        (CATALOGUE.indicator, "Im Katalog gibt es den Indikator „nichts“ nicht."),
        (CATALOGUE.source, "Im Katalog gibt es die Quelle „nichts“ nicht."),
        (CATALOGUE.definition, "Im Katalog gibt es die Merkmalsdefinition „nichts“ nicht."),
        (CATALOGUE.rule_set, "Im Katalog gibt es den Regelsatz „nichts“ nicht."),
    ],
)
def test_what_does_not_exist_is_said_in_german(ask: Callable[[str], object], sentence: str) -> None:
    with pytest.raises(UnknownEntry) as caught:
        ask("nichts")
    assert str(caught.value) == sentence
    assert isinstance(caught.value, KeyError)


def test_nobody_can_change_the_catalogue() -> None:
    with pytest.raises(TypeError):
        CATALOGUE.indicators["x"] = CATALOGUE.indicator("einbuergerungsquote")
