"""Which scale a segment is looked at on: that of its counts where they are known, otherwise its own."""

from mehrklang.assessment.warning.scale import Scaled, count, plain, share
from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators import IndicatorValue, IntervalMethod
from mehrklang.vocabulary import Figure

_OF_SHARES = frozenset({IntervalMethod.WILSON, IntervalMethod.CLOPPER_PEARSON})


def scaled(definition: IndicatorDefinition, segment: tuple[IndicatorValue, ...]) -> tuple[Scaled, ...]:
    """The points of a segment whose values have numbers, all on one scale."""
    methods = {value.interval.method if value.interval else None for value in segment}
    if methods <= _OF_SHARES:
        return tuple(share(_number(value.numerator), _number(value.denominator)) for value in segment)
    if definition.kind is IndicatorKind.COUNT and methods == {IntervalMethod.GARWOOD}:
        return tuple(count(_number(value.figure)) for value in segment)
    return tuple(plain(_number(value.figure)) for value in segment)


def _number(figure: Figure | None) -> float:
    assert figure is not None  # values with such an interval have their counts
    assert figure.number is not None
    return float(figure.number)
