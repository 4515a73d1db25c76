"""A mapping profile."""

from dataclasses import dataclass

IN_HEAD = "im Kopf"
"""As a period: the head of the value column names it."""


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """One column of values. "" leaves it to the profile or to a column; no `column`: all heads that are periods."""

    column: str = ""
    measure: str = ""
    unit: str = ""
    period: str = ""
    categories: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the columns of a file mean.

    The fixed words `measure`, `area`, `period`, `unit` hold where neither a column nor a value column says otherwise;
    the `…_column` are heads ("" for none). Promise: there is at least one value column; area, period, unit and measure
    are each said somewhere (`load_profile` tells what is missing).
    """

    name: str
    values: tuple[ValueColumn, ...]
    measure: str = ""
    area: str = ""
    period: str = ""
    unit: str = ""
    area_column: str = ""
    name_column: str = ""
    period_column: str = ""
    measure_column: str = ""
    unit_column: str = ""
    comment_column: str = ""
    features: tuple[str, ...] = ()
    sheet: str = ""
    same: tuple[tuple[str, str], ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """All heads that a file must have."""
        fixed = (self.area_column, self.name_column, self.period_column, self.measure_column, self.unit_column,
                 self.comment_column, *self.features)  # fmt: skip
        return tuple(dict.fromkeys(filter(None, (*fixed, *(one.column for one in self.values)))))

    @property
    def missing(self) -> tuple[str, ...]:
        """What nobody says, in the words of the file."""
        said = {
            "wert": bool(self.values),
            "gebiet": bool(self.area or self.area_column or self.name_column),
            "zeitraum": bool(self.period or self.period_column) or all(one.period for one in self.values),
            "messgroesse": bool(self.measure or self.measure_column) or all(one.measure for one in self.values),
            "einheit": bool(self.unit or self.unit_column) or all(one.unit for one in self.values),
        }
        return tuple(word for word, known in said.items() if not known)
