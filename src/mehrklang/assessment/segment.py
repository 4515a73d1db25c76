"""The latest segment of a series: what follows the last break."""

from collections.abc import Iterable

from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue, Series


def breaks_within(series: Series, breaks: Iterable[Break]) -> tuple[Break, ...]:
    """The breaks that divide this very series, in order of time, each once."""
    if not series.values:
        return ()
    first, last = series.values[0].period.year, series.values[-1].period.year
    dividing = {each for each in breaks if each.between(first, last, area=series.area)}
    return tuple(sorted(dividing, key=lambda each: (each.first_year, each.text)))


def latest_segment(series: Series, breaks: tuple[Break, ...]) -> tuple[IndicatorValue, ...]:
    """The values since the last of the breaks that divide the series, with and without numbers."""
    start = max((each.first_year for each in breaks), default=0)
    return tuple(value for value in series.values if value.period.year >= start)
