"""Does another indicator say the same? Spearman's rank correlation over areas and years, and clusters of it.

ρ is the correlation of the ranks, equal values sharing their mean rank. Two indicators belong together where |ρ| ≥ 0.9,
of levels and of changes alike; clusters are what hangs together that way. The representative is the one with the most
values, then the newest. Source: Spearman, C. (1904): The proof and measurement of association between two things.
American Journal of Psychology 15, 72–101; OECD/JRC Handbook on Constructing Composite Indicators (2008), step 4.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

Place = tuple[str, int]
"""An area and a year."""

CLOSE = 0.9
FEWEST_PAIRS = 8


@dataclass(frozen=True, slots=True)
class Cluster:
    """Indicators that say the same, and which of them is proposed to stand for all."""

    indicators: tuple[str, ...]
    representative: str


def spearman(first: Sequence[float], second: Sequence[float]) -> float | None:
    """ρ of paired values; None where one of them does not vary.

    >>> spearman([1, 2, 3, 4], [10, 20, 30, 25])
    0.8
    """
    ranks = _ranks(first), _ranks(second)
    mean = (len(first) + 1) / 2
    products = sum((a - mean) * (b - mean) for a, b in zip(*ranks, strict=True))
    squares = [sum((rank - mean) ** 2 for rank in side) for side in ranks]
    return None if 0 in squares else products / sqrt(squares[0] * squares[1])


def clusters(values: Mapping[str, Mapping[Place, float]]) -> tuple[Cluster, ...]:
    """Of the values of each indicator by area and year; only clusters of two and more."""
    changes = {name: _changes(places) for name, places in values.items()}
    parent = {name: name for name in values}

    def root(name: str) -> str:
        while parent[name] != name:
            name = parent[name]
        return name

    for first, second in combinations(sorted(values), 2):
        if _close(values[first], values[second]) and _close(changes[first], changes[second]):
            parent[root(second)] = root(first)
    groups: dict[str, list[str]] = {}
    for name in sorted(values):
        groups.setdefault(root(name), []).append(name)
    return tuple(
        Cluster(tuple(group), max(group, key=lambda name: (len(values[name]), _newest(values[name]))))
        for group in groups.values()
        if len(group) > 1
    )


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1; equal values share the mean of theirs."""
    ordered = sorted(values)
    first = {value: at for at, value in reversed(list(enumerate(ordered)))}
    last = {value: at for at, value in enumerate(ordered)}
    return [(first[value] + last[value]) / 2 + 1 for value in values]


def _changes(places: Mapping[Place, float]) -> dict[Place, float]:
    """The change to the year before, where both are there."""
    return {
        (area, year): value - places[area, year - 1]
        for (area, year), value in places.items()
        if (area, year - 1) in places
    }


def _close(first: Mapping[Place, float], second: Mapping[Place, float]) -> bool:
    common = sorted(first.keys() & second.keys())
    if len(common) < FEWEST_PAIRS:
        return False
    rho = spearman([first[place] for place in common], [second[place] for place in common])
    return rho is not None and abs(rho) >= CLOSE


def _newest(places: Mapping[Place, float]) -> int:
    return max((year for _, year in places), default=0)
