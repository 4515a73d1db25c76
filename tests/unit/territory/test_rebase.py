"""Counts on another territory: exact where areas were merged, apportioned with a bound where they were divided."""

import random
from datetime import date
from decimal import Decimal

import pytest

from mehrklang.territory import Apportionment, Crosswalk, Measured, Weighting, rebase, rebase_series
from mehrklang.vocabulary import (
    EVERYTHING,
    Area,
    AreaLevel,
    Breakdown,
    Figure,
    Material,
    Observation,
    Period,
    Reason,
    Severity,
    Sign,
    SourceCell,
    Unit,
)

OLD, NEW = date(2010, 12, 31), date(2020, 12, 31)


def row(source: str, target: str, area: str, population: str, employees: str | None = None, *, day: date = OLD):
    weights = Measured(Decimal(area), Decimal(population), None if employees is None else Decimal(employees))
    amounts = Measured(*(None if number is None else number * 100 for number in (
        weights.area, weights.population, weights.employees)))  # fmt: skip
    return Apportionment(source, target, day, NEW, weights, amounts)


def observation(area: str, figure: Figure | int, *, unit: Unit = Unit.COUNT, year: str = "2010", by=EVERYTHING):
    figure = Figure.of(figure) if isinstance(figure, int) else figure
    return Observation(
        "a", area, Period.parse(year), by, unit, figure, Material.PUBLISHED, SourceCell("a.csv", int(area), "Wert", "")
    )


DEMMIN = Crosswalk((
    row("13052", "13071", "0.822", "0.8244", "0.879"), row("13052", "13075", "0.178", "0.1756", "0.121"),
    row("13055", "13071", "1", "1", "1"), row("03152", "03159", "1", "1", "1"), row("03156", "03159", "1", "1", "1"),
))  # fmt: skip


def test_a_merger_is_exact() -> None:
    """Sum, no error, not apportioned, both cells."""
    [count] = rebase([observation("03152", 258), observation("03156", 73)], DEMMIN).counts
    assert (count.area, count.figure) == ("03159", Figure.of(331))
    assert (count.apportioned, count.error) == (False, 0)
    assert [cell.line for cell in count.cells] == [3152, 3156]


def test_a_division_is_apportioned_with_its_bound() -> None:
    """By population; the bound is the farthest other weighting of the divided area: 1000 · (0,879 − 0,8244)."""
    counts = {
        count.area: count for count in rebase([observation("13052", 1000), observation("13055", 50)], DEMMIN).counts
    }
    assert counts["13071"].figure == Figure.of(Decimal("874.4"))
    assert counts["13075"].figure == Figure.of(Decimal("175.6"))
    assert counts["13071"].apportioned
    assert counts["13071"].error == Decimal("54.6")
    assert counts["13071"].figure.number + counts["13075"].figure.number == 1050


def test_every_other_weighting_stays_within_the_bound() -> None:
    """Random divisions against a slow sum by hand; persons are neither lost nor made."""
    chance = random.Random(7)  # noqa: S311 — chooses numbers for a test, keeps no secret
    for _ in range(200):
        sources = [f"{number:05d}" for number in range(10001, 10001 + chance.randint(1, 5))]
        shares = {(source, w): Decimal(chance.randint(0, 100)) / 100 for source in sources for w in Weighting}
        rows = [
            Apportionment(source, target, OLD, NEW, Measured(*(value(shares[source, w]) for w in Weighting)), Measured(
                Decimal(1), Decimal(1), Decimal(1)))
            for source in sources
            for target, value in (("20001", lambda share: share), ("20002", lambda share: 1 - share))
        ]  # fmt: skip
        persons = {source: chance.randint(0, 10_000) for source in sources}
        observations = [observation(source, number) for source, number in persons.items()]
        chosen = chance.choice(list(Weighting))
        counts = {count.area: count for count in rebase(observations, Crosswalk(tuple(rows)), weighting=chosen).counts}
        for weighting in Weighting:
            by_hand = sum(persons[source] * shares[source, weighting] for source in sources)
            if weighting is chosen:
                assert counts["20001"].figure.number == by_hand
            assert abs(counts["20001"].figure.number - by_hand) <= counts["20001"].error
        assert counts["20001"].figure.number + counts["20002"].figure.number == sum(persons.values())


@pytest.mark.parametrize("unit", [unit for unit in Unit if not unit.additive])
def test_rates_are_refused(unit: Unit) -> None:
    """One sentence per unit; the counts beside them are brought over."""
    observations = [observation("03152", 5, unit=unit), observation("03156", 7, unit=unit)]
    result = rebase([*observations, observation("03152", 1), observation("03156", 2)], DEMMIN)
    [issue] = result.issues
    assert (issue.code, issue.severity) == ("G-EINHEIT-01", Severity.ERROR)
    assert issue.message.startswith("2 Werte")
    assert [count.figure for count in result.counts] == [Figure.of(3)]


