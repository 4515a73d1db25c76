"""The columns of a flat file: time, groups of four columns per feature, and the values."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.sources.table import Table

TIME, VALUE, UNIT, QUALITY = "time", "value", "value_unit", "value_q"
OLD_TIME = "Zeit"
STATISTIC, MEASURE = "statistics_code", "value_variable_code"
OLD_STATISTIC = "Statistik_Code"

NEW_HEADS = (STATISTIC, "time_code", TIME, VALUE, UNIT, MEASURE)
OLD_HEADS = (OLD_STATISTIC, "Zeit_Code", OLD_TIME)

_NEW = ("variable_code", "variable_label", "variable_attribute_code", "variable_attribute_label")
_OLD = ("Merkmal_Code", "Merkmal_Label", "Auspraegung_Code", "Auspraegung_Label")


@dataclass(frozen=True, slots=True)
class Variable:
    """The positions of one feature's four columns: its key and label, and the key and label of the category."""

    code: int
    label: int
    attribute_code: int
    attribute_label: int


@dataclass(frozen=True, slots=True)
class Measure:
    """A value column of the old form, with key and unit in its head (`BEVSTD__Bevoelkerungsstand__Anzahl`)."""

    at: int
    head: str
    code: str
    unit: str


def variables(table: Table) -> tuple[Variable, ...]:
    """The features that have all of their columns, in either form."""
    return tuple(_variables(table, _NEW)) or tuple(_variables(table, _OLD))


def _variables(table: Table, names: tuple[str, ...]) -> Iterator[Variable]:
    for number in range(1, len(table.heads)):
        found = [at for name in names if (at := table.column(f"{number}_{name}")) is not None]
        if len(found) < len(names):
            return
        yield Variable(*found)


def measures(table: Table) -> tuple[Measure, ...]:
    """The value columns of the old form."""
    return tuple(
        Measure(at, head, parts[0].strip(), parts[-1].strip())
        for at, head in enumerate(table.heads)
        if len(parts := head.split("__")) >= 3
    )
