"""Weighing: what is known of an indicator, which questions are open, and how a set is balanced, held against counting
by hand over the real catalogue."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import (
    Access,
    Evidence,
    ExpectedDay,
    Perspective,
    Supply,
    deliveries_a_year,
    load,
    periods_expected,
)
from mehrklang.package import Selection
from mehrklang.package.starting import Standing, candidates, obtainable
from mehrklang.package.weighing import (
    Asked,
    Prospect,
    Secured,
    Situation,
    balance,
    effort,
    imbalances,
    open_questions,
    prospect,
    replies,
)
from mehrklang.package.weighing.balance import ORIGIN_FEATURES
from mehrklang.package.weighing.examples import example
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.territory.municipalities import municipalities
from mehrklang.vocabulary import AreaLevel
from tests.factories.monitorings import supplies as any_supply

CATALOGUE = load()
KOELN, LSN = "koeln-bevoelkerung", "lsn-integrationsmonitoring"
selections = st.lists(
    st.builds(
        Selection,
        st.sampled_from(sorted(CATALOGUE.indicators)),
        st.sampled_from(["", "Weil."]),
        effort_hours=st.none() | st.integers(0, 40).map(Decimal),
        perspective=st.none() | st.sampled_from(Perspective),
    ),
    unique_by=lambda each: each.code,
    max_size=25,
)
some_supplies = st.fixed_dictionaries({KOELN: any_supply, LSN: any_supply})


def situation(supplies=None, **known):
    return Situation(CATALOGUE.indicators, CATALOGUE.sources, CATALOGUE.definitions, supplies or {}, **known)


def prospects(chosen, supplies=None, **known):
    here = situation(supplies, **known)
    return [prospect(each, here) for each in chosen]


@given(any_supply)
def test_deliveries_a_year_are_the_periods_that_fall_due_in_one(supply):
    """The oracle walks the calendar of the days on which deliveries are expected."""
    dated = replace(supply, expected=ExpectedDay(0, 1))
    due = periods_expected(dated, date(2027, 1, 1), date(2027, 12, 31))
    assert deliveries_a_year(supply) == (len(due) or None)


@given(selections, some_supplies)
def test_the_hours_are_those_of_each_source_once_and_of_indicators_that_have_none(chosen, supplies):
    wanted = prospects(chosen, supplies)
    used = {origin.key for each in wanted for origin in each.origins}
    supplies = {key: supplies.get(key, CATALOGUE.sources[key].supply) for key in used}
    total, silent = Decimal(0), set()
    for key in used:
        times = deliveries_a_year(supplies[key])
        if supplies[key].effort_hours is None or times is None:
            silent.add(key)
        else:
            total += supplies[key].effort_hours * times
    for each in wanted:
        unsaid = all(supplies[origin.key].effort_hours is None for origin in each.origins)
        if unsaid and each.selection.effort_hours is not None:
            total += each.selection.effort_hours
    found = effort(wanted)
    assert found.hours == total
    named = {code for line in found.lines for code in line.codes}
    assert named == {each.code for each in chosen}, "every indicator is named: counted, or unknown with its reason"
    assert all(line.reason for line in found.unknown)
    assert silent or not [line for line in found.unknown if not line.own]


@given(selections)
def test_each_indicator_is_counted_once_in_every_group(chosen):
    wanted = prospects(chosen)
    found = balance(wanted, {})
    for group in (found.perspectives, found.evidence, found.fields, found.steerable, found.secured,
                  found.district, found.small_areas):  # fmt: skip
        assert Counter(code for each in group for code in each.codes) == Counter(found.codes)
    counted = {each.label: each.number for each in (*found.perspectives, *found.evidence)}
    told = [each.selection.perspective or each.definition.perspective for each in wanted]
    assert counted["Stärke"] == told.count(Perspective.STRENGTH)
    assert counted["Defizit"] == told.count(Perspective.DEFICIT)
    assert counted["selbst gesagt"] == sum(each.definition.evidence is Evidence.SUBJECTIVE for each in wanted)
    assert {each.label: each.number for each in found.fields} == Counter(each.definition.field for each in wanted)
    beyond = [
        code for code in found.codes if any(f not in ORIGIN_FEATURES for f in CATALOGUE.indicators[code].features)
    ]
    assert list(found.beyond_origin.codes) == beyond


ONE = Selection("bevoelkerung", "Weil.", source=KOELN)


@pytest.mark.parametrize(
    ("supply", "known", "secured"),
    [
        (Supply(access=Access.OPEN), {}, Secured.OPEN),
        (Supply(access=Access.OPEN), {"refused": frozenset({KOELN})}, Secured.REFUSED),
        (Supply(access=Access.REFUSED), {"delivered": frozenset({KOELN})}, Secured.REFUSED),
        (Supply(access=Access.ON_REQUEST), {"delivered": frozenset({KOELN})}, Secured.DELIVERED),
        (Supply(access=Access.ON_REQUEST), {"promised": frozenset({KOELN})}, Secured.PROMISED),
        (Supply(access=Access.ON_REQUEST), {}, Secured.ON_REQUEST),
        (Supply(access=Access.STATISTICS_ONLY), {}, Secured.STATISTICS_ONLY),
        (Supply(), {}, Secured.UNKNOWN),
    ],
)
def test_how_sure_the_data_are(supply, known, secured):
    """A refusal counts before everything, then what is there, then what was promised, then what is usual."""
    assert prospects([ONE], {KOELN: supply}, **known)[0].secured is secured


def test_of_several_sources_the_delivered_one_counts():
    both = Selection("bevoelkerung", "Weil.")
    assert [each.key for each in prospects([both], delivered=frozenset({KOELN}))[0].origins] == [KOELN]
    assert [each.key for each in prospects([both])[0].origins] == [LSN]


@pytest.mark.parametrize(
    ("level", "district", "small"),
    [(AreaLevel.STATE, False, False), (AreaLevel.DISTRICT, True, False), (AreaLevel.QUARTER, True, True),
     (None, None, None)],
)  # fmt: skip
def test_for_which_areas_there_are_values(level, district, small):
    found = prospects([ONE], {KOELN: Supply(level=level)})[0]
    assert (found.reaches(AreaLevel.DISTRICT), found.reaches(AreaLevel.BOROUGH)) == (district, small)


def test_an_indicator_without_a_source_is_nowhere_secured_and_its_own_hours_count():
    found = prospects([Selection("lebenszufriedenheit", "Weil.", effort_hours=Decimal("7.5"))])[0]
    assert (found.secured, found.level, effort([found]).hours) == (Secured.NO_SOURCE, None, Decimal("7.5"))


def test_without_a_source_the_catalogue_says_for_which_areas_an_indicator_is_known():
    described = next(each for each in CATALOGUE.indicators.values() if each.level and not each.computable)
    found = prospects([Selection(described.code, "")])[0]
    assert (found.level, found.secured) == (described.level, Secured.NO_SOURCE)


FULL = Selection(
    "einbuergerungsquote", "Für den Rat.", ("z",), ("Rat",), steerable_reason="Über Beratung.", why_feature="Rechte.",
    question="Wer?", if_moved="Beraten.", effort_hours=Decimal(2),
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "opened"),
    [
        ({}, ()),
        ({"question": ""}, (Asked.QUESTION,)),
        ({"why": ""}, (Asked.WHY,)),
        ({"goals": ()}, (Asked.GOALS,)),
        ({"goals": ("weg",)}, (Asked.GOALS,)),
        ({"addressees": ()}, (Asked.ADDRESSEES,)),
        ({"why_feature": ""}, (Asked.FEATURE,)),
        ({"steerable_reason": ""}, (Asked.STEERABLE,)),
        ({"if_moved": ""}, (Asked.IF_MOVED,)),
        ({"effort_hours": None}, (Asked.EFFORT,)),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, dict) else "",
)
def test_what_nobody_has_answered_is_open_and_the_rest_is_not(change, opened):
    found = prospects([replace(FULL, **change)])[0]
    assert open_questions(found, {"z": "Teilhabe"}) == opened


def test_where_people_are_not_told_apart_nobody_asks_for_the_feature():
    codes = {code: each.features for code, each in CATALOGUE.indicators.items()}
    without = next(code for code, features in codes.items() if not features)
    asked = [reply.asked for reply in replies(prospects([Selection(without, "")])[0], {})]
    assert Asked.FEATURE not in asked


def fields(prospected: Prospect, **change) -> Prospect:
    return replace(prospected, definition=replace(prospected.definition, **change))


def set_of(number, **change):
    base = prospects([FULL], {LSN: Supply(access=Access.OPEN, level=AreaLevel.DISTRICT)})[0]
    named = (replace(base, selection=replace(FULL, code=f"i{at}")) for at in range(number))
    return [fields(each, evidence=Evidence.SUBJECTIVE, features=("alter",), field=f"F{at % 3}", **change)
            for at, each in enumerate(named)]  # fmt: skip


def told(prospected, **more):
    return [each.text for each in imbalances(balance(prospected, {"z": "Ziel"}), **more)]


def mixed(number):
    """A set in which nothing stands out but what a test puts into it: one deficit, the rest strengths."""
    first, *rest = set_of(number)
    return [fields(first, perspective=Perspective.DEFICIT), *rest]


def test_a_balanced_set_of_fifteen_has_nothing_that_stands_out():
    assert told(mixed(15)) == []


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (lambda: mixed(14), "14 Indikatoren im Kernset."),
        (lambda: mixed(21), "21 Indikatoren, das Kernset hat 20 Plätze."),
        (lambda: set_of(15), "Kein Indikator zeigt ein Defizit."),
        (lambda: [*set_of(11, perspective=Perspective.DEFICIT), *set_of(15)[11:]], "11 Defizite, 4 Stärken."),
        (lambda: [fields(each, evidence=Evidence.OBJECTIVE) for each in mixed(15)],
         "Kein Indikator fragt die Menschen selbst."),
        (lambda: [fields(each, features=("migrationshintergrund",)) for each in mixed(15)[:8]] + mixed(15)[8:],
         "Nur 7 von 15 betrachten ein anderes Merkmal als die Herkunft."),
        (lambda: [fields(each, field="Arbeit") for each in mixed(15)[:8]] + mixed(15)[8:],
         "8 von 15 gehören zu „Arbeit“."),
        (lambda: [replace(each, origins=()) for each in mixed(15)[:2]] + mixed(15)[2:], "2 Indikatoren: keine Quelle."),
    ],
)  # fmt: skip
def test_what_stands_out_is_said(wanted, text):
    assert text in told(wanted())


@pytest.mark.parametrize(("deficits", "said"), [(10, False), (11, True)])
def test_deficits_stand_out_beyond_twice_the_strengths(deficits, said):
    every = [*set_of(deficits, perspective=Perspective.DEFICIT), *set_of(deficits + 5)[deficits:]]
    assert any("Defizite" in text for text in told(every)) is said


def test_fields_with_goals_and_without_indicator_are_named():
    found = imbalances(balance(mixed(15), {"z": "Ziel"}), fields_with_goals=["F0", "Wohnen"])
    assert "Ziele ohne Indikator in den Handlungsfeldern: Wohnen." in [each.text for each in found]


def test_of_nothing_nothing_is_said():
    assert told([]) == []
    assert told(mixed(3), core_set=False) == []


def test_a_source_of_another_land_gives_nothing_here_and_another_way_takes_its_place():
    """Lower Saxony's monitoring has no figures for Munich; what regional statistics have is named instead."""
    wanted = [Selection("arbeitslosenquote", ""), Selection("sgb-ii-quote", "")]
    for area, sources in (("03459", (LSN, "ba-statistik")), ("09162", ("regionalstatistik", "ba-statistik"))):
        found = prospects(wanted, area=area)
        assert tuple(each.origins[0].key for each in found) == sources
        assert [each.origins[0].bound for each in found] == [area.startswith("03"), False]
    assert prospects(wanted, area="09162")[0].secured is Secured.OPEN


