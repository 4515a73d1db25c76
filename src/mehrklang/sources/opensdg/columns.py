"""Which column of an Open SDG file holds what."""

from dataclasses import dataclass
from typing import Self

from mehrklang.sources.table import Row, Table

PERIOD, VALUE = "Year", "Value"
AREA, CODE, UNITS, COMMENT = "Gebietseinheit", "GeoCode", "Units", "COMMENT_OBS"
_FIXED = (PERIOD, VALUE, AREA, CODE, UNITS, COMMENT)


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions; None where the file has no such column. Every other column with a head is a feature."""

    period: int
    value: int
    area: int | None
    code: int | None
    units: int | None
    comment: int | None
    features: tuple[int, ...]

    @classmethod
    def of(cls, table: Table) -> Self:
        """The columns of a table that has the two heads `Year` and `Value`."""
        found = {name: table.column(name) for name in _FIXED}
        period, value = found[PERIOD], found[VALUE]
        assert period is not None
        assert value is not None  # without these heads the form is not recognised
        fixed = set(found.values())
        features = tuple(at for at, head in enumerate(table.heads) if head and at not in fixed)
        return cls(period, value, found[AREA], found[CODE], found[UNITS], found[COMMENT], features)


def cell(row: Row, at: int | None) -> str:
    """The cell of an optional column; "" where there is none."""
    return "" if at is None else row.cells[at]
