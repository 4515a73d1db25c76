"""The columns of an INKAR table: one indicator each, with its unit and its period."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.layout import Content
from mehrklang.sources.periods import read_period
from mehrklang.sources.table import Row
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Period, Unit

KEY, NAME, AGGREGATE = "Kennziffer", "Raumeinheit", "Aggregat"

_UNITS = {
    fold(name): Unit(unit)
    for name, unit in tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8")).items()
}
_BRACKETED = re.compile(r"(.+?)\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of values; `head` is as written, `measure` without the unit."""

    at: int
    head: str
    measure: str
    unit: Unit
    period: Period


def read_columns(heads: Row, years: Row | None, content: Content, faults: Faults) -> tuple[Column, ...]:
    """The columns that can be read; of the others it is told what they lack, the period once for the table.

    Period and unit that the office gives are taken where the table itself has none.
    """
    columns: list[Column] = []
    assumed: dict[str, str] = {}
    if content.period is None and years is None:
        faults.add("L-ZEIT-02")
    for at, head in enumerate(map(clean, heads.cells)):
        if not head or head in (KEY, NAME, AGGREGATE):
            continue
        measure, told = _measure(head)
        unit = told or _UNITS.get(fold(head)) or content.unit
        if told is None and unit is not None and unit is not content.unit:
            assumed[head] = unit.description
        period = _period(years, at) or content.period
        if unit is None:
            faults.add("L-EINHEIT-05", line=heads.line, column=head)
        elif period is None and years is not None:
            faults.add("L-ZEIT-01", line=years.line, column=head, raw=_cell(years, at))
        elif period is not None:
            columns.append(Column(at, head, measure, unit, period))
    if assumed:
        named = "; ".join(f"{head}: {unit}" for head, unit in assumed.items())
        faults.add("L-EINHEIT-06", line=heads.line, annahmen=named)
    return tuple(columns)


def _measure(head: str) -> tuple[str, Unit | None]:
    """The indicator, and the unit if the head tells it in brackets."""
    bracketed = _BRACKETED.fullmatch(head)
    unit = read_unit(bracketed[2]) if bracketed else None
    return (bracketed[1], unit) if bracketed and unit else (head, None)


def _period(years: Row | None, at: int) -> Period | None:
    return read_period(_cell(years, at)) if years is not None else None


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def year_row(rows: Sequence[Row], key_at: int) -> Row | None:
    """The second head row of the newer form: nothing in the column of keys, periods further right."""
    if len(rows) < 2 or rows[1].cells[key_at].strip():
        return None
    return rows[1] if any(read_period(cell) for cell in rows[1].cells) else None
