"""Did the indicator move beyond its noise?

Signal to noise: range of the latest segment's fitted line (|slope| · years) : typical (median) half-width of the
values' intervals. Above 1 the movement is wider than what chance or rounding moves a single value. Beside it the share
of areas with a reliable change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from mehrklang.assessment.result import Movement, Trend
from mehrklang.indicators import EXACT, Series

_RELIABLE = frozenset({Movement.RISING, Movement.FALLING})


@dataclass(frozen=True, slots=True)
class Moved:
    """Signal to noise (None: no slope, or no interval to compare with), and areas with a reliable change among those
    that could be assessed.
    """

    signal_to_noise: Decimal | None
    areas_changed: int
    areas_assessed: int

    @property
    def beyond_noise(self) -> bool:
        """Whether the city's line moved more than a typical half-width, or some area reliably."""
        return (self.signal_to_noise is not None and self.signal_to_noise > 1) or self.areas_changed > 0


def moved(series: Series, trend: Trend, area_trends: Sequence[Trend] = ()) -> Moved:
    """Of the main series with its trend, and the trends of the small areas."""
    assessed = [each for each in area_trends if each.movement is not Movement.NOT_ASSESSABLE]
    return Moved(_signal_to_noise(series, trend), sum(each.movement in _RELIABLE for each in assessed), len(assessed))


def _signal_to_noise(series: Series, trend: Trend) -> Decimal | None:
    if trend.slope is None or trend.first_year is None or trend.last_year is None:
        return None
    widths = [
        value.interval.half_width for value in series.values if value.interval and value.period.year >= trend.first_year
    ]
    noise = median(widths) if widths else Decimal(0)
    if noise == 0:
        return None
    return EXACT.divide(abs(trend.slope) * (trend.last_year - trend.first_year), noise)
