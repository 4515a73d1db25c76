"""The same count in two tables: where two columns agree nearly always, the rest is a fault or another vintage."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel, Row, told_number
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, place
from mehrklang.vocabulary import Issue, Observation, Unit

_LARGE = 50.0
_AGREED = 20
_MOSTLY = 0.6
_ROUNDING = Decimal(5)
_MOST_ALIKE = 6


@dataclass(frozen=True, slots=True)
class _Column:
    """One breakdown of a table."""

    panel: Panel
    pairs: Pairs

    @property
    def rows(self) -> Mapping[str, Row]:
        return self.panel.columns[self.pairs]


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-ABGLEICH-01 two files that state the same count differently, although they agree in six of ten cells and in 20.

    Rounding of one of them to 5 is no disagreement. Columns are paired by what they have in common, not by their names.
    """
    told = Told()
    columns = [
        _Column(panel, pairs)
        for panel in batch.panels
        if panel.unit is Unit.COUNT and not panel.is_change
        for pairs in panel.columns
    ]
    for (one, other), agreed in _agreeing(columns).items():
        _tell(told, columns[one], columns[other], agreed)
    return told.issues()


def _agreeing(columns: list[_Column]) -> Mapping[tuple[int, int], int]:
    """Pairs of columns of different files with the number of large counts that are equal."""
    by_value: dict[tuple[str, str, float], list[int]] = {}
    for position, column in enumerate(columns):
        keys = [period.key for period in column.panel.periods]
        for area, row in column.rows.items():
            for key, value in zip(keys, row.numbers, strict=True):
                if value is not None and value >= _LARGE:
                    by_value.setdefault((area, key, value), []).append(position)
    agreed: Counter[tuple[int, int]] = Counter()
    for found in by_value.values():
        if 1 < len(found) <= _MOST_ALIKE:
            agreed.update(pair for pair in combinations(found, 2) if _files_differ(columns, pair))
    return {pair: count for pair, count in agreed.items() if count >= _AGREED}


def _files_differ(columns: list[_Column], pair: tuple[int, int]) -> bool:
    one, other = pair
    mine, theirs = columns[one], columns[other]
    same_key = (mine.panel.measure, mine.pairs) == (theirs.panel.measure, theirs.pairs)
    return mine.panel.file != theirs.panel.file and not same_key  # contradictions of one key: P-DOPPELT-01


def _tell(told: Told, one: _Column, other: _Column, agreed: int) -> None:
    compared = _common(one, other)
    if agreed < _MOSTLY * len(compared):
        return
    by_period: dict[str, list[tuple[Observation, Observation]]] = {}
    for mine, theirs in compared:
        if _apart((mine, theirs)) > _ROUNDING:
            by_period.setdefault(mine.period.label, []).append((mine, theirs))
    for period, cells in by_period.items():
        mine, theirs = max(cells, key=_apart)
        told.add(
            "P-ABGLEICH-01",
            theirs,
            fach=place(theirs),
            wert=exact(theirs),
            anderes=place(mine),
            anderer=exact(mine),
            datei=mine.cell.file,
            zeile=mine.cell.line,
            zeitraum=period,
            anzahl=len(cells),
            gleich=agreed,
        )


def _apart(pair: tuple[Observation, Observation]) -> Decimal:
    return abs(told_number(pair[0]) - told_number(pair[1]))


def _common(one: _Column, other: _Column) -> list[tuple[Observation, Observation]]:
    """The cells of both columns with the same area and period and numbers in both."""
    at = {period.key: position for position, period in enumerate(other.panel.periods)}
    found: list[tuple[Observation, Observation]] = []
    for area, row in one.rows.items():
        if area not in other.rows:
            continue
        theirs = other.rows[area]
        for cell, period in zip(row.cells, one.panel.periods, strict=True):
            match = theirs.cells[at[period.key]] if period.key in at else None
            if (
                cell is not None
                and match is not None
                and cell.figure.number is not None
                and match.figure.number is not None
            ):
                found.append((cell, match))
    return found
