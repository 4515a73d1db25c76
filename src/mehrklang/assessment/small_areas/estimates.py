"""Stabilised values beside the raw ones of an indicator: the method that suits its kind, period by period.

A stabilised value is derived from values that are told, and from nothing else: an area whose own value is withheld, not
delivered or without base enters nowhere and gets none. So it can tell of no secret what the printed values do not tell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from mehrklang.assessment.small_areas.fay_herriot import Sampled, fay_herriot
from mehrklang.assessment.small_areas.marshall import stabilised_rates
from mehrklang.assessment.small_areas.stabilised import Stabilised, stabilised
from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators import IndicatorValue, Interval, Series
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.indicators.signs import carry
from mehrklang.vocabulary import Figure, Period

FEWEST_AREAS = 5
"""How much areas differ beyond chance cannot be told from fewer."""

STABILISED_LABEL = "stabilisiert (geschätzt)"
WHY_STABILISED = (
    "In kleinen Gebieten verändern schon wenige Fälle einen Wert stark. Der stabilisierte Wert ist geschätzt: Er rückt "
    "jeden Wert zum gemeinsamen Wert aller Gebiete hin, um so mehr, je weniger Menschen oder Fälle dahinterstehen. Er "
    "steht neben dem ausgewiesenen Wert, ersetzt ihn nicht und wird nicht bewertet. Wo kein Wert ausgewiesen ist, wird "
    "auch keiner geschätzt."
)


class Smoothing(StrEnum):
    """How a stabilised value came about."""

    KLEINMAN = "kleinman"
    MARSHALL = "marshall"
    FAY_HERRIOT = "fay-herriot"

    @property
    def label(self) -> str:
        """The German words with the source."""
        return _LABELS[self]


_LABELS = {
    Smoothing.KLEINMAN: "empirisches Bayes-Verfahren für Anteile (Kleinman 1973)",
    Smoothing.MARSHALL: "empirisches Bayes-Verfahren für Raten (Marshall 1991)",
    Smoothing.FAY_HERRIOT: "Modell für kleine Gebiete aus Stichproben (Fay und Herriot 1979)",
}

METHODS: Mapping[IndicatorKind, Smoothing] = MappingProxyType(
    {
        IndicatorKind.SHARE: Smoothing.KLEINMAN,
        IndicatorKind.RATE: Smoothing.MARSHALL,
        IndicatorKind.SURVEY: Smoothing.FAY_HERRIOT,
    }
)
"""The kinds whose values can be stabilised."""

_EFFECTIVE = "wirksame Zahl der Befragten"


@dataclass(frozen=True, slots=True)
class Estimate:
    """The stabilised value of one area, group and period, unrounded.

    Promise: the raw value of the same place is told. `own` is the weight of the area's own value, from 0 to 1;
    `interval` is there where the model gives one.
    """

    area: str
    group: str
    period: Period
    figure: Figure
    own: Decimal
    method: Smoothing
    interval: Interval | None = None


def estimates(definition: IndicatorDefinition, series: Sequence[Series]) -> tuple[Estimate, ...]:
    """Of the series of one group in areas that do not overlap; none where kind or number of areas forbids it."""
    method = METHODS.get(definition.kind)
    if method is None:
        return ()
    periods = sorted({value.period for one in series for value in one.values})
    told = (_told(series, period, method) for period in periods)
    return tuple(
        found for values in told if len(values) >= FEWEST_AREAS for found in _of(values, method, definition.per)
    )


def _told(series: Iterable[Series], period: Period, method: Smoothing) -> list[IndicatorValue]:
    """The values of a period that are told, with all that the method needs."""
    return [
        value
        for one in series
        for value in one.values
        if value.period == period and value.figure.known and _sufficient(value, method)
    ]


def _sufficient(value: IndicatorValue, method: Smoothing) -> bool:
    if method is Smoothing.FAY_HERRIOT:
        return _variance(value) > 0
    if value.numerator is None or value.denominator is None or value.numerator.number is None:
        return False
    base = value.denominator.number or 0
    return base > 0 and (method is Smoothing.MARSHALL or 0 <= value.numerator.number <= base)


def _of(values: Sequence[IndicatorValue], method: Smoothing, per: int) -> tuple[Estimate, ...]:
    if method is Smoothing.FAY_HERRIOT:
        sampled = [Sampled(each.area, each.figure.number or Decimal(0), _variance(each)) for each in values]
        composed = {each.area: each for each in fay_herriot(sampled)}
        return tuple(
            _estimate(each, found.stabilised, found.own, method, found.interval)
            for each in values
            for found in [composed[each.area]]
        )
    drawn = {each.area: each for each in _drawn(values, method, per)}
    return tuple(_estimate(each, drawn[each.area].stabilised, drawn[each.area].own, method) for each in values)


def _drawn(values: Sequence[IndicatorValue], method: Smoothing, per: int) -> tuple[Stabilised, ...]:
    counts = [
        AreaCounts(each.area, each.numerator, each.denominator)
        for each in values
        if each.numerator is not None and each.denominator is not None
    ]
    return stabilised(counts) if method is Smoothing.KLEINMAN else stabilised_rates(counts, per=per)


def _estimate(
    value: IndicatorValue, found: Figure, own: Decimal, method: Smoothing, interval: Interval | None = None
) -> Estimate:
    """In brackets where the raw value is."""
    figure = carry(found.number or Decimal(0), value.figure)
    return Estimate(value.area, value.group, value.period, figure, own, method, interval)


def _variance(value: IndicatorValue) -> Decimal:
    """p (100 − p) : effective respondents, in squared percentage points; 0 where it is not known."""
    sizes = (each.figure.number for each in value.constituents if each.name == _EFFECTIVE)
    effective = next((size for size in sizes if size), None)
    number = value.figure.number
    return Decimal(0) if effective is None or number is None else number * (100 - number) / effective
