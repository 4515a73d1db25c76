"""Zeros where the source publishes nothing: a whole column of zeros, a zero in a series of large counts."""

from collections.abc import Iterator
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Panel, Row
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import label, number, place
from mehrklang.vocabulary import Issue, Observation, Unit

_AREAS = 5
_LARGE = 50.0
_SHARE_OF_ZERO = 0.25
_NEARLY_ALL = 0.8
_COUNTS = (Unit.COUNT, Unit.THOUSAND)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-NULL-01 a category zero in all areas of a period, but not otherwise; P-NULL-02 a zero among large counts;
    P-NULL-03 a whole period of zeros.

    A count with a mean of 50 is zero by chance once in e⁵⁰ cases (Poisson). Zero "–" is what the source calls nothing;
    a written 0 is checked like it, because both claim that there was no case.
    """
    told = Told()
    for panel in batch.panels:
        if panel.unit in _COUNTS and not panel.is_change:
            told_at = _tell_periods(told, panel)
            told_at |= _tell_columns(told, panel, told_at)
            _tell_cells(told, panel, told_at)
    return told.issues()


def _tell_periods(told: Told, panel: Panel) -> set[int]:
    """Tells periods in which nearly the whole table is zero, and gives the ids of their cells."""
    seen: set[int] = set()
    rows = list(panel.rows)
    for at, period in enumerate(panel.periods):
        cells = [cell for row in rows if (cell := row.cells[at]) is not None and row.numbers[at] is not None]
        zeros = [cell for cell in cells if cell.figure.number == 0]
        if len(zeros) >= _AREAS and len(zeros) >= _NEARLY_ALL * len(cells) and _otherwise(rows, at):
            seen |= {id(cell) for cell in zeros}
            told.add("P-NULL-03", zeros[0], messgroesse=panel.measure, zeitraum=period.label, anzahl=len(zeros))
    return seen


def _tell_columns(told: Told, panel: Panel, told_at: set[int]) -> set[int]:
    """Tells columns and gives the ids of their cells, so that they are not told again one by one."""
    seen: set[int] = set()
    for pairs, column in panel.columns.items():
        rows = list(column.values())
        for at, period in enumerate(panel.periods):
            cells = [row.cells[at] for row in rows if row.numbers[at] is not None]
            if len(cells) >= _AREAS and all(row.numbers[at] in (0.0, None) for row in rows) and _otherwise(rows, at):
                first = next(cell for cell in cells if cell is not None)
                if id(first) in told_at:
                    continue
                seen |= {id(cell) for cell in cells}
                told.add("P-NULL-01", first, zeitraum=period.label, kategorie=label(pairs), anzahl=len(cells))
    return seen


def _otherwise(rows: list[Row], at: int) -> bool:
    """Whether the other periods are mostly not zero."""
    others = [value for row in rows for spot, value in enumerate(row.numbers) if value is not None and spot != at]
    return bool(others) and others.count(0.0) <= _SHARE_OF_ZERO * len(others)


def _tell_cells(told: Told, panel: Panel, told_at: set[int]) -> None:
    for cell, beside in _lonely_zeros(panel):
        if id(cell) not in told_at:
            told.add("P-NULL-02", cell, fach=place(cell), ueblich=number(beside, 0))


def _lonely_zeros(panel: Panel) -> Iterator[tuple[Observation, float]]:
    for row in panel.rows:
        if 0.0 in row.numbers and not _is_balance(panel, row):
            yield from _zeros_of(row)


def _is_balance(panel: Panel, row: Row) -> bool:
    """Whether figures below zero stand under the same breakdown: a balance may be zero."""
    column = panel.columns[row.pairs].values()
    return any(value is not None and value < 0 for one in column for value in one.numbers)


def _zeros_of(row: Row) -> Iterator[tuple[Observation, float]]:
    for at, (cell, value) in enumerate(zip(row.cells, row.numbers, strict=True)):
        beside = [near for near in row.numbers[max(0, at - 2) : at] + row.numbers[at + 1 : at + 3] if near is not None]
        if cell is not None and value == 0 and len(beside) >= 2 and min(beside) >= _LARGE:
            yield cell, median(beside)