def test_a_missing_part_makes_the_whole_unknown() -> None:
    """Never a sum of what happens to be there."""
    result = rebase([observation("03152", 258)], DEMMIN)
    assert [count.figure for count in result.counts] == [Figure.withheld(Reason.PART_MISSING)]
    assert [issue.code for issue in result.issues] == ["G-TEIL-01"]
    assert "03156" in result.issues[0].message


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Figure.withheld(Reason.SOURCE_SECRET), Figure.withheld(Reason.PART_WITHHELD)),
        (Figure.signed(Sign.BLOCKED, Reason.AREA_ABSENT), Figure.withheld(Reason.PART_MISSING)),
        (Figure.signed(Sign.NEGLIGIBLE, Reason.BELOW_HALF_UNIT), Figure.withheld(Reason.PART_BELOW_HALF_UNIT)),
        (Figure.limited(10), Figure.limited(83)),
        (Figure.nothing(), Figure.of(73)),
    ],
)
def test_signs_are_values(figure: Figure, expected: Figure) -> None:
    """A secret part keeps its secret; nothing there is zero."""
    [count] = rebase([observation("03152", figure), observation("03156", 73)], DEMMIN).counts
    assert count.figure == expected


def test_series_are_kept_apart() -> None:
    """By measure, period, breakdown and unit."""
    women = Breakdown.of({"Geschlecht": "weiblich"})
    observations = [
        *(observation(area, 1) for area in ("03152", "03156")),
        *(observation(area, 2, by=women) for area in ("03152", "03156")),
        *(observation(area, 3, unit=Unit.THOUSAND) for area in ("03152", "03156")),
    ]
    assert [(count.breakdown, count.unit, count.figure.number) for count in rebase(observations, DEMMIN).counts] == [
        (EVERYTHING, Unit.COUNT, 2), (women, Unit.COUNT, 4), (EVERYTHING, Unit.THOUSAND, 6)]  # fmt: skip


def test_an_area_twice_is_told() -> None:
    """Which of them would be meant?"""
    result = rebase([observation("03152", 1), observation("03152", 2), observation("03156", 2)], DEMMIN)
    assert (result.counts, [issue.code for issue in result.issues]) == ((), ["G-DOPPELT-01"])


def test_a_weighting_that_is_not_there_is_refused() -> None:
    """Employees before 1997."""
    result = rebase(
        [observation("13052", 1)], Crosswalk((row("13052", "13071", "1", "1"),)), weighting=Weighting.EMPLOYEES
    )
    assert (result.counts, [issue.code for issue in result.issues]) == ((), ["G-GEWICHT-01"])


def test_back_to_the_old_territory() -> None:
    """Shares of the new area by the amounts of the old ones."""
    back = DEMMIN.reversed()
    counts = {count.area: count for count in rebase([observation("03159", 300)], back).counts}
    assert (counts["03152"].figure, counts["03156"].figure) == (Figure.of(150), Figure.of(150))
    assert counts["03152"].apportioned
    shares = [part.weights.population for part in back.rows if part.source == "13071"]
    assert sum(shares) == 1


def test_unions_of_ones_own_are_exact() -> None:
    """Whole areas on the same day."""
    union = Area("eigen:sued", "Südkreis", AreaLevel.UNION)
    crosswalk = Crosswalk.of_unions([(union, ("03152", "03156"))], OLD)
    [count] = rebase([observation("03152", 258), observation("03156", 73)], crosswalk).counts
    assert (count.area, count.figure, count.apportioned, count.error) == ("eigen:sued", Figure.of(331), False, 0)


def test_a_crosswalk_joins_two_territories_and_no_pair_twice() -> None:
    """Anything else would count persons twice."""
    with pytest.raises(ValueError, match="two territories"):
        Crosswalk((row("1", "2", "1", "1"), row("1", "2", "1", "1", day=date(2011, 12, 31))))
    with pytest.raises(ValueError, match="twice"):
        Crosswalk((row("1", "2", "1", "1"), row("1", "2", "1", "1")))


def test_a_series_uses_the_key_of_each_year() -> None:
    """2010 merged, 2011 with its own weights, 2020 as it is, 2005 told."""
    keys = [*DEMMIN.rows, row("13052", "13071", "1", "1", day=date(2011, 12, 31))]
    observations = [
        observation("03152", 1), observation("03156", 2), observation("13052", 100, year="2011-12-31"),
        observation("13071", 7, year="2020"), observation("13071", 8, year="2022"),
        observation("03152", 9, year="2005"),
    ]  # fmt: skip
    result = rebase_series(observations, keys)
    assert [(count.area, count.period.key, count.figure.number, count.apportioned) for count in result.counts] == [
        ("03159", "2010", 3, False), ("13071", "2011-12-31", 100, False), ("13071", "2020", 7, False),
        ("13071", "2022", 8, False),
    ]  # fmt: skip
    assert [issue.code for issue in result.issues] == ["G-JAHR-01"]
    assert "2005" in result.issues[0].message
