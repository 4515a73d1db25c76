"""What of a register is counted: which column holds what, and how its texts become categories."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

BLANK = "ohne Angabe"
"""The category of persons whose entry is empty."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """A feature of the register: its column, and by which category each text of it counts (empty: as it stands).

    `within`: the features in which it is nested (a country in its continent); it is told only together with them.
    """

    feature: str
    column: str
    categories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    within: tuple[str, ...] = ()

    def category(self, text: str) -> str | None:
        """The category of a text; None where the list of categories does not know it."""
        if not self.categories:
            return text or BLANK
        return self.categories.get(text, BLANK if not text else None)


@dataclass(frozen=True, slots=True)
class RegisterForm:
    """Which column holds what.

    Either `period` names the time of all rows or `period_column` the column that does; without `count_column` each row
    is one person. With `amount_column` each row is one contributor with an amount, and sums are told.
    `record_column` names each person for good (for the keys of the cell-key method). `table` is that of a database.
    """

    measure: str
    area_column: str
    features: tuple[Grouping, ...]
    period: str = ""
    period_column: str = ""
    count_column: str = ""
    amount_column: str = ""
    record_column: str = ""
    table: str = ""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns by which rows are grouped, each once."""
        named = (self.area_column, self.period_column, self.count_column, *(each.column for each in self.features))
        return tuple(dict.fromkeys(name for name in named if name))

    @property
    def single(self) -> tuple[str, ...]:
        """The columns that differ from row to row: amounts and records."""
        return tuple(name for name in (self.amount_column, self.record_column) if name)
