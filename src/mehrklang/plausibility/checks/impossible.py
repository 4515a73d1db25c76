"""Values that cannot be: negative counts, shares below nothing or above everything."""

from collections.abc import Iterator

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel, Row, told_number
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, place
from mehrklang.vocabulary import Issue, Observation, Unit

_WHOLE = {Unit.PERCENT: 100.0, Unit.PER_MILLE: 1000.0}
_COUNTS = (Unit.COUNT, Unit.THOUSAND)
_FEW = 3
_BALANCE = 0.05
_ROUNDED_UP = 0.1


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-WERT-01 negative count; P-WERT-02 share above the whole; P-WERT-03 negative share or rate.

    Balances may be negative: a label under which a twentieth of the counts (and three) is below zero, and a table in
    which a third of the columns goes below zero, hold balances.
    """
    told = Told()
    for panel in batch.panels:
        if panel.unit in _COUNTS and not panel.is_change:
            _tell(told, "P-WERT-01", list(_negative_counts(panel)))
        if panel.unit in _WHOLE and not panel.is_change:
            whole = _WHOLE[panel.unit] + _ROUNDED_UP
            _tell(told, "P-WERT-02", [cell for cell, value in _values(panel.rows) if value > whole])
            _tell(told, "P-WERT-03", [cell for cell, value in _values(panel.rows) if value < 0])
    return told.issues()


def _values(rows: Iterator[Row]) -> Iterator[tuple[Observation, float]]:
    for row in rows:
        for cell, value in zip(row.cells, row.numbers, strict=True):
            if cell is not None and value is not None:
                yield cell, value


def _tell(told: Told, code: str, cells: list[Observation]) -> None:
    if cells:
        worst = max(cells, key=lambda cell: abs(told_number(cell)))
        told.add(code, worst, fach=place(worst), wert=exact(worst), anzahl=len(cells))


def _negative_counts(panel: Panel) -> Iterator[Observation]:
    negative = [cell for cell, value in _values(panel.rows) if value < 0]
    columns = {cell.breakdown.pairs for cell in negative}
    if not negative or (len(columns) >= _FEW and len(columns) * _FEW >= len(panel.columns)):
        return
    balances = _balance_labels(panel, negative)
    for cell in negative:
        if not balances & set(_with_whole(cell.breakdown.pairs)):
            yield cell


def _balance_labels(panel: Panel, negative: list[Observation]) -> set[tuple[str, str]]:
    cells: dict[tuple[str, str], int] = {}
    below: dict[tuple[str, str], int] = {}
    for pairs, column in panel.columns.items():
        for pair in _with_whole(pairs):
            cells[pair] = cells.get(pair, 0) + len(column) * len(panel.periods)
    for cell in negative:
        for pair in _with_whole(cell.breakdown.pairs):
            below[pair] = below.get(pair, 0) + 1
    return {pair for pair, count in below.items() if count >= _FEW and count >= _BALANCE * cells[pair]}


def _with_whole(pairs: Pairs) -> tuple[tuple[str, str], ...]:
    """The labels of a breakdown; of the total one of its own."""
    return pairs or (("", ""),)
