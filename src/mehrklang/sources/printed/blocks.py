"""The tables of a sheet: head rows, rows of data, and the text around them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from mehrklang.sources.labels import fold
from mehrklang.sources.printed.cells import is_figure, is_period, unit_in
from mehrklang.sources.printed.grid import Line

_FEW = 3
_SHORT = 20
_KEY_HEADS = frozenset({"ags", "schluessel", "nr.", "ars"})


@dataclass(frozen=True, slots=True)
class Block:
    """One table: its head rows (the row of column numbers is not among them) and its rows of data."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Blocks:
    """All tables of a sheet, the lines above the first and everything below and between that is no table."""

    tables: tuple[Block, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]


def find_blocks(lines: Sequence[Line]) -> Blocks:
    """The tables from top to bottom.

    A table begins where data follow a head. The head ends with a row of column numbers (1 2 3 …), or else above the
    first row that has text on the left and figures on the right. It reaches up as far as the rows hold several
    different texts; a row with one text belongs to it only if the rest of the head hangs on it (merged downwards).
    """
    tables: list[Block] = []
    above: list[str] = []
    below: list[str] = []
    at = start = 0
    while at < len(lines):
        ends = _head_end(lines, at, start)
        if ends is None:
            (below if tables else above).extend(lines[at].contents)
            at += 1
            continue
        head = _head(lines, start, ends)
        first = ends + 1 if _numbers_columns(lines[ends]) else ends
        last = _body_end(lines, first, head)
        tables.append(Block(head, tuple(line for line in lines[first:last] if line.contents)))
        _forget(head, below if len(tables) > 1 else above)
        at = start = last
    return Blocks(tuple(one for one in tables if one.body), tuple(above), tuple(below))


def _forget(head: Sequence[Line], text: list[str]) -> None:
    """The head rows were taken for text before the table was found: out with them."""
    labels = {label for line in head for label in line.contents}
    text[:] = [one for one in text if one not in labels]


def _head_end(lines: Sequence[Line], at: int, start: int) -> int | None:
    """The position of a row of column numbers, or of the first row of data below a head, if it is this one."""
    if at <= start or not _head(lines, start, at):
        return None
    if _numbers_columns(lines[at]) or (_is_data(lines[at]) and not _numbers_follow(lines, at)):
        return at
    return None


def _numbers_follow(lines: Sequence[Line], at: int) -> bool:
    return any(_numbers_columns(line) for line in lines[at + 1 : at + 1 + _FEW])


def _head(lines: Sequence[Line], start: int, ends: int) -> tuple[Line, ...]:
    top = ends
    while top > start and (
        len(lines[top - 1].contents) > 1
        or _is_unit(lines[top - 1])
        or (top < ends and _hangs(lines[top - 1], lines[top]))
    ):
        top -= 1
    return tuple(lines[top:ends])


def _is_unit(line: Line) -> bool:
    """Whether the row holds one short text, a unit for all columns."""
    return len(line.contents) == 1 and len(line.contents[0]) < _SHORT and unit_in(line.contents[0]) is not None


def _hangs(upper: Line, lower: Line) -> bool:
    """Whether the one text of the upper row is a cell that is merged downwards."""
    return any(cell and cell == lower.cells[at] and not lower.raw[at] for at, cell in enumerate(upper.cells))


def _numbers_columns(line: Line) -> bool:
    """Whether this row numbers the columns: small whole numbers, few left out; "AGS" may stand among them."""
    cells = [cell for cell in line.raw if cell.strip() and fold(cell) not in _KEY_HEADS]
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3]
    steps = [other - one for one, other in pairwise(numbers)]
    rising = all(step >= 0 for step in steps) and 2 * sum(step < 2 for step in steps) >= len(steps)
    return len(numbers) == len(cells) > 1 and rising and numbers[0] < 2 <= numbers[-1] + 1


def _is_data(line: Line) -> bool:
    """Whether the row ends in figures, at least one of them neither a period nor a unit, behind a text or a period."""
    cells = [cell for cell in line.cells if cell]
    run = list(takewhile(is_figure, reversed(cells)))
    values = [cell for cell in run if not is_period(cell) and unit_in(cell) is None]
    return bool(values) and (len(run) < len(cells) or len(values) < len(run) or len(cells) > _FEW)


def _body_end(lines: Sequence[Line], first: int, head: Sequence[Line]) -> int:
    """The first row below the data: one without figures, or a head row that comes again."""
    labels = {line.contents for line in head}
    at = first
    while at < len(lines) and (not lines[at].contents or _belongs(lines[at], labels)):
        at += 1
    return at


def _belongs(line: Line, labels: set[tuple[str, ...]]) -> bool:
    return line.contents not in labels and not _numbers_columns(line) and any(map(is_figure, line.cells))
