"""All three systems beside each other, for one series."""

from collections.abc import Sequence

from mehrklang.assessment.peers.danish_barometer import danish_barometer
from mehrklang.assessment.peers.eurostat import YEARS, eurostat
from mehrklang.assessment.peers.statistics_canada import statistics_canada
from mehrklang.assessment.peers.stretch import Stretch
from mehrklang.assessment.peers.view import PeerView
from mehrklang.assessment.segment import breaks_within, latest_segment
from mehrklang.assessment.target import Target
from mehrklang.catalogue import Break, Direction, IndicatorDefinition
from mehrklang.indicators import Series


def compare(
    definition: IndicatorDefinition, series: Series, *, target: Target | None = None, breaks: Sequence[Break] = ()
) -> tuple[PeerView, ...]:
    """What the three would say about the latest segment; nothing for a context indicator or fewer than two values.

    They get the same segment as our own trend: none of them knows breaks. Eurostat looks at its last five years alone.
    """
    known_breaks = (*definition.breaks, *breaks)
    whole, late = _stretch(definition, series, known_breaks), _stretch(definition, series, known_breaks, years=YEARS)
    if whole is None or late is None:
        return ()
    return (statistics_canada(whole, target), eurostat(late, target), danish_barometer([whole]))


def _stretch(
    definition: IndicatorDefinition, series: Series, breaks: Sequence[Break], *, years: int = 0
) -> Stretch | None:
    """From the first value, or from the last one that lies at least so many years before the newest."""
    segment = latest_segment(series, breaks_within(series, breaks))
    known = [(value.period.year, value.figure.number) for value in segment if value.figure.number is not None]
    if definition.direction is Direction.CONTEXT or len(known) < 2:
        return None
    wished = 1 if definition.direction is Direction.HIGH_IS_GOOD else -1
    last_year, last = known[-1]
    old_enough = [each for each in known if years and each[0] <= last_year - years]
    first_year, first = old_enough[-1] if old_enough else known[0]
    return Stretch(first_year, first, last_year, last, wished)
