"""The difference between two deliveries, against a slow obvious reckoning."""

from decimal import Decimal
from random import Random

import pytest

from mehrklang.plausibility import Comparison, compare
from mehrklang.vocabulary import Figure, Observation, Reason, Sign
from tests.factories.observations import published


def _delivery(chance: Random) -> list[Observation]:
    figures = [Figure.of(chance.randint(0, 9)), Figure.nothing(), Figure.withheld(Reason.SOURCE_SECRET)]
    return [
        published(chance.choice(figures) if chance.random() < 0.3 else chance.randint(0, 30), area=area, period=year)
        for area in ("q1", "q2", "q3")
        for year in ("2021", "2022", "2023")
        if chance.random() < 0.8
    ]


def _same(one: Observation, other: Observation) -> bool:
    return (one.area, one.period) == (other.area, other.period)


def _slow(before: list[Observation], after: list[Observation]) -> tuple[int, int, int, int]:
    """New, vanished, changed and unchanged figures, by looking at every pair."""
    pairs = [(one, other) for one in before for other in after if _same(one, other)]
    changed = sum((a.figure.number, a.figure.sign) != (b.figure.number, b.figure.sign) for a, b in pairs)
    return len(after) - len(pairs), len(before) - len(pairs), changed, len(pairs) - changed


@pytest.mark.parametrize("seed", range(50))
def test_every_figure_is_counted_once(seed: int) -> None:
    """New, vanished, changed, unchanged: as the slow reckoning has it."""
    chance = Random(seed)  # noqa: S311 — invented figures
    before, after = _delivery(chance), _delivery(chance)
    result = compare(before, after)
    counts = (len(result.new), len(result.vanished), len(result.changed), result.unchanged)
    assert counts == _slow(before, after)


def _compared(*pairs: tuple[Figure | int, Figure | int]) -> Comparison:
    years = [str(2000 + at) for at in range(len(pairs))]
    before = [published(old, period=year) for (old, _), year in zip(pairs, years, strict=True)]
    after = [published(new, period=year) for (_, new), year in zip(pairs, years, strict=True)]
    return compare(before, after)


def test_the_largest_relative_changes_come_first_after_signs_and_zeros() -> None:
    """A sign outranks a change from zero, and that outranks any percentage."""
    secret = Figure.withheld(Reason.SOURCE_SECRET)
    result = _compared((1000, 1100), (10, 20), (0, 3), (50, secret))
    assert [change.before.period.key for change in result.changed] == ["2003", "2002", "2001", "2000"]
    assert [change.relative for change in result.changed] == [None, None, Decimal(100), Decimal(10)]


def test_from_negative_to_less_negative_is_a_rise() -> None:
    """Balances: −10 to −5 is plus 50 per cent of ten."""
    [change] = _compared((-10, -5)).changed
    assert (change.difference, change.relative) == (Decimal(5), Decimal(50))


def test_nothing_and_a_written_zero_differ_by_sign_only() -> None:
    """– against 0: the number is the same, the sign is not; it is told."""
    [change] = _compared((Figure.nothing(), 0)).changed
    assert change.is_of_sign
    assert change.before.figure.sign is Sign.NOTHING


def test_the_way_of_writing_is_no_change() -> None:
    """12 and 12.0 are one number."""
    assert _compared((Figure.of(Decimal("12.0")), 12)).unchanged == 1
