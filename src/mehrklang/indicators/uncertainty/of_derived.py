"""The interval of a gap, a ratio or a change from its two values.

Two intervals of chance give an interval of chance, two ranges of rounding a range of rounding; the two kinds are not
mixed, and where one of the values has no interval the derived value has none either.
"""

from decimal import Decimal
from math import isinf

from mehrklang.catalogue import ChangeForm
from mehrklang.indicators.interval import Interval, IntervalMethod, without_chance
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.uncertainty.conditional import count_ratio
from mehrklang.indicators.uncertainty.koopman import koopman
from mehrklang.indicators.uncertainty.limits import Limits
from mehrklang.indicators.uncertainty.newcombe import newcombe
from mehrklang.indicators.uncertainty.rounding import Bounds
from mehrklang.indicators.uncertainty.spread import Spread, by_chance, by_rounding
from mehrklang.indicators.value import IndicatorValue
from mehrklang.vocabulary import Figure, Unit

MISSING = "Ohne Spannweite: Mindestens einer der beiden Werte hat keine."
DIFFERENT = "Ohne Spannweite: Die beiden Werte haben Spannweiten verschiedener Art (Zufall und Rundung)."
INDEPENDENT = (
    "Die beiden Werte gelten als unabhängig; ist der eine im anderen enthalten, ist die Spannweite eher zu weit."
)
NO_COUNTS = "Ohne Spannweite: Die Fälle hinter den beiden Werten sind nicht bekannt."
_SHARES = frozenset({IntervalMethod.WILSON, IntervalMethod.CLOPPER_PEARSON})


def of_gap(first: IndicatorValue, second: IndicatorValue) -> Spread:
    """Of first − second: Newcombe's limits, or the difference of the bounds."""
    if first.interval is None or second.interval is None:
        return Spread(None, MISSING)
    if first.interval.certain and second.interval.certain:
        difference = _bounds(first.interval).minus(_bounds(second.interval))
        return by_rounding(difference, _note(first, second), method=_certain(first.interval, second.interval))
    if first.interval.certain or second.interval.certain:
        return Spread(None, DIFFERENT)
    limits = newcombe(_number(first), _limits(first.interval), _number(second), _limits(second.interval))
    return by_chance(limits, IntervalMethod.NEWCOMBE, INDEPENDENT)


def of_ratio(first: IndicatorValue, second: IndicatorValue) -> Spread:
    """Of first ÷ second: Koopman's limits for shares, conditional ones for counts and rates, or the bounds."""
    if first.interval is None or second.interval is None:
        return Spread(None, MISSING)
    if first.interval.certain and second.interval.certain:
        bounds = _bounds(first.interval).over(_bounds(second.interval))
        method = _certain(first.interval, second.interval)
        return by_rounding(bounds, _note(first, second), method=method) if bounds else Spread(None, MISSING)
    if first.interval.certain or second.interval.certain:
        return Spread(None, DIFFERENT)
    return _ratio_by_chance(first, second, {first.interval.method, second.interval.method})


def of_change(later: IndicatorValue, earlier: IndicatorValue, *, form: ChangeForm = ChangeForm.USUAL) -> Spread:
    """Of the change from earlier to later: in per cent by the conditional test, otherwise as of a difference."""
    usual = later.unit.of_change is Unit.PERCENT_CHANGE
    if form is not ChangeForm.RELATIVE and not (form is ChangeForm.USUAL and usual):
        return of_gap(later, earlier)
    ratio = of_ratio(later, earlier)
    if ratio.interval is None:
        return ratio
    lower, upper = (_per_cent(limit) for limit in (ratio.interval.lower, ratio.interval.upper))
    return Spread(Interval(lower, upper, ratio.interval.method, ratio.interval.level), ratio.note)


def _certain(first: Interval, second: Interval) -> IntervalMethod:
    """What stands behind one of the two beside the rounding of its source."""
    return without_chance((first.method, second.method))


def _note(first: IndicatorValue, second: IndicatorValue) -> str:
    """What was said of either value, where more than the rounding of its source stands behind it."""
    values = [
        value for value in (first, second) if value.interval and value.interval.method is not IntervalMethod.ROUNDING
    ]
    return " ".join(dict.fromkeys(value.interval_note for value in values))


def _ratio_by_chance(first: IndicatorValue, second: IndicatorValue, methods: set[IntervalMethod]) -> Spread:
    if methods <= _SHARES:
        shares = koopman(*_cases_and_base(first), *_cases_and_base(second))
        return _limited(shares, IntervalMethod.KOOPMAN)
    if methods == {IntervalMethod.GARWOOD}:
        (cases, base), (others, other_base) = _cases_and_base(first), _cases_and_base(second)
        return _limited(
            count_ratio(cases, others, base=base, other_base=other_base),
            IntervalMethod.CONDITIONAL,
        )
    return Spread(None, NO_COUNTS)


def _limited(limits: Limits | None, method: IntervalMethod) -> Spread:
    """A ratio whose limits are finite; with no case in the base of comparison there is no ratio either."""
    if limits is None or isinf(limits.upper):
        return Spread(None, NO_COUNTS)
    return by_chance(limits, method, INDEPENDENT)


def _cases_and_base(value: IndicatorValue) -> tuple[float, float]:
    """The counts behind a share or a rate; a plain count stands over 1."""
    if value.numerator is None or value.denominator is None:
        return _known(value.figure), 1.0
    return _known(value.numerator), _known(value.denominator)


def _known(figure: Figure) -> float:
    assert figure.number is not None  # a value with an interval has its parts
    return float(figure.number)


def _number(value: IndicatorValue) -> float:
    return _known(value.figure)


def _limits(interval: Interval) -> Limits:
    return Limits(float(interval.lower), float(interval.upper))


def _bounds(interval: Interval) -> Bounds:
    return Bounds(interval.lower, interval.upper)


def _per_cent(ratio: Decimal) -> Decimal:
    return EXACT.multiply(Decimal(100), EXACT.subtract(ratio, Decimal(1)))
