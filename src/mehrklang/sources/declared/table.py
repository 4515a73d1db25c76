"""A table as dimensions and entries."""

from collections.abc import Sequence
from dataclasses import dataclass

from mehrklang.sources.declared.roles import Role
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension. Promise: `codes` are unique, `labels` are as many as `codes`."""

    key: str
    label: str
    codes: tuple[str, ...]
    labels: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: its position in each dimension, the raw cell, the flag beside it, and where it stands."""

    at: tuple[int, ...]
    raw: str
    flag: str
    line: int
    column: str


@dataclass(frozen=True, slots=True)
class DeclaredTable:
    """A whole table. `unit` is the label of the unit of all values ("": a dimension says it, or nobody)."""

    kind: str
    key: str
    unit: str
    mark: Mark
    dimensions: tuple[Dimension, ...]
    entries: Sequence[Entry]
    notes: SourceNotes

    def find(self, role: Role) -> int | None:
        """The position of the first dimension of a role."""
        return next((at for at, one in enumerate(self.dimensions) if one.role is role), None)


def positions(at: int, sizes: tuple[int, ...]) -> tuple[int, ...]:
    """The position in each dimension of a flat place; the last dimension runs fastest.

    >>> positions(5, (2, 3)), positions(0, ())
    ((1, 2), ())
    """
    found: list[int] = []
    for size in reversed(sizes):
        at, place = divmod(at, size) if size else (at, 0)
        found.append(place)
    return tuple(reversed(found))
