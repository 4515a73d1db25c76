"""Shares of a whole that do not make up a hundred per cent."""

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, with_label
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import number, place
from mehrklang.sources.additive import is_total
from mehrklang.vocabulary import Issue, Observation, Unit

_ENOUGH = 10
_NEARLY_ALL = 0.9
_FLOATS = 1e-6


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-SUMME-02 shares under one feature that add up to 100 in nine of ten places (and in ten), but not here.

    Tolerance: half of the last written decimal for each share.
    """
    told = Told()
    for panel in batch.panels:
        if panel.unit is Unit.PERCENT and not panel.is_change:
            for feature, labels in panel.features.items():
                parts = [name for name in labels if not is_total(name)]
                if len(parts) > 1:
                    _tell(told, panel, feature, parts)
    return told.issues()


def _tell(told: Told, panel: Panel, feature: str, labels: list[str]) -> None:
    step = rounding_base(value for row in panel.rows for value in row.numbers if value is not None)
    tolerance = (step / 2 if step >= 0.001 else 0.0) * len(labels) + _FLOATS
    wholes = _wholes(panel, feature, labels)
    departing = [(cell, total) for cell, total in wholes if abs(total - 100) > tolerance]
    if len(wholes) - len(departing) >= max(_ENOUGH, _NEARLY_ALL * len(wholes)):
        for cell, total in departing:
            told.add("P-SUMME-02", cell, merkmal=feature, fach=place(cell), summe=number(total, 2))


def _wholes(panel: Panel, feature: str, labels: list[str]) -> list[tuple[Observation, float]]:
    """The sum of the shares wherever all of them have numbers, at the cell of the first."""
    found: list[tuple[Observation, float]] = []
    for pairs, column in panel.columns.items():
        if (feature, labels[0]) not in pairs:
            continue
        columns = [panel.columns.get(with_label(pairs, feature, name), {}) for name in labels]
        for area, row in column.items():
            rows = [part[area].numbers for part in columns if area in part]
            for at, cell in enumerate(row.cells):
                numbers = [value for one in rows if (value := one[at]) is not None]
                if cell is not None and len(numbers) == len(labels):
                    found.append((cell, sum(numbers)))
    return found
