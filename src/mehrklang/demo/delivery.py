"""A delivery as a value, and as a file in Mehrklang's table form (Handbuch, "Tabellenformat")."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from types import MappingProxyType

from mehrklang.demo.town import CITY
from mehrklang.report.workbook import workbook_bytes
from mehrklang.vocabulary import EVERYTHING, Area, Breakdown, Figure, Sign, Unit

_FIXED = (
    "Messgröße", "Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet", "Zeitraum", "Einheit", "Wert", "Bemerkung",
)  # fmt: skip
_VALUE = _FIXED.index("Wert")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as an office delivers it."""

    measure: str
    area: Area
    period: str
    unit: Unit
    figure: Figure
    categories: Breakdown = EVERYTHING
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One file: its name (ending .csv or .xlsx), the key of its source and its rows.

    `replaced`: a later delivery corrects it; the file is kept, but the monitoring does not refer to it.
    `early`: another file of the source tells the final values of its cells; the monitoring refers to both.
    """

    name: str
    source: str
    rows: tuple[Row, ...]
    replaced: bool = False
    early: bool = False


def count_row(
    measure: str, year: int, number: int, *, area: Area = CITY, where: Mapping[str, str] = MappingProxyType({})
) -> Row:
    """The row of a plain count of persons in a year."""
    return Row(measure, area, str(year), Unit.COUNT, Figure.of(number), Breakdown.of(where))


def write_delivery(delivery: Delivery, folder: Path) -> Path:
    """Writes the file into the folder and answers with its path; the same delivery gives the same bytes."""
    path = folder / delivery.name
    table = list(_table(delivery))
    if path.suffix == ".xlsx":
        path.write_bytes(workbook_bytes("Daten", table, numbers=_VALUE))
    else:
        path.write_text(_csv(table), encoding="utf-8", newline="")
    return path


def cell(figure: Figure) -> str:
    """The figure as it stands in a delivered table: decimal comma, no thousands mark, signs as they are.

    >>> from decimal import Decimal
    >>> cell(Figure.of(Decimal("12.5"))), cell(Figure.limited(Decimal("12.5"))), cell(Figure.nothing())
    ('12,5', '(12,5)', '–')
    """
    if figure.number is None or figure.sign is Sign.NOTHING:
        assert figure.sign is not None  # Figure promises a number or a sign
        return figure.sign.value
    text = f"{figure.number:f}".replace(".", ",")
    return f"({text})" if figure.sign is Sign.LIMITED else text


def _table(delivery: Delivery) -> Iterator[tuple[str, ...]]:
    features = tuple(dict.fromkeys(feature for row in delivery.rows for feature, _ in row.categories.pairs))
    yield (*_FIXED, *features)
    for row in delivery.rows:
        area, categories = row.area, dict(row.categories.pairs)
        place = (area.key, area.name, area.level.value, area.parent or "")
        value = (row.period, row.unit.description, cell(row.figure), row.remark)
        yield (row.measure, *place, *value, *(categories.get(feature, "") for feature in features))


def _csv(table: list[tuple[str, ...]]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(table)
    return text.getvalue()
