"""Numbers that a spreadsheet has filled in: equal steps or equal values where counts would vary."""

from collections.abc import Iterable, Iterator, Sequence
from math import log10, sqrt
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number
from mehrklang.vocabulary import Issue, Observation, Unit

_LONG = 6
_ROUNDING = 1e-9
_SPREAD = 2.5
_CERTAIN = -9.0
_ROUNDED = 5.0
_WHOLES = (0.0, 100.0, 1000.0)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-REIHE-01 six or more figures in a row with one equal step, down the areas or along the periods.

    Told only if chance does not make it: a step is equal to the one before with a probability of about base ÷ 2.5 σ,
    where σ is √n for counts (Poisson) and the median change of steps for other figures; of n figures n − 2 steps have
    to agree, and the product has to be under 10⁻⁹.
    """
    told = Told()
    for panel in (each for each in batch.panels if not each.is_change):
        base = rounding_base(value for row in panel.rows for value in row.numbers if value is not None)
        for cells, values in _sequences(panel):
            for start, end in _runs(values):
                if _certain(panel.unit, values, start, end, base):
                    _tell(told, cells[start:end])
    return told.issues()


def _sequences(panel: Panel) -> Iterator[tuple[list[Observation], list[float]]]:
    """The figures of each period down the areas; counts also along the periods."""
    for column in panel.columns.values():
        rows = list(column.values())
        if len(rows) >= _LONG:
            for at in range(len(panel.periods)):
                yield _known((row.cells[at], row.numbers[at]) for row in rows)
        if panel.unit is Unit.COUNT and len(panel.periods) >= _LONG:
            for row in rows:
                yield _known(zip(row.cells, row.numbers, strict=True))


def _known(
    pairs: Iterable[tuple[Observation | None, float | None]],
) -> tuple[list[Observation], list[float]]:
    cells: list[Observation] = []
    values: list[float] = []
    for cell, value in pairs:
        if cell is not None and value is not None:
            cells.append(cell)
            values.append(value)
    return cells, values


def _runs(values: Sequence[float]) -> Iterator[tuple[int, int]]:
    """The bounds of the longest stretches of equal steps."""
    start = 0
    for at in range(2, len(values) + 1):
        if at < len(values) and abs(values[at] - 2 * values[at - 1] + values[at - 2]) < _ROUNDING:
            continue
        if at - start >= _LONG:
            yield start, at
        start = at - 1


def _certain(unit: Unit, values: Sequence[float], start: int, end: int, base: float) -> bool:
    run = values[start:end]
    if run[0] == run[1] and run[0] in _WHOLES:
        return False
    if unit is Unit.COUNT:
        usual = sqrt(max(0.0, min(run)))
    else:
        usual = median(abs(values[at] - 2 * values[at - 1] + values[at - 2]) for at in range(2, len(values)))
    if all(value % _ROUNDED == 0 for value in run):
        base = max(base, _ROUNDED)
    likely = base / (_SPREAD * usual) if usual else 1.0
    return likely < 1 and (len(run) - 2) * log10(likely) < _CERTAIN


def _tell(told: Told, run: Sequence[Observation]) -> None:
    first, last = run[0], run[-1]
    step = (run[1].figure.number or 0) - (first.figure.number or 0)
    told.add(
        "P-REIHE-01",
        first,
        anzahl=len(run),
        von=exact(first),
        bis=exact(last),
        schritt=number(step) if step else "0",
        zeilen=f"{first.cell.line} bis {last.cell.line}",
    )
