"""Rounding of single counts and of whole cubes."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import Rounding, RoundingKind, RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import DisclosureError
from mehrklang.disclosure.rounding import rounded_cube
from mehrklang.disclosure.rounding.controlled import additive
from mehrklang.disclosure.rounding.deterministic import to_nearest
from mehrklang.disclosure.rounding.random import luck, up_or_down
from mehrklang.vocabulary import Breakdown, Figure, Material, Unit
from tests.factories.cubes import key, raw, rules

SECRET = "ein eigenes Geheimnis"
BASES = st.sampled_from((3, 5, 10))
COUNTS = st.integers(0, 10_000)


def _rules(kind: RoundingKind, base: int = 3) -> RuleSet:
    return replace(rules(3), rounding=Rounding(base, kind))


def _cell(row: str, column: str) -> CellKey:
    return key("personen", "2024", where=Breakdown.of({"Zeile": row, "Spalte": column}))


def _table(counts: list[list[int]]) -> tuple[dict[CellKey, int], list[Relation]]:
    """A two-way table with its margins."""
    rows, columns = [str(i) for i in range(len(counts))], [str(j) for j in range(len(counts[0]))]
    inner = {_cell(i, j): counts[int(i)][int(j)] for i, j in product(rows, columns)}
    relations = [Relation(_cell(i, "alle"), tuple(_cell(i, j) for j in columns)) for i in rows]
    relations += [Relation(_cell("alle", j), tuple(_cell(i, j) for i in rows)) for j in [*columns]]
    relations += [Relation(_cell("alle", "alle"), tuple(_cell("alle", j) for j in columns))]
    relations += [Relation(_cell("alle", "alle"), tuple(_cell(i, "alle") for i in rows))]
    cells = dict(inner)
    for relation in relations:
        cells[relation.total] = sum(cells[part] for part in relation.parts)
    return cells, relations


@given(COUNTS, BASES)
def test_the_nearest_multiple_is_the_nearest_of_all(count: int, base: int) -> None:
    found = to_nearest(Decimal(count), base)
    nearest = min(range(0, count + base + 1, base), key=lambda multiple: (abs(multiple - count), -multiple))
    assert found == nearest


@given(COUNTS, BASES)
def test_random_rounding_has_no_bias_and_errs_by_less_than_the_base(count: int, base: int) -> None:
    """Over all luck in steps of 1/base the mean is exactly the count."""
    found = [up_or_down(Decimal(count), base, Fraction(step, base)) for step in range(base)]
    assert sum(found) == count * base
    assert all(abs(each - count) < base and each % base == 0 for each in found)


def test_luck_is_spread_evenly_and_belongs_to_the_cell() -> None:
    keys = [key("personen", "2024", area=f"q{number}") for number in range(4000)]
    lucks = [luck(each, SECRET) for each in keys]
    assert lucks == [luck(each, SECRET) for each in keys]
    tenths = [sum(1 for each in lucks if step <= each * 10 < step + 1) for step in range(10)]
    assert all(330 < tenth < 470 for tenth in tenths)
    assert luck(keys[0], SECRET) != luck(keys[0], SECRET + "!")
    pairs = [Breakdown.of({"a": "bc"}), Breakdown.of({"ab": "c"})]
    assert len({luck(key("personen", "2024", where=where), SECRET) for where in pairs}) == 2


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=3), min_size=2, max_size=3).filter(
    lambda rows: len({len(row) for row in rows}) == 1
), BASES)  # fmt: skip
def test_controlled_rounding_adds_up_and_keeps_to_the_neighbours(counts: list[list[int]], base: int) -> None:
    """A two-way table always has a solution (Cox and Ernst)."""
    cells, relations = _table(counts)
    found = additive({cell: Decimal(count) for cell, count in cells.items()}, relations, base)
    assert found is not None
    assert all(found[relation.total] == sum(found[part] for part in relation.parts) for relation in relations)
    assert all(abs(found[cell] - count) < base and found[cell] % base == 0 for cell, count in cells.items())


def test_controlled_rounding_errs_no_more_than_the_best_of_all_tables() -> None:
    """Against trying every table of neighbours."""
    cells, relations = _table([[4, 1], [2, 5]])
    found = additive({cell: Decimal(count) for cell, count in cells.items()}, relations, 3)
    assert found is not None
    neighbours = [sorted({count // 3 * 3, -(-count // 3) * 3}) for count in cells.values()]
    tables = [dict(zip(cells, choice, strict=True)) for choice in product(*neighbours)]
    sound = [t for t in tables if all(t[r.total] == sum(t[part] for part in r.parts) for r in relations)]
    errors = [sum(abs(table[cell] - count) for cell, count in cells.items()) for table in sound]
    assert sum(abs(found[cell] - count) for cell, count in cells.items()) == min(errors)


def test_a_table_that_cannot_be_rounded_additively_is_refused_in_german() -> None:
    """a, c and d each make three with b, so all go the same way; but together they are three, which one must make."""
    a, b, c, d = (key("personen", "2024", area=area) for area in "abcd")
    totals = [key("personen", "2024", area=area) for area in ("ab", "bc", "bd", "acd")]
    cells = {a: 1, b: 2, c: 1, d: 1} | dict.fromkeys(totals, 3)
    sums = [Relation(total, parts) for total, parts in zip(totals, ((a, b), (b, c), (b, d), (a, c, d)), strict=True)]
    cube = raw(cells, *sums)
    with pytest.raises(DisclosureError, match=r"B-RUNDUNG-02: .*nicht kontrolliert auf Vielfache von 3"):
        rounded_cube(cube, _rules(RoundingKind.CONTROLLED))


@pytest.mark.parametrize("kind", RoundingKind)
def test_a_cube_is_rounded_whole_and_keeps_no_trace(kind: RoundingKind) -> None:
    """Published cells pass, hidden cells stay behind, the number of rows is gone."""
    cells, relations = _table([[4, 1], [2, 5]])
    cube = raw(cells, *relations)
    hidden = next(iter(cells))
    published = key("quote", "2024", unit=Unit.COUNT)
    both = RawCube(
        {**cube.cells, **raw({published: 7}, material=Material.PUBLISHED).cells}, cube.relations, frozenset({hidden})
    )
    found = rounded_cube(both, _rules(kind), secret=SECRET)
    assert hidden not in found
    assert found.cell(published).figure == Figure.of(7)
    for cell in set(cells) - {hidden}:
        figure, lineage = found.cell(cell).figure, found.cell(cell).lineage
        assert figure.number is not None
        assert figure.number % 3 == 0
        assert abs(figure.number - cells[cell]) < 3
        assert (lineage.cells, lineage.cell_count) == ((), 0)


def test_thousands_are_rounded_in_persons() -> None:
    cell = key("personen", "2024", unit=Unit.THOUSAND)
    found = rounded_cube(raw({cell: Figure.of(Decimal("1.234"))}), _rules(RoundingKind.DETERMINISTIC, 5))
    assert found.cell(cell).figure.number == Decimal("1.235")


def test_random_rounding_without_a_secret_is_refused() -> None:
    with pytest.raises(DisclosureError, match="B-RUNDUNG-01"):
        rounded_cube(raw({key("personen", "2024"): 4}), _rules(RoundingKind.RANDOM), secret="kurz")


def test_faulty_sums_are_refused_before_rounding() -> None:
    a, b, both = (key("personen", "2024", area=area) for area in ("a", "b", "ab"))
    with pytest.raises(DisclosureError, match="B-SCHUTZ-02"):
        rounded_cube(raw({a: 4, b: 4, both: 9}, Relation(both, (a, b))), _rules(RoundingKind.CONTROLLED))
