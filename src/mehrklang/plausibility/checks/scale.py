"""Jumps of unit and precision: thousandfold figures, per cent beside per mille, decimals that come and go."""

from collections import Counter
from itertools import pairwise
from math import log
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, Row
from mehrklang.plausibility.robust import log_change
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, label, number, place
from mehrklang.vocabulary import Issue, Observation, Unit

_POWERS = (10, 100, 1000)
_CLOSE = 0.25
_AREAS = 5
_NEARLY_ALL = 0.8
_MUCH = 2
_THOUSANDS = (1000.0, 0.001)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-EINHEIT-01 a category that is 10, 100 or 1,000 times its neighbour year in nearly all areas; P-EINHEIT-02 one
    cell a thousandfold; P-EINHEIT-03 decimals that change between periods.
    """
    told = Told()
    for panel in batch.panels:
        if not panel.is_change:
            _tell_columns(told, panel)
            _tell_cells(told, panel)
            _tell_decimals(told, panel)
    return told.issues()


def _tell_columns(told: Told, panel: Panel) -> None:
    for pairs, column in panel.columns.items():
        for at in range(1, len(panel.periods)):
            changes = [change for row in column.values() if (change := _change(row, at)) is not None]
            power = _power(median(changes)) if len(changes) >= _AREAS else 0
            if power and sum(_power(change) == power for change in changes) >= _NEARLY_ALL * len(changes):
                first = next(row.cells[at] for row in column.values() if _change(row, at) is not None)
                told.add(
                    "P-EINHEIT-01",
                    first,
                    messgroesse=panel.measure,
                    kategorie=label(pairs),
                    zeitraum=panel.periods[at].label,
                    vorher=panel.periods[at - 1].label,
                    faktor=number(power) if power > 1 else f"1/{round(1 / power)}",
                )


def _change(row: Row, at: int) -> float | None:
    earlier, later = row.numbers[at - 1], row.numbers[at]
    return log_change(earlier, later) if earlier and later and earlier > 0 and later > 0 else None


def _power(change: float) -> float:
    """The power of ten that a change is about; 0.0 if it is about none."""
    for power in _POWERS:
        if abs(abs(change) - log(power)) < _CLOSE:
            return float(power) if change > 0 else 1 / power
    return 0.0


def _tell_cells(told: Told, panel: Panel) -> None:
    for row in panel.rows:
        known = [value for value in row.numbers if value and value > 0]
        if len(known) >= _AREAS and max(known) > 300 * min(known):
            for at, (cell, value) in enumerate(zip(row.cells, row.numbers, strict=True)):
                near = row.numbers[max(0, at - 1) : at] + row.numbers[at + 1 : at + 2]
                beside = [other for other in near if other and other > 0]
                if cell and value and beside and value > 0 and _is_thousandfold(value, beside):
                    told.add(
                        "P-EINHEIT-02", cell, fach=place(cell), wert=exact(cell), ueblich=number(median(beside), 1)
                    )


def _is_thousandfold(value: float, beside: list[float]) -> bool:
    return all(_power(log_change(other, value)) in _THOUSANDS for other in beside)


def _tell_decimals(told: Told, panel: Panel) -> None:
    """One note per table: the usual number of decimals of each period, where it changes by two and more."""
    if panel.unit is Unit.COUNT:
        return
    usual: list[tuple[str, int, Observation]] = []
    for at, period in enumerate(panel.periods):
        cells = [row.cells[at] for row in panel.rows if row.numbers[at] is not None]
        known = [cell for cell in cells if cell is not None]
        if len(known) >= _AREAS:
            usual.append((period.label, _usual_decimals(known), known[0]))
    steps = [(earlier, later) for earlier, later in pairwise(usual) if abs(earlier[1] - later[1]) >= _MUCH]
    if steps:
        (before, fewer, _), (after, more, cell) = steps[0]
        told.add(
            "P-EINHEIT-03",
            cell,
            messgroesse=panel.measure,
            einheit=panel.unit.description,
            vorher=before,
            stellen_vorher=fewer,
            zeitraum=after,
            stellen=more,
            anzahl=len(steps),
        )


def _usual_decimals(cells: list[Observation]) -> int:
    """The most frequent number of decimals; binary fractions as spreadsheets write them count as ten."""
    counted = Counter(min(10, -int(cell.figure.number.as_tuple().exponent)) for cell in cells if cell.figure.number)
    return max(0, counted.most_common(1)[0][0]) if counted else 0
