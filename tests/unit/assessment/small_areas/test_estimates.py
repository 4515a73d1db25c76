"""Stabilised values beside the raw ones: the method of the kind, and nothing of what is not told."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from mehrklang.assessment.small_areas import Smoothing, estimates, stabilised, stabilised_rates
from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators import Constituent, IndicatorValue, Series
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.vocabulary import Figure, Reason, Sign
from tests.factories import findings as made

COUNTS = ((30, 200), (10, 100), (0, 12), (25, 90), (4, 40), (60, 300))


def _definition(kind: IndicatorKind, per: int = 100) -> IndicatorDefinition:
    return made.definition(kind=kind, per=per)


def _value(area: str, figure: Figure, x: Figure | None, n: Figure | None, year: str = "2023") -> IndicatorValue:
    plain = made.value("1", year)
    return replace(plain, area=area, figure=figure, numerator=x, denominator=n)


def _told(area: str, x: int, n: int, times: int = 100) -> IndicatorValue:
    return _value(area, Figure.of(Decimal(times * x) / n), Figure.of(x), Figure.of(n))


def _series(*values: IndicatorValue) -> list[Series]:
    return [Series(each.indicator, each.area, each.group, (each,)) for each in values]


SHARES = [_told(str(at), x, n) for at, (x, n) in enumerate(COUNTS)]


def test_shares_are_drawn_as_the_share_of_all_areas_asks() -> None:
    found = estimates(_definition(IndicatorKind.SHARE), _series(*SHARES))
    expected = stabilised([AreaCounts(str(at), Figure.of(x), Figure.of(n)) for at, (x, n) in enumerate(COUNTS)])
    assert [each.figure for each in found] == [each.stabilised for each in expected]
    assert {each.method for each in found} == {Smoothing.KLEINMAN}


def test_rates_follow_the_formula_of_marshall_in_exact_fractions() -> None:
    """The published formula, written down again without a float."""
    values = [_told(str(at), x, n, 1000) for at, (x, n) in enumerate(COUNTS)]
    found = estimates(_definition(IndicatorKind.RATE, 1000), _series(*values))
    whole, cases = sum(n for _, n in COUNTS), sum(x for x, _ in COUNTS)
    mean = Fraction(cases, whole)
    scatter = sum(n * (Fraction(x, n) - mean) ** 2 for x, n in COUNTS) / whole
    between = max(scatter - mean / Fraction(whole, len(COUNTS)), Fraction(0))
    for each, (x, n) in zip(found, COUNTS, strict=True):
        own = between / (between + mean / n)
        assert float(each.own) == pytest.approx(float(own))
        assert float(each.figure.number or 0) == pytest.approx(float(1000 * (mean + own * (Fraction(x, n) - mean))))


def test_rates_are_nearer_to_the_true_ones_than_the_raw_ones() -> None:
    chance = Random(7)  # noqa: S311 — a simulation, no secret
    raw_errors = stable_errors = 0.0
    for _ in range(30):
        sizes = [chance.choice((40, 150, 600)) for _ in range(50)]
        true = [chance.gammavariate(8, 0.005) for _ in sizes]
        cases = [sum(chance.random() < rate for _ in range(n)) for rate, n in zip(true, sizes, strict=True)]
        areas = [
            AreaCounts(str(at), Figure.of(x), Figure.of(n)) for at, (x, n) in enumerate(zip(cases, sizes, strict=True))
        ]
        for each, rate in zip(stabilised_rates(areas, per=1), true, strict=True):
            raw_errors += (float(each.raw.number or 0) - rate) ** 2
            stable_errors += (float(each.stabilised.number or 0) - rate) ** 2
    assert stable_errors < 0.7 * raw_errors


def test_a_withheld_area_enters_nowhere_and_gets_nothing() -> None:
    """Whatever the secret number was, the estimates of the others are the same, and there is none for the area."""
    hidden = _value("geheim", Figure.withheld(Reason.SUPPRESSED), Figure.withheld(Reason.SUPPRESSED), Figure.of(17))
    plain = estimates(_definition(IndicatorKind.SHARE), _series(*SHARES))
    assert estimates(_definition(IndicatorKind.SHARE), _series(*SHARES, hidden)) == plain


def test_an_area_below_the_floor_of_rates_enters_nowhere_even_if_its_counts_are_told() -> None:
    small = _value("klein", Figure.signed(Sign.UNRELIABLE, Reason.BASE_TOO_SMALL), Figure.of(4), Figure.of(9))
    found = estimates(_definition(IndicatorKind.SHARE), _series(*SHARES, small))
    assert found == estimates(_definition(IndicatorKind.SHARE), _series(*SHARES))


def test_fewer_than_five_areas_give_nothing() -> None:
    assert estimates(_definition(IndicatorKind.SHARE), _series(*SHARES[:4])) == ()
    assert len(estimates(_definition(IndicatorKind.SHARE), _series(*SHARES[:5]))) == 5


def test_other_kinds_give_nothing() -> None:
    for kind in (IndicatorKind.COUNT, IndicatorKind.GAP, IndicatorKind.PUBLISHED, IndicatorKind.SHANNON):
        assert estimates(_definition(kind), _series(*SHARES)) == ()


def test_a_limited_value_has_a_limited_estimate() -> None:
    limited = _value("5", Figure.limited(20), Figure.of(60), Figure.of(300))
    found = estimates(_definition(IndicatorKind.SHARE), _series(*SHARES[:5], limited))
    assert [each.figure.sign for each in found] == [None] * 5 + [Sign.LIMITED]


def test_a_part_that_exceeds_its_whole_is_left_out() -> None:
    above = _value("viel", Figure.of(110), Figure.of(110), Figure.of(100))
    assert "viel" not in {each.area for each in estimates(_definition(IndicatorKind.SHARE), _series(*SHARES, above))}


SURVEYED = ((20, 400), (40, 400), (60, 400), (35, 400), (60, 20))


def _surveyed(area: str, share: int, effective: int) -> IndicatorValue:
    plain = _value(area, Figure.of(share), Figure.of(share), Figure.of(100))
    return replace(plain, constituents=(Constituent("wirksame Zahl der Befragten", Figure.of(effective)),))


def test_shares_of_a_survey_are_composed_by_their_effective_respondents() -> None:
    """The fewer respondents count, the less the own value weighs; each estimate has the interval of the model."""
    values = [_surveyed(str(at), share, n) for at, (share, n) in enumerate(SURVEYED)]
    found = estimates(_definition(IndicatorKind.SURVEY), _series(*values))
    assert {each.method for each in found} == {Smoothing.FAY_HERRIOT}
    assert all(each.interval and each.figure.number and each.interval.contains(each.figure.number) for each in found)
    assert found[4].own < found[0].own
    first, last = float(found[0].own), float(found[4].own)
    between = first / (1 - first) * 20 * 80 / 400
    assert last == pytest.approx(between / (between + 60 * 40 / 20))


def test_a_survey_share_of_none_has_no_variance_and_is_left_out() -> None:
    values = [_surveyed(str(at), share, 100) for at, share in enumerate((0, 20, 30, 40, 50, 60))]
    assert [each.area for each in estimates(_definition(IndicatorKind.SURVEY), _series(*values))] == list("12345")
