"""Areas and years put together are computed from the sums of their parts, never from their values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import Binding, Break, BreakKind, GroupBinding, IndicatorKind, Layer, Term
from mehrklang.indicators import compute
from mehrklang.vocabulary import Figure, Reason, Unit
from tests.factories.cubes import binding, cube, definition, key

AREAS = ("a", "b", "c")
_counts = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 1000)), min_size=3, max_size=3)


@given(_counts)
def test_a_rate_of_areas_together_is_the_rate_of_their_sums(pairs: list[tuple[int, int]]) -> None:
    cells = {
        key(m, "2020", area=area): n
        for area, pair in zip(AREAS, pairs, strict=True)
        for m, n in zip("xy", pair, strict=True)
    }
    of = definition(IndicatorKind.RATE)
    (one,) = compute(of, binding("x", "y"), {"amt": cube(cells)}, area="alle", members=AREAS)
    (value,) = one.values
    by_hand = 100 * Fraction(sum(x for x, _ in pairs), sum(y for _, y in pairs))
    assert float(value.figure.number or 0) == pytest.approx(float(by_hand))
    assert value.area == "alle"


@given(_counts)
def test_a_share_of_years_together_is_the_share_of_their_sums(pairs: list[tuple[int, int]]) -> None:
    cells = {key(m, str(2018 + at)): n for at, (x, y) in enumerate(pairs) for m, n in (("x", min(x, y)), ("y", y))}
    of = definition(pooled_years=3)
    (one,) = compute(of, binding("x", "y"), {"amt": cube(cells)}, area="03153")
    by_hand = 100 * Fraction(sum(min(pair) for pair in pairs), sum(y for _, y in pairs))
    assert float(one.values[-1].figure.number or 0) == pytest.approx(float(by_hand))
    assert [value.figure.known for value in one.values] == [False, False, True]


@given(_counts)
def test_a_mean_of_areas_together_is_the_mean_of_all_their_persons(pairs: list[tuple[int, int]]) -> None:
    layers = tuple(
        Layer(name, (Term(name, Unit.COUNT),), lower=lower, upper=lower + 10)
        for name, lower in (("x", Figure.of(0).number or 0), ("y", Figure.of(10).number))
        if lower is not None
    )
    cells = {
        key(m, "2020", area=area): n
        for area, pair in zip(AREAS, pairs, strict=True)
        for m, n in zip("xy", pair, strict=True)
    }
    of = definition(IndicatorKind.MEAN, Unit.YEARS)
    bound = Binding("amt", (GroupBinding("alle", "Alle", layers=layers),))
    (one,) = compute(of, bound, {"amt": cube(cells)}, area="alle", members=AREAS)
    young, old = sum(x for x, _ in pairs), sum(y for _, y in pairs)
    assert float(one.values[0].figure.number or 0) == pytest.approx((5 * young + 15 * old) / (young + old))


def test_a_withheld_area_withholds_the_whole() -> None:
    cells = {key("x", "2020", area="a"): Figure.withheld(Reason.SUPPRESSED), key("y", "2020", area="a"): 10}
    cells |= {key("x", "2020", area="b"): 5, key("y", "2020", area="b"): 10}
    (one,) = compute(definition(), binding("x", "y"), {"amt": cube(cells)}, area="alle", members=("a", "b"))
    assert one.values[0].figure.reason is Reason.PART_WITHHELD


def test_years_are_not_put_together_across_a_break() -> None:
    cells = {key(m, str(year)): n for year in (2019, 2020) for m, n in (("x", 5), ("y", 10))}
    of = definition(pooled_years=2, breaks=(Break(2020, BreakKind.LAW, "neues Recht", "Amt"),))
    (one,) = compute(of, binding("x", "y"), {"amt": cube(cells)}, area="03153")
    assert one.values[-1].figure.reason is Reason.NOT_COMPARABLE


def test_published_values_cannot_be_put_together() -> None:
    of = definition(IndicatorKind.PUBLISHED)
    with pytest.raises(ValueError, match="published"):
        compute(of, binding("x", unit=Unit.PERCENT), {"amt": cube({})}, area="alle", members=("a", "b"))
