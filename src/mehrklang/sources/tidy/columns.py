"""Which column of the table form holds what; every head that is not named here is a feature."""

from dataclasses import dataclass
from typing import Self

from mehrklang.sources.table import Table

MEASURE, AREA, PERIOD, UNIT, VALUE = "Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert"
AREA_NAME, AREA_LEVEL, PARENT, COMMENT = "Gebietsname", "Gebietsebene", "Obergebiet", "Bemerkung"

REQUIRED = (MEASURE, AREA, PERIOD, UNIT, VALUE)
OPTIONAL = (AREA_NAME, AREA_LEVEL, PARENT, COMMENT)


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions; None where an optional column is not there."""

    measure: int
    area: int
    period: int
    unit: int
    value: int
    area_name: int | None
    area_level: int | None
    parent: int | None
    comment: int | None
    features: tuple[int, ...]

    @classmethod
    def of(cls, table: Table) -> Self:
        """The columns of a table that has the required heads."""
        required = [at for head in REQUIRED if (at := table.column(head)) is not None]
        name, level, parent, comment = optional = [table.column(head) for head in OPTIONAL]
        fixed = {*required, *optional}
        features = tuple(at for at, head in enumerate(table.heads) if head and at not in fixed)
        measure, area, period, unit, value = required  # the form is recognised by these very heads
        return cls(measure, area, period, unit, value, name, level, parent, comment, features)
