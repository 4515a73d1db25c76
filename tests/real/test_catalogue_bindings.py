"""Every binding to the tables of Niedersachsen and Köln finds its cells, and what both print and we compute agrees."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from mehrklang.catalogue import GroupBinding, IndicatorDefinition, IndicatorKind, Term, load
from mehrklang.cubes import CellKey
from mehrklang.indicators import Series, compute, derive
from mehrklang.sources import read
from mehrklang.vocabulary import Breakdown, Figure, Material, Unit
from tests.factories.cubes import cube

DATA = Path(__file__).parents[3] / "shared" / "data"
LSN = "lsn-integrationsmonitoring"
GOSLAR, LAND, COLOGNE = "03153", "03", "05315000"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not DATA.is_dir(), reason="the published data are not beside the checkout (../shared/data)"),
]

Table = dict[CellKey, Figure]


@cache
def _table(number: str) -> Table:
    """The cells of one table of Niedersachsen."""
    reading = read(DATA / "niedersachsen" / "csv" / f"indicator_{number}.csv")
    return {
        CellKey(each.measure, each.unit, each.area, each.period, each.breakdown): each.figure
        for each in reading.observations
    }


def _bound() -> Iterator[tuple[IndicatorDefinition, GroupBinding]]:
    for definition in load().indicators.values():
        for binding in definition.bindings:
            if binding.source == LSN:
                yield from ((definition, group) for group in binding.groups)


def _cells(term: Term, area: str) -> set[str]:
    """The periods for which a term has a number in an area."""
    return {
        key.period.key
        for key, figure in _table(term.measure).items()
        if (key.unit, key.area, key.breakdown) == (term.unit, area, term.where) and figure.known
    }


def _computed(code: str, area: str) -> dict[str, Series]:
    """The series of an indicator by group, computed from the published tables."""
    definition = load().indicator(code)
    binding = next(binding for binding in definition.bindings if binding.source == LSN)
    terms = [term for group in binding.groups for term in (*group.numerator, *group.denominator)]
    figures = {key: figure for term in terms for key, figure in _table(term.measure).items()}
    cubes = {LSN: cube(figures, material=Material.PUBLISHED)}
    return {series.group: series for series in compute(definition, binding, cubes, area=area)}


def _printed(table: str, where: dict[str, str], area: str, unit: Unit = Unit.PERCENT) -> dict[str, Decimal]:
    """What the table itself prints, by period."""
    return {
        key.period.key: figure.number
        for key, figure in _table(table).items()
        if (key.unit, key.area, key.breakdown) == (unit, area, Breakdown.of(where)) and figure.number is not None
    }


@pytest.mark.parametrize(
    ("definition", "group"), list(_bound()), ids=lambda part: getattr(part, "code", getattr(part, "group", ""))
)
def test_every_term_of_a_binding_finds_numbers_and_all_its_terms_some_in_common(
    definition: IndicatorDefinition, group: GroupBinding
) -> None:
    terms = (*group.numerator, *group.denominator)
    area = GOSLAR if all(_cells(term, GOSLAR) for term in terms) else LAND
    periods = [_cells(term, area) for term in terms]
    assert all(periods), [(term.measure, term.where.label) for term in terms if not _cells(term, area)]
    assert set.intersection(*periods)


def test_twenty_six_tables_reach_down_to_the_kreis() -> None:
    """What a Landkreis without a statistics office can have: more than half of the bound indicators."""
    kreis = {definition.code for definition, group in _bound() if _cells(group.numerator[0], GOSLAR)}
    assert len(kreis) >= 25
    assert {"auslaenderanteil", "einbuergerungsquote", "gesicherter-aufenthalt", "familiensprache-in-kitas"} <= kreis
    assert {"gymnasium-im-8-jahrgang", "schulabgang-ohne-hauptschulabschluss", "mindestsicherungsquote"} <= kreis


def _numbers(code: str, group: str, area: str) -> dict[str, Decimal]:
    """The computed numbers of a group by period."""
    values = _computed(code, area)[group].values
    return {value.period.key: value.figure.number for value in values if value.figure.number is not None}


TITLES = "Anteil der Ausländerinnen und Ausländer ohne Aufenthaltstitel"
WOMEN = {"Geschlecht": "Frauen"}
PRINTED = [
    # indicator, group, table, where the same is printed, tolerance
    ("einbuergerungsquote", "auslaendisch", "2-3-3", {}, "1e-12"),
    ("frauenanteil-unter-auslaendischen-beschaeftigten", "auslaendisch-weiblich", "5-2-1", WOMEN, "1e-12"),
    # before 2016 the register below the printed share was not yet rounded
    ("ohne-aufenthaltstitel", "auslaendisch", "2-1-1", {"Kategorie": TITLES, "Geschlecht": "insgesamt"}, "0.05"),
]


@pytest.mark.parametrize("area", [GOSLAR, "03459", LAND])
@pytest.mark.parametrize("case", PRINTED, ids=[case[0] for case in PRINTED])
def test_recomputed_shares_equal_the_printed_ones(case: tuple[str, str, str, dict[str, str], str], area: str) -> None:
    code, group, table, where, tolerance = case
    printed, computed = _printed(table, where, area), _numbers(code, group, area)
    common = printed.keys() & computed.keys()
    assert len(common) >= 14
    for period in common:
        assert abs(computed[period] - printed[period]) <= Decimal(tolerance), (period, computed[period])


def test_counts_of_the_working_contradict_their_total_until_2022_so_the_print_is_taken() -> None:
    """6-3-1, with migration background: until 2022 the parts exceed the total, and only the printed shares fit it."""
    where = {"Migrationsstatus": "mit Migrationshintergrund"}
    source = "Überwiegender Lebensunterhalt"
    work = {**where, source: "eigene Erwerbs-/ Berufstätigkeit"}
    counts, totals = (
        _printed("6-3-1", breakdown, LAND, Unit.THOUSAND) for breakdown in (work, {**where, source: "Insgesamt"})
    )
    printed = _printed("6-3-1", work, LAND)
    off = {
        period for period in printed if abs(100 * counts[period] / totals[period] - printed[period]) > Decimal("0.1")
    }
    assert off == {str(year) for year in range(2011, 2023)}
    definition = load().indicator("lebensunterhalt-aus-erwerbstaetigkeit")
    assert definition.kind is IndicatorKind.PUBLISHED


@pytest.mark.parametrize("area", [GOSLAR, LAND])
def test_migration_background_from_thousands_lies_within_their_rounding(area: str) -> None:
    where = {"Kategorie": "Personen mit Migrationshintergrund im weiteren Sinne"}
    printed, computed = _printed("1-3-1", where, area), _numbers("anteil-mit-migrationshintergrund", "mit-mh", area)
    assert computed.keys() == printed.keys()
    assert all(abs(computed[period] - printed[period]) <= Decimal("0.1") for period in printed)


@pytest.mark.parametrize("area", [GOSLAR, LAND])
def test_the_printed_share_of_foreign_nationals_has_another_population_below_it_since_2020(area: str) -> None:
    """Why it is recomputed: until 2019 both agree, in 2021 the print divides by the population of 2020."""
    printed, computed = _printed("1-2-2", {}, area), _numbers("auslaenderanteil", "auslaendisch", area)
    assert all(abs(computed[str(year)] - printed[str(year)]) < Decimal("1e-12") for year in range(2005, 2020))
    (foreign,) = [
        figure.number for key, figure in _table("1-2-1").items() if (key.area, key.period.key) == (area, "2021")
    ]
    (before,) = [
        figure.number for key, figure in _table("1-1-1").items() if (key.area, key.period.key) == (area, "2020")
    ]
    assert foreign is not None
    assert before is not None
    assert abs(100 * foreign / printed["2021"] - before) < Decimal("0.001")
    assert computed["2022"] - printed["2022"] > Decimal("0.2")


@pytest.mark.parametrize("area", [GOSLAR, "03459", LAND])
def test_the_printed_share_of_permanent_titles_is_one_year_ahead_until_2022(area: str) -> None:
    """Why it is recomputed: the print of a year fits the counts of the following one; from 2023 on they agree."""
    where = {"Befristung": "zeitlich unbefristet", "Geschlecht": "insgesamt"}
    printed = _printed("2-1-3", where, area)
    computed = _numbers("unbefristeter-aufenthaltstitel", "auslaendisch", area)
    near = Decimal("0.08")  # one step of 5 in the total
    assert all(abs(computed[str(year)] - printed[str(year)]) <= near for year in (2023, 2024))
    assert all(abs(computed[str(year + 1)] - printed[str(year)]) <= near for year in range(2010, 2023))


def test_the_print_of_grade_eight_answers_another_question() -> None:
    """Row per cent (who is at the Gymnasium?) instead of column per cent (how many of a group go there?)."""
    where = {"Schulgliederung": "Gymnasium", "Nationalität": "Ausländerinnen und Ausländer"}
    printed = _printed("4-1-1", where, GOSLAR)["2024"]
    computed = _numbers("gymnasium-im-8-jahrgang", "auslaendisch", GOSLAR)["2024"]
    assert abs(printed - Decimal(4200) / 413) < Decimal("1e-6")
    assert abs(computed - Decimal(4200) / 204) < Decimal("1e-12")


@pytest.mark.parametrize("nationality", ["Deutsche", "Ausländerinnen und Ausländer"])
def test_leavers_without_a_certificate_agree_with_the_counts_of_the_land(nationality: str) -> None:
    """4-1-4 prints a share without its denominator; for the Land, 4-1-2 has both."""
    printed = _printed("4-1-4", {"Nationalität": nationality}, LAND)
    for period in printed.keys() & {str(year) for year in range(2010, 2025)}:
        counts = {
            key.breakdown.get("Abschlussart"): figure.number
            for key, figure in _table("4-1-2").items()
            if (key.period.key, key.breakdown.get("Nationalität")) == (period, nationality)
        }
        without, special, total = (counts[kind] for kind in ("Ohne Abschluss", "Abschluss Förderschule", "Insgesamt"))
        assert without is not None
        assert special is not None
        assert total is not None
        assert abs(100 * (without + special) / total - printed[period]) < Decimal("0.05"), period


def test_the_rate_of_basic_support_has_another_foreign_population_below_it_than_the_register() -> None:
    where = {"Nationalität": "Ausländerinnen und Ausländer"}
    persons = _printed("6-2-1", where, GOSLAR, Unit.COUNT)["2024"]
    rate = _printed("6-2-1", where, GOSLAR, Unit.PER_MILLE)["2024"]
    (register,) = [
        figure.number for key, figure in _table("1-2-1").items() if (key.area, key.period.key) == (GOSLAR, "2024")
    ]
    assert register is not None
    assert (rate, persons) == (356, 4903)
    assert 1000 * persons / rate < Decimal("0.82") * register


def test_the_gap_of_unemployment_rates_equals_the_printed_one() -> None:
    definition, base = load().indicator("abstand-arbeitslosenquote"), _computed("arbeitslosenquote", LAND)
    (gap,) = derive(definition, tuple(base.values()))
    where = {
        "Kategorie": "Abstand der Arbeitslosenquote von Ausländerinnen und Ausländern zu Insgesamt",
        "Geschlecht": "Insgesamt",
    }
    printed = _printed("5-3-3", where, LAND, Unit.PERCENTAGE_POINTS)
    computed = {value.period.key: value.figure.number for value in gap.values if value.figure.number is not None}
    assert "2025-06" not in computed  # the total is not printed for June 2025
    assert len(computed) == 18
    assert all(abs(number - printed[period]) <= Decimal("0.1") for period, number in computed.items())


def test_the_bindings_of_koeln_give_the_share_with_migration_background() -> None:
    """359,873 of 1,044,555 in 2012, of the whole city."""
    reading = read(DATA / "koeln" / "bevoelkerung.csv", material=Material.ADDITIVE)
    definition = load().indicator("anteil-mit-migrationshintergrund")
    (group,) = next(binding.groups for binding in definition.bindings if binding.source == "koeln-bevoelkerung")
    (numerator,), (denominator,) = group.numerator, group.denominator
    counts = {
        term.measure: sum(
            each.figure.number or 0
            for each in reading.observations
            if (each.measure, each.area, each.breakdown, each.period.year) == (term.measure, COLOGNE, term.where, 2012)
        )
        for term in (numerator, denominator)
    }
    assert counts == {"030-10": 359873, "005": 1044555}
