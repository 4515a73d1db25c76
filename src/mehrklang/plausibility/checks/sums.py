"""Sums of parts, within a tolerance that knows to which base this very table is rounded."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, with_label
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.sources.additive import is_total
from mehrklang.vocabulary import Area, Issue, Observation, Unit

_SUMMED = tuple(unit for unit in Unit if unit.additive)
_ENOUGH = 10
_NEARLY_ALL = 0.95
_FLOATS = 1e-6
_AREAS = "Teilgebiete"
_READERS_BASE = 5.0
"""The readers (L-SUMME-03, L-SUMME-04) tell departures beyond rounding to 5; here the finer ones are found."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A whole, the sum of its parts, and what rounding may explain."""

    whole: Observation
    parts: float
    tolerance: float
    count: int

    @property
    def departure(self) -> float:
        return abs(self.parts - float(self.whole.figure.number or 0))


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-SUMME-01 a whole that its parts depart from, where they make it up in 95 of 100 other cells (and in ten).

    Tolerance: base/2 · (parts + 1), twice that because totals are often sums of rounded figures themselves; the base
    (10, 5, 3 or the last decimal) is learned from the period's figures; counts that are not rounded have none.
    Parts of a label like "Insgesamt" are all other labels; parts of an area those that the delivery puts below it.
    """
    told = Told()
    children = _children(batch)
    for panel in batch.panels:
        if panel.unit in _SUMMED and not panel.is_change:
            bases = [rounding_base(_numbers(panel, at)) for at in range(len(panel.periods))]
            _tell(told, list(_area_sums(panel, bases, children)), _AREAS)
            for feature, labels in panel.features.items():
                wholes = [name for name in labels if is_total(name)]
                if len(wholes) == 1 and len(labels) > 2:
                    parts = [name for name in labels if name not in wholes]
                    _tell(told, list(_label_sums(panel, bases, feature, wholes[0], parts)), f"Angaben zu „{feature}“")
    return told.issues()


def _numbers(panel: Panel, at: int) -> Iterator[float]:
    return (value for row in panel.rows if (value := row.numbers[at]) is not None)


def _children(batch: Batch) -> Mapping[str, tuple[str, ...]]:
    areas: dict[str, Area] = {area.key: area for reading in batch.readings for area in reading.areas}
    below: dict[str, list[str]] = {}
    for area in areas.values():
        if area.parent and area.valid_until is None:
            below.setdefault(area.parent, []).append(area.key)
    return {parent: tuple(keys) for parent, keys in below.items() if len(keys) > 1}


def _area_sums(panel: Panel, bases: Sequence[float], children: Mapping[str, tuple[str, ...]]) -> Iterator[_Sum]:
    for column in panel.columns.values():
        for area, row in column.items():
            parts = [column[key].numbers for key in children.get(area, ()) if key in column]
            if parts and len(parts) == len(children[area]):
                yield from _sums(row.cells, parts, bases)


def _label_sums(
    panel: Panel, bases: Sequence[float], feature: str, whole: str, labels: Sequence[str]
) -> Iterator[_Sum]:
    for pairs, column in panel.columns.items():
        if (feature, whole) in pairs:
            columns = [panel.columns.get(with_label(pairs, feature, name), {}) for name in labels]
            for area, row in column.items():
                parts = [part[area].numbers for part in columns if area in part]
                if len(parts) == len(labels):
                    yield from _sums(row.cells, parts, bases)


def _sums(
    cells: Sequence[Observation | None], parts: Sequence[Sequence[float | None]], bases: Sequence[float]
) -> Iterator[_Sum]:
    for at, (cell, base) in enumerate(zip(cells, bases, strict=True)):
        numbers = [value for row in parts if (value := row[at]) is not None]
        if cell is not None and cell.figure.number is not None and len(numbers) == len(parts):
            slack = base * (len(parts) + 1) if base != 1 else 0.5
            yield _Sum(cell, sum(numbers), slack, len(parts))


def _tell(told: Told, sums: list[_Sum], what: str) -> None:
    """Once per period, with the largest departure."""
    departing = [one for one in sums if one.departure > one.tolerance + _FLOATS]
    if len(sums) - len(departing) < max(_ENOUGH, _NEARLY_ALL * len(sums)):
        return
    by_period: dict[str, list[_Sum]] = {}
    for one in departing:
        if not _told_by_readers(one, what):
            by_period.setdefault(one.whole.period.label, []).append(one)
    for found in by_period.values():
        worst = max(found, key=lambda one: one.departure)
        told.add(
            "P-SUMME-01",
            worst.whole,
            was=what,
            zeitraum=worst.whole.period.label,
            anzahl=len(found),
            fach=place(worst.whole),
            wert=exact(worst.whole),
            summe=number(worst.parts),
            toleranz=number(worst.tolerance),
        )


def _told_by_readers(one: _Sum, what: str) -> bool:
    wide = _READERS_BASE / 2 * (one.count + 1) * (1 if what == _AREAS else 2)
    return one.whole.unit is Unit.COUNT and one.departure > wide
