"""Balances: categories of which one is the difference of two others, in one table or in three."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel, Row, with_label
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue, Observation, Unit

_COUNTS = (Unit.COUNT, Unit.THOUSAND)
_MOST_LABELS = 8
_ENOUGH = 10
_NEARLY_ALL = 0.9
_NEGATIVE = 0.03

_Cells = list[tuple[Observation, float, int]]


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-SALDO-01 a balance that is not the difference of its parts, where it is in nine of ten others (and in ten).

    Found are labels of one feature (Saldo = Zuzüge − Fortzüge), and three tables with the same labels.
    """
    told = Told()
    for panel in batch.panels:
        if panel.unit in _COUNTS and not panel.is_change:
            for feature, labels in panel.features.items():
                if 3 <= len(labels) <= _MOST_LABELS and _has_negative(panel):
                    _tell_labels(told, panel, feature, labels)
    _tell_tables(told, [panel for panel in batch.panels if panel.unit is Unit.COUNT and not panel.is_change])
    return told.issues()


def _has_negative(panel: Panel) -> bool:
    return any(value is not None and value < 0 for row in panel.rows for value in row.numbers)


def _tell_labels(told: Told, panel: Panel, feature: str, labels: Sequence[str]) -> None:
    for balance, plus, minus in permutations(labels, 3):
        if not _goes_below(panel, feature, balance) or _goes_below(panel, feature, plus):
            continue
        triples = [
            (
                column,
                panel.columns.get(with_label(pairs, feature, plus)),
                panel.columns.get(with_label(pairs, feature, minus)),
            )
            for pairs, column in panel.columns.items()
            if (feature, balance) in pairs
        ]
        _tell(told, panel, list(_differences(triples)), f"{balance} = {plus} − {minus}")


def _goes_below(panel: Panel, feature: str, label: str) -> bool:
    """Whether a label is a balance: twice at least below zero."""
    columns = [column for pairs, column in panel.columns.items() if (feature, label) in pairs]
    return (
        sum(value is not None and value < 0 for column in columns for row in column.values() for value in row.numbers)
        > 1
    )


_Column = Mapping[str, Row]


def _differences(
    triples: Sequence[tuple[_Column, _Column | None, _Column | None]],
) -> Iterator[tuple[Observation, float, int]]:
    for balance, plus, minus in triples:
        if plus is not None and minus is not None:
            for area, row in balance.items():
                if area in plus and area in minus:
                    yield from _row_differences(row, plus[area], minus[area])


def _row_differences(balance: Row, plus: Row, minus: Row) -> Iterator[tuple[Observation, float, int]]:
    for at, cell in enumerate(balance.cells):
        one, other = plus.numbers[at], minus.numbers[at]
        if cell is not None and cell.figure.number is not None and one is not None and other is not None:
            yield cell, one - other, at


def _tell(told: Told, panel: Panel, cells: _Cells, rule: str) -> None:
    if len(cells) < _ENOUGH:
        return
    base = rounding_base(value for row in panel.rows for value in row.numbers if value is not None)
    slack = 1.5 * base if base != 1 else 0.5
    departing = [(cell, value) for cell, value, _ in cells if abs(float(cell.figure.number or 0) - value) > slack]
    if len(cells) - len(departing) >= max(_ENOUGH, _NEARLY_ALL * len(cells)):
        for cell, value in departing:
            told.add("P-SALDO-01", cell, fach=place(cell), regel=rule, wert=exact(cell), soll=number(value))


def _tell_tables(told: Told, panels: Sequence[Panel]) -> None:
    for balance in panels:
        if not _is_balance(balance):
            continue
        alike = [
            panel
            for panel in panels
            if panel is not balance and panel.periods == balance.periods and _like(panel, balance)
        ]
        for plus, minus in permutations(alike, 2):
            triples = [(column, _same(plus, pairs), _same(minus, pairs)) for pairs, column in balance.columns.items()]
            _tell(told, balance, list(_differences(triples)), f"{balance.measure} = {plus.measure} − {minus.measure}")


def _is_balance(panel: Panel) -> bool:
    values = [value for row in panel.rows for value in row.numbers if value is not None]
    return sum(value < 0 for value in values) >= _NEGATIVE * len(values) > 0


def _like(panel: Panel, balance: Panel) -> bool:
    """Whether most labels of the balance stand in the other table, which may name the feature differently."""
    mine = {_labels(pairs) for pairs in balance.columns}
    return 2 * len(mine & {_labels(pairs) for pairs in panel.columns}) > len(mine)


def _labels(pairs: Pairs) -> tuple[str, ...]:
    return tuple(name for _, name in pairs)


def _same(panel: Panel, pairs: Pairs) -> _Column | None:
    wanted = _labels(pairs)
    return next((column for other, column in panel.columns.items() if _labels(other) == wanted), None)
