"""What protection costs, and what coarser tables would cost: each of them really protected and then measured.

The information of a count n is log₂(1 + n) bits, so a large count counts more than a small one, but not in proportion.
For the statistics office alone: a cost of a single cell would say something about it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise
from math import log2

from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.coarser import joined, smallest_areas, without_areas, without_feature
from mehrklang.disclosure.faults import DisclosureError
from mehrklang.disclosure.rulebook import strictest
from mehrklang.disclosure.together import shield_together
from mehrklang.vocabulary import Breakdown, Material


@dataclass(frozen=True, slots=True)
class Cost:
    """One way to publish: how many counts of our own it has, how many of them stay closed, and the bits of information
    that are shown and lost."""

    told: str
    cells: int
    suppressed: int
    shown_bits: float
    lost_bits: float

    @property
    def shown(self) -> int:
        """How many counts are shown."""
        return self.cells - self.suppressed

    @property
    def lost_share(self) -> float:
        """Which part of its information stays closed, 0 to 1."""
        whole = self.shown_bits + self.lost_bits
        return self.lost_bits / whole if whole else 0.0


@dataclass(frozen=True, slots=True)
class Costs:
    """What protection costs as it is asked now, and `alternatives`: coarser tables that keep fewer counts closed, the
    one that shows most first. `impossible` are those that cannot be protected.
    """

    now: Cost
    alternatives: tuple[Cost, ...] = ()
    impossible: tuple[str, ...] = ()


def costs(sheets: Sequence[Sheet]) -> Costs:
    """Protects all sheets together as they are, and once more for each coarser form.

    Raises `DisclosureError` where they cannot be protected as they are.
    """
    cubes = [one.cube for one in shield_together(sheets)]
    found, impossible = [], []
    now = _cost("wie jetzt gegliedert", sheets, cubes)
    for told, coarser in _coarser(sheets, cubes):
        narrower = [_narrowed(sheet, coarser(sheet.raw)) for sheet in sheets]
        try:
            cubes = [one.cube for one in shield_together(narrower)]
            found.append(_cost(told, narrower, cubes))
        except DisclosureError:
            impossible.append(told)
    better = [each for each in found if each.suppressed < now.suppressed and each.cells]
    return Costs(now, tuple(sorted(better, key=lambda each: (-each.shown_bits, each.told))), tuple(impossible))


def _narrowed(sheet: Sheet, raw: RawCube) -> Sheet:
    """The sheet with a coarser table; categories that became one keep to the strictest of its rules."""
    circumstances = sheet.circumstances
    if circumstances.stricter:
        hardest = strictest((sheet.rules, *circumstances.stricter.values()))
        new = dict.fromkeys(raw.cells.keys() - sheet.raw.cells.keys(), hardest)
        circumstances = replace(circumstances, stricter={**circumstances.stricter, **new})
    return replace(sheet, raw=raw, circumstances=replace(circumstances, keys=raw.cell_keys))


def _cost(told: str, sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube]) -> Cost:
    own = [
        (float(abs(cell.figure.number)), key in cube and cube.cell(key).figure.known)
        for sheet, cube in zip(sheets, cubes, strict=True)
        for key, cell in sheet.raw.cells.items()
        if cell.material is Material.ADDITIVE and key not in sheet.raw.hidden and cell.figure.number is not None
    ]
    shown, lost = (sum(log2(1 + number) for number, known in own if known is wanted) for wanted in (True, False))
    return Cost(told, len(own), sum(not known for _, known in own), shown, lost)


def _coarser(
    sheets: Sequence[Sheet], cubes: Sequence[ProtectedCube]
) -> Iterator[tuple[str, Callable[[RawCube], RawCube]]]:
    """Every coarser form with its name: without each feature, without the smallest areas, and in each feature the two
    categories as one that stay closed most often (classes of numbers only with the next one)."""
    closed = [
        key for cube in cubes for key in cube
        if cube.cell(key).material is Material.ADDITIVE and not cube.cell(key).figure.known
    ]  # fmt: skip
    features = sorted({feature for sheet in sheets for key in sheet.raw.cells for feature, _ in key.breakdown.pairs})
    for feature in features:
        yield f"ohne das Merkmal „{feature}“", partial(without_feature, feature=feature)
        pair = _most_closed(feature, sheets, closed)
        if pair:
            told = f"beim Merkmal „{feature}“ „{pair[0]}“ und „{pair[1]}“ zusammengefasst"
            yield told, partial(joined, feature=feature, categories=pair)
    areas = frozenset[str]().union(*(smallest_areas(sheet.raw) for sheet in sheets))
    if areas:
        yield f"ohne die kleinsten Gebiete ({len(areas)})", partial(without_areas, areas=areas)


def _most_closed(feature: str, sheets: Sequence[Sheet], closed: Sequence[CellKey]) -> tuple[str, str] | None:
    """The two categories with most closed cells, where others are left beside them and both stand in the same
    tables."""
    found = Counter(category for key in closed if (category := key.breakdown.get(feature)) is not None)
    shapes: dict[str, set[tuple[str, ...]]] = {}
    for sheet in sheets:
        for key in sheet.raw.cells.keys() - sheet.raw.hidden:
            category = key.breakdown.get(feature)
            if category is not None:
                shapes.setdefault(category, set()).add(_others(key.breakdown, feature))
    if not found or len(shapes) <= len(("eine", "andere")):
        return None
    most = min(found, key=lambda category: (-found[category], category))
    alike = [each for each in shapes if shapes[each] == shapes.get(most)]
    pairs = [pair for pair in _neighbours(alike) if sum(found[each] for each in pair)]
    return min(pairs, key=lambda pair: (-sum(found[each] for each in pair), pair), default=None)


def _neighbours(categories: Sequence[str]) -> list[tuple[str, str]]:
    """The pairs that may become one: classes of numbers only with the next one, other categories any with any.

    >>> _neighbours(["80 und älter", "6 bis 17", "unter 6", "18 bis 79"])
    [('unter 6', '6 bis 17'), ('6 bis 17', '18 bis 79'), ('18 bis 79', '80 und älter')]
    >>> _neighbours(["weiblich", "divers", "männlich"])
    [('divers', 'männlich'), ('divers', 'weiblich'), ('männlich', 'weiblich')]
    """
    numbers = {each: [int(number) for number in re.findall(r"\d+", each)] for each in categories}
    if not all(numbers.values()):
        return list(combinations(sorted(categories), 2))
    return list(pairwise(sorted(categories, key=lambda each: (numbers[each], each))))


def _others(where: Breakdown, feature: str) -> tuple[str, ...]:
    return tuple(name for name, _ in where.pairs if name != feature)
