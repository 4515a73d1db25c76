"""Small counts of tables that are published together stay open by the protection width, for outsiders and insiders.

A little town is a list of persons by block, nationality, age and sex. Sources tabulate some of it under names of their
own, leave categories out, divide the town in two ways, and have published before. The attacker (`limits`) knows which
columns count the same persons, every sum, every published number, and of every cell that somebody is in, hidden ones
too, that it is not empty: that is more than an outsider or any single insider knows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import Circumstances, DisclosureError, History, Shielded
from mehrklang.disclosure.bundle import Sheet
from mehrklang.disclosure.together import shield_together
from mehrklang.vocabulary import Breakdown, Figure, Period, Reason, Unit
from tests.factories.margins import cell, rules
from tests.unit.disclosure.limits import Knowledge, by_hand, limits

BLOCKS = ("b1", "b2", "b3", "b4")
CUTS = {
    "Bezirke": {"West": ("b1", "b2"), "Ost": ("b3", "b4")},
    "Schulen": {"Nord": ("b1", "b3"), "Süd": ("b2", "b4")},
}
CITY = "Stadt"
INSIDE = {**{block: (block,) for block in BLOCKS}, **CUTS["Bezirke"], **CUTS["Schulen"], CITY: BLOCKS}
FEATURES = {"Nation": ("deutsch", "andere"), "Alter": ("alt", "jung"), "Geschlecht": ("w", "m")}

Kind = tuple[str, ...]
"""Block, nationality, age, sex: what the persons are told apart by."""
Town = dict[Kind, int]
Group = frozenset[Kind]
"""Whom a cell counts: the true name of a count, whatever a source calls it."""
KINDS: tuple[Kind, ...] = tuple(product(BLOCKS, *FEATURES.values()))
CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def group(area: str, where: Breakdown) -> Group:
    """Whom a cell of any source counts."""
    names = list(FEATURES)
    return frozenset(
        kind
        for kind in KINDS
        if kind[0] in INSIDE[area] and all(kind[1 + names.index(name)] == value for name, value in where.pairs)
    )


@dataclass(frozen=True)
class Table:
    """What a source tells: a measure of its own by some features, of areas cut in some ways, without some margins."""

    measure: str
    features: tuple[str, ...]
    cuts: tuple[str, ...] = ()
    left_out: frozenset[Breakdown] = frozenset()
    total: bool = True

    @property
    def areas(self) -> tuple[str, ...]:
        return (*BLOCKS, *(area for cut in self.cuts for area in CUTS[cut]), CITY)

    def wheres(self) -> Iterator[Breakdown]:
        """All crossings with all margins."""
        for choice in product(*((None, *FEATURES[feature]) for feature in self.features)):
            said = {name: value for name, value in zip(self.features, choice, strict=True) if value}
            if said or self.total:
                yield Breakdown.of(said)

    def key(self, area: str, where: Breakdown) -> CellKey:
        return CellKey(self.measure, Unit.COUNT, area, Period.parse("2024"), where)

    def relations(self) -> Iterator[Relation]:
        for where in self.wheres():
            yield from (
                Relation(self.key(total, where), tuple(self.key(part, where) for part in parts))
                for total, parts in self._by_area()
            )
        for area, where in product(self.areas, self.wheres()):
            said = dict(where.pairs)
            for feature in self.features:
                if feature not in said:
                    below = tuple(Breakdown.of({**said, feature: value}) for value in FEATURES[feature])
                    yield Relation(self.key(area, where), tuple(self.key(area, each) for each in below))

    def _by_area(self) -> Iterator[tuple[str, Sequence[str]]]:
        for cut in self.cuts:
            yield from CUTS[cut].items()
            yield CITY, tuple(CUTS[cut])
        if not self.cuts:
            yield CITY, BLOCKS

    def cube(self, town: Town) -> RawCube:
        keys = {self.key(area, where): group(area, where) for area, where in product(self.areas, self.wheres())}
        cells = {key: cell(count(kinds, town)) for key, kinds in keys.items()}
        hidden = frozenset(key for key in cells if key.breakdown in self.left_out)
        return RawCube(cells, tuple(self.relations()), hidden)


def count(who: Group, town: Town) -> int:
    """The truth."""
    return sum(town.get(kind, 0) for kind in who)


def told(sheet: Sheet, shielded: Shielded) -> dict[CellKey, int]:
    """What everybody can read of a sheet, today and from before."""
    cube, before = shielded.cube, sheet.circumstances.history.cells
    today = {key: int(number) for key in cube if (number := cube.cell(key).figure.number) is not None}
    return {key: int(figure.number) for key, figure in before.items() if figure.number is not None} | today


def knowledge(sheets: Sequence[Sheet], out: Sequence[Shielded], town: Town) -> Knowledge:
    """All that the attacker knows, by whom the cells count: the same persons are one unknown in all sources.

    He is told even that every cell with somebody in it, hidden ones too, is not empty: all that any single person of
    the town could add from knowing himself or herself.
    """
    equations, known, least = [], dict[Group, int](), dict[Group, int]()
    for sheet, shielded in zip(sheets, out, strict=True):
        for key, number in told(sheet, shielded).items():
            known[group(key.area, key.breakdown)] = number
        for relation in (*sheet.raw.relations, *sheet.circumstances.history.relations):
            terms = Counter({group(relation.total.area, relation.total.breakdown): -1})
            for part in relation.parts:
                terms[group(part.area, part.breakdown)] += 1
            equations.append(terms)
        cells = (*sheet.raw.cells, *sheet.circumstances.history.cells)
        least |= {who: int(count(who, town) > 0) for who in (group(key.area, key.breakdown) for key in cells)}
    return Knowledge(equations, known, least)


def required(sheets: Sequence[Sheet], town: Town) -> dict[Group, int]:
    """The small counts, each with the width by which it has to stay open."""
    found: dict[Group, int] = {}
    width = max(sheet.rules.protection_width for sheet in sheets)
    for sheet in sheets:
        for key in sheet.raw.cells:
            who = group(key.area, key.breakdown)
            if int(sheet.rules.zero_is_public) <= count(who, town) < sheet.rules.minimum_count:
                found[who] = width
    return found


def assert_open(sheets: Sequence[Sheet], town: Town) -> None:
    """No small count is nearer to be known than the width, whoever asks."""
    try:
        out = shield_together(sheets)
    except DisclosureError as error:
        assert {issue.code for issue in error.issues} == {"B-SCHUTZ-05"}  # noqa: PT017 — nothing was sealed: as good
        event("nothing sealed")
        return
    small = required(sheets, town)
    event(f"{min(len(small), 5)} small counts")
    for who, (low, high) in limits(knowledge(sheets, out, town), small).items():
        assert high - low >= small[who], f"{set(who)} is {low} to {high}"


TOWNS = st.fixed_dictionaries(
    {kind: st.integers(0, 2) | st.sampled_from((0, 0, 4, 9)) for kind in KINDS if kind[0] != "b4"}
    | {kind: st.integers(11, 40) for kind in KINDS if kind[0] == "b4"}
)
"""One block is so large that everybody sees which columns of the sources count the same."""
LIMITS = st.builds(
    rules, st.sampled_from((3, 5)), zero_is_public=st.booleans(), protection_width=st.sampled_from((1, 1, 2))
)


@CALM
@given(TOWNS, LIMITS, LIMITS)
def test_two_sources_over_the_same_persons(town: Town, first, second) -> None:
    one, two = Table("Einwohner", ("Nation",)), Table("Personen", ("Alter",))
    assert_open([Sheet("a", one.cube(town), first), Sheet("b", two.cube(town), second)], town)


@CALM
@given(TOWNS, LIMITS, st.booleans())
def test_a_complement_that_another_source_tells(town: Town, of, zeros: bool) -> None:
    """One source leaves the Germans out, the other one tells them alone."""
    german = Breakdown.of({"Nation": "deutsch"})
    other = Breakdown.of({"Nation": "andere"})
    one = Table("Einwohner", ("Nation",), left_out=frozenset({german}))
    two = Table("Deutsche", ("Nation",), left_out=frozenset({other, Breakdown()}))
    assert_open([Sheet("a", one.cube(town), of), Sheet("b", two.cube(town), replace(of, zero_is_public=zeros))], town)


@CALM
@given(TOWNS, LIMITS)
def test_overlapping_cuts_of_the_town_in_two_sources(town: Town, of) -> None:
    """Districts here, school areas there, both made up of the same blocks, which one of them leaves out."""
    one, two = Table("Einwohner", (), ("Bezirke",)), Table("Kinder", (), ("Schulen",))
    sheets = [Sheet("a", one.cube(town), of), Sheet("b", two.cube(town), of)]
    blocks = frozenset(key for key in sheets[1].raw.cells if key.area in BLOCKS)
    sheets[1] = replace(sheets[1], raw=RawCube(sheets[1].raw.cells, sheets[1].raw.relations, blocks))
    assert_open(sheets, town)


@settings(CALM, max_examples=12)
@given(TOWNS, LIMITS)
def test_three_sources_that_share_features(town: Town, of) -> None:
    tables = (
        Table("Einwohner", ("Nation", "Alter")),
        Table("Personen", ("Alter", "Geschlecht")),
        Table("Bevölkerung", ("Nation",), ("Bezirke",)),
    )
    assert_open([Sheet(table.measure, table.cube(town), of) for table in tables], town)


@CALM
@given(TOWNS, LIMITS, st.integers(0, 3))
def test_with_what_went_out_before(town: Town, of, number: int) -> None:
    """An earlier edition told some numbers of the second source, small ones kept back; today it tells all."""
    one, two = Table("Einwohner", ("Nation",)), Table("Personen", ("Alter",))
    first, second = one.cube(town), two.cube(town)
    chosen = [key for place, key in enumerate(second.cells) if place % 4 == number]
    before = {
        key: second.cells[key].figure
        if (second.cells[key].figure.number or 0) >= of.minimum_count
        else Figure.withheld(Reason.SUPPRESSED)
        for key in chosen
    }
    sheets = [Sheet("a", first, of), Sheet("b", second, of, Circumstances(history=History(before)))]
    assert_open(sheets, town)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 2), min_size=4, max_size=4), st.sets(st.sampled_from("abcdtuvws"), min_size=5))
def test_the_limits_are_those_of_all_tables_written_down(counts: list[int], shown: set[str]) -> None:
    """Two by two with margins: the programmes say what trying all numbers up to 8 says."""
    a, b, c, d = counts
    truth = dict(zip("abcdtuvws", (a, b, c, d, a + b, c + d, a + c, b + d, sum(counts)), strict=True))
    sums = ("abt", "cdu", "acv", "bdw", "tus", "vws")
    equations = [{one: 1, other: 1, total: -1} for one, other, total in sums]
    knows = Knowledge(equations, {name: truth[name] for name in shown}, dict.fromkeys(truth, 0))
    found = limits(knows, knows.unknown, most=8)
    assert found == {name: (min(values), max(values)) for name, values in by_hand(knows, most=8).items()}
