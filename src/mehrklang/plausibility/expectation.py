"""What a figure should be about, from its neighbour years and from what the other areas did meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import median

from mehrklang.plausibility.panel import Panel, Row
from mehrklang.plausibility.robust import spread
from mehrklang.vocabulary import Observation, Unit

_AREAS = 8
_LEAST_SPREAD = 0.03
_SMALL = 0.5
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Surprise:
    """A figure beside what its neighbour years expect.

    `expected` in the unit of the figure; `size`: the logarithm of figure ÷ expected, on the side that is nearer (0
    between the two sides: a rise that stays is no surprise); `score`: `size` in standard deviations of what is usual
    here, chance of small counts included; `inner`: years on both sides tell.
    """

    cell: Observation
    at: int
    value: float
    expected: float
    size: float
    score: float
    inner: bool


def surprises(panel: Panel, column: Mapping[str, Row]) -> Iterator[Surprise]:
    """The figures of one breakdown, each with what was to be expected.

    Expected is the geometric mean of two sides: the two years before and the two years after (one will do), each moved
    by the median change of all areas; at the ends of a series the two years count as the sides.
    Usual is the median absolute deviation of the sizes in the column, plus Poisson's √(1/n + 1/expected) for counts.
    Nothing is expected in rows with negative figures (balances).
    """
    growth = _growth(panel, column)
    found = [one for row in column.values() if _is_positive(row) for one in _of_row(row, growth)]
    usual = max(_LEAST_SPREAD, spread([one.size for one in found if one.size]))
    counts = panel.unit is Unit.COUNT
    for one in found:
        noise = 1 / max(one.value, 1.0) + 1 / max(one.expected, 1.0) if counts else 0.0
        score = abs(one.size) / sqrt(usual**2 + noise)
        yield Surprise(one.cell, one.at, one.value, one.expected, one.size, score, one.inner)


def _is_positive(row: Row) -> bool:
    return all(value is None or value >= 0 for value in row.numbers)


def _growth(panel: Panel, column: Mapping[str, Row]) -> list[float]:
    """The logarithm of the level of each period: the median changes of all areas, added up; 0 with few areas."""
    level = 0.0
    result = [level]
    if len(column) < _AREAS:
        return [level] * len(panel.periods)
    rows = [row.numbers for row in column.values()]
    for at in range(1, len(panel.periods)):
        changes = [
            log(later / earlier)
            for row in rows
            if (earlier := row[at - 1]) and (later := row[at]) and earlier > 0 and later > 0
        ]
        level += median(changes) if len(changes) >= _AREAS else 0.0
        result.append(level)
    return result


def _of_row(row: Row, growth: Sequence[float]) -> Iterator[Surprise]:
    levels = [log(value) - growth[at] if value else None for at, value in enumerate(row.numbers)]
    for at, (cell, value) in enumerate(zip(row.cells, row.numbers, strict=True)):
        if cell is not None and value is not None:
            before = [level for level in levels[max(0, at - _NEAR) : at] if level is not None]
            after = [level for level in levels[at + 1 : at + 1 + _NEAR] if level is not None]
            if before or after:
                sides = [sum(side) / len(side) for side in (before, after)] if before and after else before + after
                own = log(max(value, _SMALL)) - growth[at]
                size = _nearer([own - side for side in sides])
                expected = exp(sum(sides) / len(sides) + growth[at])
                yield Surprise(cell, at, value, expected, size, 0.0, bool(before and after))


def _nearer(distances: Sequence[float]) -> float:
    """The smaller of the distances if both point the same way, else none."""
    if min(distances) < 0 < max(distances):
        return 0.0
    return min(distances, key=abs)
