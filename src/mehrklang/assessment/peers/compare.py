"""All three systems beside each other, for one series."""

from collections.abc import Sequence

from mehrklang.assessment.peers.danish_barometer import danish_barometer
from mehrklang.assessment.peers.eurostat import eurostat
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

    They get the same segment as our own trend: none of them knows breaks.
    """
    stretch = _stretch(definition, series, (*definition.breaks, *breaks))
    if stretch is None:
        return ()
    return (statistics_canada(stretch, target), eurostat(stretch, target), danish_barometer([stretch]))


def _stretch(definition: IndicatorDefinition, series: Series, breaks: Sequence[Break]) -> Stretch | None:
    segment = latest_segment(series, breaks_within(series, breaks))
    known = [(value.period.year, value.figure.number) for value in segment if value.figure.number is not None]
    if definition.direction is Direction.CONTEXT or len(known) < 2:
        return None
    wished = 1 if definition.direction is Direction.HIGH_IS_GOOD else -1
    (first_year, first), (last_year, last) = known[0], known[-1]
    return Stretch(first_year, first, last_year, last, wished)
