"""The peer of the benchmark, by the slow attacker: what it suppresses cannot be computed, and none of it in vain."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.peer_gauss import suppressed
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.vocabulary import Breakdown, Period, Unit
from tests.factories.margins import table
from tests.unit.disclosure.attacker import finds

COUNTS = st.lists(st.lists(st.sampled_from((0, 2, 4, 7)), min_size=3, max_size=3), min_size=3, max_size=3)


def inner(raw: RawCube) -> dict[tuple[CellKey, ...], int]:
    """The inner cells with all the cells that count them."""
    above: dict[CellKey, list[CellKey]] = {}
    for relation in raw.relations:
        for part in relation.parts:
            above.setdefault(part, []).append(relation.total)
    totals = {relation.total for relation in raw.relations}
    found = {}
    for key in (key for key in raw.cells if key not in totals):
        up = [key]
        for one in up:
            up += [each for each in above.get(one, ()) if each not in up]
        found[tuple(up)] = int(raw.cells[key].figure.number or 0)
    return found


@settings(max_examples=25, deadline=None)
@given(COUNTS)
def test_no_small_count_can_be_computed_and_no_other_cell_falls_in_vain(counts: list[list[int]]) -> None:
    raw = table(counts)
    numbers = {key: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    small = {key for key, number in numbers.items() if 0 < number < 3}
    fallen = suppressed(numbers, inner(raw), 3)
    assert small <= fallen
    assert not finds(raw.relations, fallen) & small
    assert all(finds(raw.relations, fallen - {key}) & small for key in fallen - small)


PRINTED = {
    ("young", "2014"): (2, 0, 5),
    ("young", "2015"): (0, 0, 5),
    ("young", "2016"): (1, 1, 7),
    ("old", "2014"): (3, 4, 6),
    ("old", "2015"): (3, 4, 6),
    ("old", "2016"): (4, 3, 5),
}
"""Iceland, Portugal, Spain: vignette "Small count frequency table suppression" of GaussSuppression 0.9.5, table 8."""


def _cell(*names: str) -> CellKey:
    return CellKey("freq", Unit.COUNT, "1", Period.year_of(2016), Breakdown.of({"cell": " ".join(names)}))


def _counting(age: str, country: str, year: str) -> list[CellKey]:
    union = "nonEU" if country == "Iceland" else "EU"
    return [
        *(_cell(*place) for place in product((age, "all"), (country, "all"), (year, "all"))),
        *(_cell("all", union, one) for one in (year, "all")),
    ]


def test_the_package_prints_the_same_for_its_own_example_with_single_persons() -> None:
    """SuppressSmallCounts(formula = ~age*geo*year + eu*year, maxN = 1, protectZeros = FALSE)."""
    counts = {
        tuple(_counting(age, country, year)): number
        for (age, year), numbers in PRINTED.items()
        for country, number in zip(("Iceland", "Portugal", "Spain"), numbers, strict=True)
    }
    numbers = {key: sum(n for keys, n in counts.items() if key in keys) for keys in counts for key in keys}
    countries = {"2014": ("Iceland", "Spain"), "2016": ("Iceland", "Portugal", "Spain"), "all": ("Iceland", "Portugal")}
    assert suppressed(numbers, counts, 2) == {
        _cell(age, country, year) for age in ("young", "old") for year in countries for country in countries[year]
    }
