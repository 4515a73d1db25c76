"""Areas far from all other areas: a whole Land on the key of one office, a figure with a digit too many."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, Row
from mehrklang.plausibility.robust import log_change, spread
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import label, number
from mehrklang.vocabulary import Issue, Unit

_AREAS = 12
_FACTOR = log(4.0)
_SCORE = 6.0
_RATES = (Unit.PERCENT, Unit.PER_MILLE)
_LEAST = 1.0
_LEAST_SPREAD = 0.05


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-SPRUNG-02 an area with a share four times that of the median area, and six times the usual spread off.

    Asked of shares and rates only: counts differ with the size of the areas. One issue per area and category; a count
    of less than twenty behind the share is chance and is left out where the file holds it.
    """
    told = Told()
    for panel in batch.panels:
        if panel.unit in _RATES and not panel.is_change:
            counts = batch.sibling(panel, Unit.COUNT)
            for pairs, column in panel.columns.items():
                rows = list(column.values())
                if len(rows) >= _AREAS:
                    _tell(told, panel, rows, label(pairs), counts)
    return told.issues()


def _tell(told: Told, panel: Panel, rows: Sequence[Row], category: str, counts: Panel | None) -> None:
    usual = [_usual(rows, at) for at in range(len(panel.periods))]
    for row in rows:
        periods = [at for at, one in enumerate(usual) if _stands_out(one, row, at) and _enough(counts, row, at)]
        if periods:
            at = periods[-1]
            told.add(
                "P-SPRUNG-02",
                row.cells[at],
                messgroesse=panel.measure,
                gebiet=row.area,
                kategorie=category,
                zeitraum=panel.periods[at].label,
                wert=number(row.numbers[at], 1),
                mitte=number(usual[at].middle, 1),
                anzahl=len(periods),
            )


@dataclass(frozen=True, slots=True)
class _Usual:
    """The median share of the areas in a period, and their spread on the logarithmic scale."""

    middle: float
    spread: float


def _usual(rows: Sequence[Row], at: int) -> _Usual:
    levels = [value for row in rows if (value := row.numbers[at]) is not None and value > 0]
    if len(levels) < _AREAS:
        return _Usual(0.0, 0.0)
    return _Usual(median(levels), max(spread([log(level) for level in levels]), _LEAST_SPREAD))


def _stands_out(usual: _Usual, row: Row, at: int) -> bool:
    value = row.numbers[at]
    if value is None or value <= 0 or usual.middle < _LEAST:
        return False
    return log_change(usual.middle, value) > max(_FACTOR, _SCORE * usual.spread)


def _enough(counts: Panel | None, row: Row, at: int) -> bool:
    if counts is None or row.pairs not in counts.columns or row.area not in counts.columns[row.pairs]:
        return True
    numbers = counts.columns[row.pairs][row.area].numbers
    return at >= len(numbers) or (numbers[at] or 0) >= 20
