"""What each column of a printed table is: key, period, stub or value, and of a value column all that its head says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mehrklang.sources.labels import fold
from mehrklang.sources.periods import read_period
from mehrklang.sources.printed.blocks import Block
from mehrklang.sources.printed.cells import is_figure, is_period, unit_in
from mehrklang.vocabulary import Period, Unit

_KEYS = frozenset({"ags", "ars", "schluessel", "gebietsschluessel", "kreisschluessel", "lfd. nr.", "nr."})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of values. `labels` are the head rows' labels by the number of their row, from the top."""

    at: int
    labels: tuple[tuple[int, str], ...]
    unit: Unit | None
    period: Period | None

    @property
    def name(self) -> str:
        """For messages and the lineage."""
        period = (self.period.label,) if self.period else ()
        return ", ".join(dict.fromkeys((*(label for _, label in self.labels), *period))) or f"Spalte {self.at + 1}"


@dataclass(frozen=True, slots=True)
class Stub:
    """A column before the values: its title and its cells' place."""

    at: int
    title: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table, from left to right. `periods` is the column of periods, if there is one."""

    keys: tuple[int, ...]
    periods: Stub | None
    stubs: tuple[Stub, ...]
    values: tuple[Column, ...]


def read_columns(block: Block) -> Columns | None:
    """The columns; None if there is no column of values.

    Values begin with the first column in which figures, and neither periods nor keys, stand in most of the rows; they
    reach to the last column that has a figure.
    """
    width = len(block.body[0].cells)
    cells = [[line.cells[at] for line in block.body if line.cells[at]] for at in range(width)]
    titles = [_title(block, at) for at in range(width)]
    used = [at for at in range(width) if cells[at]]
    first = next((at for at in used if _is_value(titles[at], cells[at])), None)
    if first is None:
        return None
    left = [at for at in used if at < first]
    periods = next((at for at in left if _mostly(map(is_period, cells[at]))), None)
    keys = tuple(at for at in left if at != periods and _are_keys(titles[at], cells[at]))
    stubs = tuple(Stub(at, titles[at]) for at in left if at != periods and at not in keys)
    last = max(at for at in used if any(map(is_figure, cells[at])))
    rows = [_filled(line.cells[first : last + 1], top=line is block.head[0]) for line in block.head]
    values = tuple(_column([row[at - first] for row in rows], at) for at in used if first <= at <= last)
    return Columns(keys, None if periods is None else Stub(periods, titles[periods]), stubs, _parted(values))


def _title(block: Block, at: int) -> str:
    return " ".join(dict.fromkeys(line.cells[at] for line in block.head if line.cells[at]))


def _is_value(title: str, cells: Sequence[str]) -> bool:
    if not _mostly(map(is_figure, cells)) or fold(title) in _KEYS or fold(title).startswith("jahr"):
        return False
    return bool(title) and not all(map(is_period, cells))


def _are_keys(title: str, cells: Sequence[str]) -> bool:
    """Whether a column holds keys: nothing but digits, or mostly so under a title that says it, or under none."""
    return all(map(_is_key, cells)) or ((not title or fold(title) in _KEYS) and _mostly(map(_is_key, cells)))


def _is_key(cell: str) -> bool:
    return cell.isdecimal() and len(cell) < 9


def _mostly(verdicts: Iterable[bool]) -> bool:
    found = list(verdicts)
    return 2 * sum(found) > len(found)


def _column(heads: Sequence[str], at: int) -> Column:
    """A column by the texts of the head rows above it, without repetitions; units and periods are taken out of them."""
    unit = next((unit for label in reversed(heads) if (unit := unit_in(label)) is not None), None)
    period = next((label for label in heads if is_period(label)), "")
    labels: dict[str, int] = {}
    for number, label in enumerate(heads, start=1):
        if label and label != period and not _is_unit(label):
            labels.setdefault(label, number)
    named = tuple((number, label) for label, number in labels.items())
    return Column(at, named, unit, read_period(period) if period else None)


def _filled(cells: Sequence[str], *, top: bool) -> list[str]:
    """The cells of a head row: a label stands for the empty cells behind it, the only label on top for all."""
    different = set(filter(None, cells))
    last = different.pop() if top and len(different) == 1 else ""
    filled = []
    for cell in cells:
        last = cell or last
        filled.append(last)
    return filled


def _is_unit(label: str) -> bool:
    return unit_in(label) is not None and len(label.split()) < 3


def _parted(values: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns without the labels that all of them share, if there are several columns."""
    shared = set(values[0].labels).intersection(*(one.labels for one in values))
    if len(values) < 2 or not shared:
        return values
    return tuple(
        Column(one.at, tuple(pair for pair in one.labels if pair not in shared), one.unit, one.period) for one in values
    )
