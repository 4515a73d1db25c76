"""The tables that the guard is measured on, counted from the demonstration municipality's register.

300,000 persons of the first 31.12., with the migration background as the register derives it since 2017. Every table
holds all margins and all zeros. S: quarters, sex, age, migration background. K: the same, and the region of origin of
those with migration background as a second division. L: statistical areas instead of quarters. M: countries and
regions of origin instead of the migration background.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.demo.background import BREAK_YEAR, Background, background, origin
from mehrklang.demo.chance import stream
from mehrklang.demo.newcomers import Registry
from mehrklang.demo.origins import region_of
from mehrklang.demo.person import Person
from mehrklang.demo.town import CITY, FIRST_YEAR, build_town, district_of
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Unit

TOTAL = "insgesamt"
WITH = "mit Migrationshintergrund"
Tree = Mapping[str, Sequence[Sequence[str]]]
"""The divisions of each node that is divided: usually one."""
Persons = Counter[tuple[str, ...]]
"""Numbers of persons by statistical area, sex, age group, migration background, country."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A table, and the persons of each inner cell, named by all the cells of the table that count it."""

    cube: RawCube
    inner: Mapping[tuple[CellKey, ...], int]


_AGES = (3, 6, 15, 18, 25, 45, 65, 120)


def persons(inhabitants: int = 300_000) -> Persons:
    """The register as counts."""
    office = Registry(build_town(inhabitants=inhabitants, seed=1), stream("Register", 1))
    return Counter(_row(person) for person in office.first_inhabitants(inhabitants))


def _row(person: Person) -> tuple[str, ...]:
    history = background(person, BREAK_YEAR)
    age = next(str(limit) for limit in _AGES if person.age_on(FIRST_YEAR) < limit)
    country = "" if history is Background.NONE else origin(person) or "unbekannt"
    return person.area, person.sex.value, age, history.value, country


def s(register: Persons) -> Counted:
    """Quarters × sex × age × migration background."""
    return _cube(register, [_areas(register, small=False), _sexes(), _ages(), _history()], lambda row: [row[3]])


def k(register: Persons) -> Counted:
    """The same with regions of origin as a second division of those with migration background."""
    regions = sorted({_region(row[4]) for row in register if row[4]})
    tree = {**_history(), WITH: [*_history()[WITH], regions]}
    axes = [_areas(register, small=False), _sexes(), _ages(), tree]
    return _cube(register, axes, lambda row: [row[3], _region(row[4])] if row[4] else [row[3]])


def l_(register: Persons, districts: int = 12) -> Counted:
    """Statistical areas × sex × age × migration background, of all or the first districts."""
    chosen = sorted({district_of(row[0]) for row in register})[:districts]
    part = Counter({row: number for row, number in register.items() if district_of(row[0]) in chosen})
    return _cube(part, [_areas(part, small=True), _sexes(), _ages(), _history()], lambda row: [row[3]])


def m(register: Persons) -> Counted:
    """Quarters × sex × age × countries in regions."""
    countries = sorted({row[4] for row in register if row[4]})
    by_region: dict[str, list[str]] = {}
    for country in countries:
        by_region.setdefault(_region(country), []).append(country)
    tree: Tree = {
        TOTAL: [[Background.NONE.value, WITH]],
        WITH: [list(by_region)],
        **{region: [each] for region, each in by_region.items()},
    }
    axes = [_areas(register, small=False), _sexes(), _ages(), tree]
    return _cube(register, axes, lambda row: [row[4] or Background.NONE.value])


def _region(country: str) -> str:
    return f"Region {region_of('' if country == 'unbekannt' else country)}"


def _areas(register: Persons, *, small: bool) -> Tree:
    """City > districts > quarters > statistical areas, by their keys."""
    found: dict[str, list[str]] = {}
    for key in sorted({row[0] for row in register}):
        steps = [CITY.key, district_of(key), key[:-2], key]
        for parent, child in list(pairwise(steps))[: 3 if small else 2]:
            if child not in found.setdefault(parent, []):
                found[parent].append(child)
    return {parent: [children] for parent, children in found.items()}


def _sexes() -> Tree:
    return {TOTAL: [["weiblich", "männlich"]]}


def _ages() -> Tree:
    return {TOTAL: [[str(age) for age in _AGES]]}


def _history() -> dict[str, Sequence[Sequence[str]]]:
    without, german, foreign = (kind.value for kind in Background)
    return {TOTAL: [[without, WITH]], WITH: [[german, foreign]]}


def _cube(register: Persons, axes: Sequence[Tree], last: Callable[[tuple[str, ...]], list[str]]) -> Counted:
    """All cells of the product of the trees. `last` names the leaves of the last axis that a row counts for."""
    above = [_above(tree) for tree in axes]
    keys = {place: _key(place) for place in product(*above)}
    counts: Counter[CellKey] = Counter()
    for row, number in register.items():
        for key in _counting(row, above, last, keys):
            counts[key] += number
    relations = [
        Relation(keys[place], tuple(keys[*place[:axis], child, *place[axis + 1 :]] for child in children))
        for place in keys
        for axis, tree in enumerate(axes)
        for children in tree.get(place[axis], ())
    ]
    cells = {key: Cell(Figure.of(counts[key]), Material.ADDITIVE, Lineage("register")) for key in keys.values()}
    ends = {frozenset(node for leaf in last(row) for node in above[3][leaf]) for row in register}
    leaves = [[node for node in tree if node not in divided] for tree, divided in zip(above[:3], axes[:3], strict=True)]
    inner = {
        tuple(keys[each] for each in product(*(above[i][node] for i, node in enumerate(where)), sorted(end))): 0
        for where, end in product(product(*leaves), sorted(ends, key=sorted))
    }
    for row, number in register.items():
        inner[_counting(row, above, last, keys)] += number
    return Counted(RawCube(cells, tuple(relations)), inner)


def _counting(
    row: tuple[str, ...],
    above: Sequence[dict[str, list[str]]],
    last: Callable[[tuple[str, ...]], list[str]],
    keys: Mapping[tuple[str, ...], CellKey],
) -> tuple[CellKey, ...]:
    """The cells that count the persons of a row."""
    area = row[0] if row[0] in above[0] else row[0][:-2]
    ends = sorted({node for leaf in last(row) for node in above[3][leaf]})
    return tuple(keys[place] for place in product(above[0][area], above[1][row[1]], above[2][row[2]], ends))


def _above(tree: Tree) -> dict[str, list[str]]:
    """Each node with itself and all above it, from the root on."""
    children = {child for families in tree.values() for family in families for child in family}
    found = {root: [root] for root in tree if root not in children}
    waiting = list(found)
    for parent in waiting:
        for child in (child for family in tree.get(parent, ()) for child in family):
            found[child] = [child, *found[parent]]
            waiting.append(child)
    return found


def _key(place: Iterable[str]) -> CellKey:
    area, *categories = place
    named = zip(("Geschlecht", "Alter", "Herkunft"), categories, strict=True)
    where = Breakdown.of([(feature, category) for feature, category in named if category != TOTAL])
    return CellKey("personen", Unit.COUNT, area, Period.year_of(FIRST_YEAR), where)
