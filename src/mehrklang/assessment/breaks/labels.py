"""Label drift: a year in which a source begins to divide a feature differently.

Of one measure: categories of a feature that end in one year while others begin in the next, with
both years delivered. Names that only changed their spelling are a drift too: a person sees at once which it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from mehrklang.assessment.breaks.proposal import BreakProposal
from mehrklang.catalogue import BreakKind
from mehrklang.vocabulary.division import Division

Labels = dict[int, set[str]]
"""The categories by year."""


def label_drifts(divisions: Iterable[Division], *, source: str) -> tuple[BreakProposal, ...]:
    """The proposals by measure, feature and year; `source` is the key that they name."""
    labels: dict[tuple[str, str], Labels] = defaultdict(lambda: defaultdict(set))
    for one in divisions:
        labels[one.measure, one.feature][one.year].add(one.category)
    return tuple(
        proposal
        for (measure, feature), by_year in labels.items()
        for proposal in _of(measure, feature, by_year, source)
    )


def _of(measure: str, feature: str, by_year: Labels, source: str) -> Iterator[BreakProposal]:
    years = sorted(by_year)
    for before, after in pairwise(years):
        ended, begun = sorted(by_year[before] - by_year[after]), sorted(by_year[after] - by_year[before])
        if ended and begun:
            evidence = (
                f"„{measure}“, Merkmal „{feature}“: Bis {before} gab es {_listed(ended)}, ab {after} stattdessen "
                f"{_listed(begun)}."
            )
            yield BreakProposal(after, BreakKind.CATEGORY, evidence, source=source)


def _listed(labels: list[str], most: int = 4) -> str:
    shown = ", ".join(f"„{label}“" for label in labels[:most])
    return f"{shown} und {len(labels) - most} weitere" if len(labels) > most else shown
