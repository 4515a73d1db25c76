"""The columns of one sheet: found by their heads, whose words are broken and hyphenated."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from mehrklang.sources.heads import squeezed
from mehrklang.sources.table import Row

_AREAS = re.compile(r"kreise(\d{2})\.(\d{2})\.(\d{4})")
_WEIGHTS = ("flächenproportional", "bevölkerungsproportional", "beschäftigtenproportional")
_AMOUNTS = ("flächeam", "bevölkerungam", "sozialvers")


@dataclass(frozen=True, slots=True)
class Columns:
    """Positions of keys (their names stand to the right), weights and amounts, in the order area, population,
    employees; the third is missing before 1997."""

    source: int
    target: int
    source_day: date
    target_day: date
    weights: tuple[int, ...]
    amounts: tuple[int, ...]

    @classmethod
    def of(cls, head: Row) -> Self | None:
        """The columns below this head row; None if it is no head of an Umsteigeschlüssel."""
        heads = [squeezed(cell) for cell in head.cells]
        areas = [(at, day) for at, text in enumerate(heads) if (day := _day(text)) is not None]
        weights, amounts = _positions(heads, _WEIGHTS), _positions(heads, _AMOUNTS)
        if len(areas) != 2 or len(weights) < 2 or len(weights) != len(amounts):
            return None
        (source, source_day), (target, target_day) = areas
        return cls(source, target, source_day, target_day, weights, amounts)


def _day(text: str) -> date | None:
    match = _AREAS.fullmatch(text)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _positions(heads: list[str], wanted: tuple[str, ...]) -> tuple[int, ...]:
    """The positions of the heads that begin so, in the order wanted, up to the first that is missing."""
    found = [next((at for at, head in enumerate(heads) if head.startswith(word)), None) for word in wanted]
    known = found[: found.index(None)] if None in found else found
    return tuple(at for at in known if at is not None)
