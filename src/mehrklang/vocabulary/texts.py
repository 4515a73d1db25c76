"""A table too large for memory, as a reader and the store speak of it: shape, groups and lines of text, their meanings.

Texts are those of the file; columns are counted from 0, lines from 1.
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TextShape:
    """A regular CSV file: `rows` lines of `width` cells each, the first of them in line `first_line`."""

    path: Path
    delimiter: str
    width: int
    first_line: int
    rows: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that hold the same texts in the asked columns: their first line, and how many they are."""

    texts: tuple[str, ...]
    line: int
    rows: int


@dataclass(frozen=True, slots=True)
class TextRow:
    """One line of the file."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What some columns of text mean together; None: nothing that can be used."""

    columns: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    means: tuple[str | None, ...]

    @property
    def is_itself(self) -> bool:
        """Whether every text of the first column just means itself."""
        return all(texts[0] == meaning for texts, meaning in zip(self.texts, self.means, strict=True))


@dataclass(frozen=True, slots=True)
class PlainNumbers:
    """Which numbers need no reader: whole ones, and decimal ones with the mark of the column.

    `comment` is None without such a column. Units are texts of the file: in `counts` decimals are looked at, in
    `thousands` a bare 0, in `unknown` everything.
    """

    value: int
    comment: int | None
    unit: int
    mark: str
    counts: tuple[str, ...]
    thousands: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadValue:
    """What a reader makes of a cell that is no plain number; `told`: something is to be said about each such cell;
    `finality` only where the file says how final the value is."""

    texts: tuple[str, str, str]
    line: int
    number: str | None
    sign: str | None
    reason: str | None
    usable: bool
    told: bool
    too_large: bool = False
    finality: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Everything that a reader says about a table; `features` are pairs of head and meaning."""

    measure: Meaning
    unit: Meaning
    area: Meaning
    period: Meaning
    features: tuple[tuple[str, Meaning], ...]
    plain: PlainNumbers
    values: tuple[ReadValue, ...]
