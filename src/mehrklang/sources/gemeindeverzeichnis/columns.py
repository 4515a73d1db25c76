"""The columns of the Gemeindeverzeichnis: found by their heads, which run over several rows."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from mehrklang.sources.heads import squeezed
from mehrklang.sources.table import Row, Sheet

KIND = "satzart"

_PARTS = ("land", "rb", "kreis", "vb", "gem")
_SEXES = {"insgesamt": "", "männlich": "männlich", "weiblich": "weiblich"}
_TERRITORY = re.compile(r"Gebietsstand\D{0,6}(\d{2})\.(\d{2})\.(\d{4})")
_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_RECORD = re.compile(r"\d0")


@dataclass(frozen=True, slots=True)
class PopulationColumn:
    """A column of inhabitants; `sex` is "" for all."""

    at: int
    sex: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions, and the two days of the workbook (None where it does not say them)."""

    kind: int
    text_kind: int
    parts: tuple[int, ...]
    name: int
    population: tuple[PopulationColumn, ...]
    territory: date | None
    counted: date | None

    @classmethod
    def of(cls, head: Sequence[Row]) -> Self | None:
        """The columns below these head rows; None if keys or names are missing."""
        found: dict[str, int] = {}
        for row in head:
            for at, cell in enumerate(row.cells):
                found.setdefault(squeezed(cell), at)
        if not {KIND, "gemeindename", *_PARTS} <= found.keys():
            return None
        population = tuple(PopulationColumn(found[name], sex) for name, sex in _SEXES.items() if name in found)
        above = [row.cells[one.at] for row in head for one in population if one.at < len(row.cells)]
        return cls(
            kind=found[KIND],
            text_kind=found.get("textkennzeichen", found[KIND]),
            parts=tuple(found[part] for part in _PARTS),
            name=found["gemeindename"],
            population=population,
            territory=_first_day(_TERRITORY, (cell for row in head for cell in row.cells)),
            counted=_first_day(_DAY, above),
        )


def head_rows(sheet: Sheet) -> tuple[Row, ...]:
    """The rows above the data, if one of the first twenty holds the head of the kinds of record."""
    if not any(squeezed(cell) == KIND for row in sheet.rows[:20] for cell in row.cells):
        return ()
    first = next((at for at, row in enumerate(sheet.rows) if _RECORD.fullmatch(row.cells[0].strip())), len(sheet.rows))
    return sheet.rows[:first]


def _first_day(pattern: re.Pattern[str], texts: Iterable[str]) -> date | None:
    for text in texts:
        match = pattern.search(text)
        if match:
            try:
                return date(int(match[3]), int(match[2]), int(match[1]))
            except ValueError:
                continue
    return None
