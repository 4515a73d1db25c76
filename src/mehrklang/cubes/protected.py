"""Protected cubes: the only numbers that may be computed with, shown or released."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.cubes.cell import Cell, CellKey
from mehrklang.cubes.seal import Seal
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Reason, Unit


@dataclass(frozen=True, slots=True)
class Protection:
    """What the guard did, without the secret values: which rule set, how many cells, how many of them suppressed
    and why. `rate_floor` N of the rule set travels along: no share or rate over a denominator below N persons. `slack`:
    by how many persons a shown count may be off, `base`: to the multiples of which number it was rounded (0: not).
    """

    rule_set: str
    cell_count: int
    suppressed_primary: int = 0
    suppressed_secondary: int = 0
    passed_published: int = 0
    rate_floor: int = 0
    slack: int = 0
    base: int = 0

    @property
    def suppressed(self) -> int:
        """All that is told outside the statistics office: apart, the two numbers would narrow the suppressed values."""
        return self.suppressed_primary + self.suppressed_secondary


class ProtectedCube:
    """Cells that have passed the guard.

    Promise: it cannot be made without the guard's seal; it is immutable; asking for a cell that was never delivered
    gives a figure that says so, not an error and not a zero.

    >>> ProtectedCube({}, Protection("frei erfunden", 0), seal=None)
    Traceback (most recent call last):
    ...
    TypeError: only the guard (mehrklang.disclosure) makes a ProtectedCube
    """

    __slots__ = ("_cells", "_columns", "_protection")

    def __init__(self, cells: Mapping[CellKey, Cell], protection: Protection, *, seal: Seal | None) -> None:
        if not isinstance(seal, Seal):
            raise TypeError("only the guard (mehrklang.disclosure) makes a ProtectedCube")
        self._cells = MappingProxyType(dict(cells))
        self._protection = protection
        self._columns: dict[tuple[str, Unit, str, Breakdown], dict[Period, Cell]] = {}

    @property
    def protection(self) -> Protection:
        """The guard's protocol of this cube."""
        return self._protection

    def cell(self, key: CellKey) -> Cell:
        """The cell, or one that says NOT_DELIVERED."""
        return self._cells.get(key, _ABSENT)

    def periods(self, *, measure: str, unit: Unit, area: str, breakdown: Breakdown) -> tuple[Period, ...]:
        """The periods for which such a cell exists, in order."""
        return tuple(self.column(measure=measure, unit=unit, area=area, breakdown=breakdown))

    def column(self, *, measure: str, unit: Unit, area: str, breakdown: Breakdown) -> Mapping[Period, Cell]:
        """The cells by period, in order. Indexed at the first question: a cube is asked often."""
        if not self._columns and self._cells:
            for key in sorted(self._cells, key=lambda key: key.period):
                series = (key.measure, key.unit, key.area, key.breakdown)
                self._columns.setdefault(series, {})[key.period] = self._cells[key]
        return self._columns.get((measure, unit, area, breakdown), {})

    def __iter__(self) -> Iterator[CellKey]:
        return iter(self._cells)

    def __len__(self) -> int:
        return len(self._cells)

    def __contains__(self, key: object) -> bool:
        return key in self._cells

    def __repr__(self) -> str:
        return f"ProtectedCube({len(self._cells)} cells, {self._protection.rule_set})"


_ABSENT = Cell(Figure.withheld(Reason.NOT_DELIVERED), Material.PUBLISHED, Lineage(delivery=""))