def test_every_candidate_that_is_proposed_as_obtainable_has_a_source_on_the_table():
    """What the preview of a beginning promises, the working table does not take back."""
    for key in ("03153", "09162", "05315"):
        area = next(each.area for each in municipalities() if each.area.key == key)
        for answer in obtainable(candidates(CATALOGUE), CATALOGUE, area, StartingPoint.PUBLIC_DATA):
            (found,) = prospects([Selection(answer.definition.code, "")], area=key)
            assert bool(found.origins) is (answer.standing is not Standing.NONE), answer.definition.code


def test_hours_are_told_with_their_basis_and_what_nobody_has_estimated_is_counted_once() -> None:
    """No hours are invented: an indicator whose source names none is listed, and counted once for all its sources."""
    known, unknown = example("a", "register"), example("b", "amt")
    with_basis = replace(known.origins[0], supply=replace(known.origins[0].supply, effort_basis="gezählt 2025"))
    silent = replace(unknown.origins[0], supply=replace(unknown.origins[0].supply, effort_hours=None))
    other = replace(silent, key="anderes-amt", name="Anderes Amt")
    found = effort([replace(known, origins=(with_basis,)), replace(unknown, origins=(silent, other))])
    assert [(each.source, each.hours, each.basis) for each in found.lines] == [
        ("register", Decimal(10), "gezählt 2025"), ("amt", None, ""), ("anderes-amt", None, ""),
    ]  # fmt: skip
    assert {each.reason for each in found.unknown} == {"noch nicht geschätzt"}
    assert found.not_estimated == ("b",)
