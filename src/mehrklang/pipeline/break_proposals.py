"""Breaks that nobody has documented, over a whole monitoring: offered for confirmation, never applied."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from mehrklang.assessment.breaks import BreakProposal, label_drifts, level_shifts
from mehrklang.catalogue import IndicatorKind
from mehrklang.pipeline.evaluation import Evaluation, Result
from mehrklang.store import Store


def break_proposals(evaluation: Evaluation, *, store: Path) -> tuple[BreakProposal, ...]:
    """Jumps in the series of the main area and its parts, then categories that change in the deliveries behind them.

    Changes have no level of their own and are left out. `store` is the folder of the frozen deliveries, where the
    evaluation has put them.
    """
    shifts = tuple(
        proposal for result in evaluation.results.values() for proposal in _of_result(result, _areas(evaluation))
    )
    return (*shifts, *_of_deliveries(evaluation, Store(store)))


def _areas(evaluation: Evaluation) -> frozenset[str]:
    return frozenset((evaluation.area.key, *(part.key for part in evaluation.parts)))


def _of_result(result: Result, areas: frozenset[str]) -> tuple[BreakProposal, ...]:
    """Each group by itself; areas that jump in one year together."""
    if result.definition.kind is IndicatorKind.CHANGE:
        return ()
    by_group = defaultdict(list)
    for series in result.series:
        if series.area in areas:
            by_group[series.group].append(series)
    found = [proposal for group in by_group.values() for proposal in level_shifts(result.definition, group)]
    return tuple(sorted(found, key=lambda proposal: proposal.first_year))


def _of_deliveries(evaluation: Evaluation, store: Store) -> Iterator[BreakProposal]:
    by_source: dict[str, dict[str, None]] = defaultdict(dict)
    for result in evaluation.results.values():
        for file in result.deliveries:
            by_source[file.source][file.key] = None
    for source, keys in by_source.items():
        yield from label_drifts(store.divisions(tuple(keys)), source=source)
