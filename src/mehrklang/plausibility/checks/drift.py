"""Labels that change their name: one ends, another begins in the next period and carries on its figures."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, with_label
from mehrklang.plausibility.robust import log_change
from mehrklang.plausibility.told import Told
from mehrklang.sources.labels import words
from mehrklang.vocabulary import Issue, Observation

_CLOSE = 0.15
_LARGE = 20.0
_FEW = 3
_MANY = 10
_ALIKE = 0.9


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-MERKMAL-01 a label after whose last period another one starts and carries on its figures.

    Carried on: the median change is under 15 per cent, and the labels share a word or ten cells agree. Labels that are
    written almost alike are told by the readers (L-MERKMAL-02).
    """
    told = Told()
    for panel in batch.panels:
        for feature, labels in panel.features.items():
            spans = _spans(panel, feature)
            for old, new in product(labels, labels):
                if old != new and spans[old][1] + 1 == spans[new][0] and not _alike(old, new):
                    _tell(told, list(_steps(panel, feature, old, new)), feature, old, new)
    return told.issues()


def _spans(panel: Panel, feature: str) -> dict[str, tuple[int, int]]:
    """The first and the last period of each label."""
    found: dict[str, set[int]] = {}
    for pairs, column in panel.columns.items():
        for name, label in pairs:
            if name == feature:
                for row in column.values():
                    found.setdefault(label, set()).update(at for at, cell in enumerate(row.cells) if cell is not None)
    return {label: (min(periods), max(periods)) for label, periods in found.items()}


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _tell(told: Told, steps: list[tuple[float, Observation]], feature: str, old: str, new: str) -> None:
    needed = _FEW if words(old) & words(new) else _MANY
    if len(steps) >= needed and median(abs(change) for change, _ in steps) < _CLOSE:
        cell = steps[0][1]
        told.add("P-MERKMAL-01", cell, merkmal=feature, alt=old, neu=new, zeitraum=cell.period.label, anzahl=len(steps))


def _steps(panel: Panel, feature: str, old: str, new: str) -> Iterator[tuple[float, Observation]]:
    """The change from the last figure of the old label to the first of the new one, wherever both stand."""
    last = _spans(panel, feature)[old][1]
    for pairs, column in panel.columns.items():
        following = panel.columns.get(with_label(pairs, feature, new), {}) if (feature, old) in pairs else {}
        for area, row in column.items():
            if area in following:
                before, after, cell = (
                    row.numbers[last],
                    following[area].numbers[last + 1],
                    following[area].cells[last + 1],
                )
                if cell is not None and before and after and before >= _LARGE and after > 0:
                    yield log_change(before, after), cell
