"""A panel: the figures of one table in one unit, laid out by breakdown, area and period."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.vocabulary import Observation, Period, PeriodKind, Unit

Pairs = tuple[tuple[str, str], ...]
_Key = tuple[str, Unit, PeriodKind]
_LEAST, _MOST = 1e-15, 1e15


@dataclass(frozen=True, slots=True)
class Row:
    """One area and breakdown through the periods of its panel.

    Promise: `cells` and `numbers` are as long as the panel's periods; None: no such cell, or a sign without a number.
    The numbers are floats, because they only decide what is suspicious; what a message prints comes from the cell.
    """

    area: str
    pairs: Pairs
    cells: tuple[Observation | None, ...]
    numbers: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One measure of one file in one unit and kind of period.

    `columns`: by breakdown, then by area in file order; `positions`: where the key of a period stands in `periods`.
    """

    measure: str
    unit: Unit
    file: str
    periods: tuple[Period, ...]
    columns: Mapping[Pairs, Mapping[str, Row]]
    positions: Mapping[str, int]

    @property
    def rows(self) -> Iterator[Row]:
        """All rows."""
        return (row for column in self.columns.values() for row in column.values())

    @property
    def is_change(self) -> bool:
        """Whether the figures are changes between two years."""
        return self.unit is Unit.PERCENT_CHANGE or self.periods[0].kind is PeriodKind.CHANGE

    @property
    def features(self) -> Mapping[str, tuple[str, ...]]:
        """The features of the breakdowns, each with its labels in file order."""
        found: dict[str, dict[str, None]] = {}
        for pairs in self.columns:
            for feature, label in pairs:
                found.setdefault(feature, {})[label] = None
        return {feature: tuple(labels) for feature, labels in found.items()}


def panels_of(observations: Iterable[Observation]) -> tuple[Panel, ...]:
    """The panels of one file. Of a key that stands twice the first counts; the readers tell such keys (L-DOPPELT)."""
    by_panel: dict[_Key, list[Observation]] = {}
    for one in observations:
        by_panel.setdefault((one.measure, one.unit, one.period.kind), []).append(one)
    return tuple(_panel(key, found) for key, found in by_panel.items())


def _panel(key: _Key, observations: list[Observation]) -> Panel:
    distinct = {one.period.key: one.period for one in observations}
    periods = tuple(sorted(distinct.values()))
    at = {period.key: position for position, period in enumerate(periods)}
    cells: dict[Pairs, dict[str, list[Observation | None]]] = {}
    for one in observations:
        column = cells.setdefault(one.breakdown.pairs, {})
        row = column.get(one.area)
        if row is None:
            row = column[one.area] = [None] * len(periods)
        position = at[one.period.key]
        if row[position] is None:
            row[position] = one
    columns = {
        pairs: {area: Row(area, pairs, tuple(row), tuple(map(_number, row))) for area, row in column.items()}
        for pairs, column in cells.items()
    }
    return Panel(key[0], key[1], observations[0].cell.file, periods, columns, at)


def _number(cell: Observation | None) -> float | None:
    """The number to judge by; None beyond the range of any statistic, where floats would fail."""
    if cell is None or cell.figure.number is None:
        return None
    value = float(cell.figure.number)
    return value if value == 0 or _LEAST < abs(value) < _MOST else None


def told_number(cell: Observation) -> Decimal:
    """The exact number of a cell that has one."""
    assert cell.figure.number is not None  # asked only of cells whose row holds a number
    return cell.figure.number


def with_label(pairs: Pairs, feature: str, label: str) -> Pairs:
    """The same breakdown with another label of one feature.

    >>> with_label((("Geschlecht", "weiblich"), ("Nationalität", "Deutsche")), "Geschlecht", "Insgesamt")
    (('Geschlecht', 'Insgesamt'), ('Nationalität', 'Deutsche'))
    """
    return tuple((name, label if name == feature else old) for name, old in pairs)
