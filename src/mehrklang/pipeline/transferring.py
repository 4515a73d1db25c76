"""How the sources get onto the territory that the edition reports on: what each of its areas was made of in each year.

Counts are brought over after the guard: what is shown of an area on the territory is a sum of shares of cells that the
guard has let pass, so it tells nothing that these do not tell. For that the guard must know all that binds the old
areas: of counts of our own an old area that nobody can place within the town is not brought over.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType

from mehrklang.cubes import ProtectedCube
from mehrklang.pipeline import territory_faults as faults
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.former_areas import Former
from mehrklang.pipeline.plan import Plan
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.territory import Apportionment, Manner, Origin, SourceOn, Transfer, Vintage
from mehrklang.territory.transfer import origins_of, unchanged, union_of
from mehrklang.vocabulary import Issue, Material

Brought = tuple[tuple[str, Transfer], ...]
"""The transfers of an indicator's sources, by the key of the source."""


@dataclass(frozen=True, slots=True)
class Transfers:
    """The way of each source onto the territory, and the scope with the old areas in it.

    `rest` is that of sources of which nothing is said: beside one that is brought over, changed areas stay out.
    """

    scope: Scope
    of: Mapping[str, Transfer] = field(default_factory=lambda: MappingProxyType({}))
    rest: Transfer | None = None
    already: frozenset[str] = frozenset()
    issues: tuple[Issue, ...] = ()

    def for_plan(self, plan: Plan) -> Brought:
        """The transfers of an indicator's sources; none where all of them stay as they are delivered."""
        if self.rest is None or not self.of.keys() & set(plan.sources):
            return ()
        return tuple((key, self.of.get(key, self.rest)) for key in plan.sources if key not in self.already)

    def versions(self, plan: Plan, received: Received) -> tuple[str, ...]:
        """What the values of an indicator hang on beside its data: the Umsteigeschlüssel, the day, the weightings."""
        ways = self.for_plan(plan)
        if not ways:
            return ()
        said = "; ".join(f"{source} {way.day.isoformat()} {way.weighting.value}" for source, way in ways)
        return (*(each.sha256 for each in received.crosswalks), sha256(said.encode()).hexdigest())

    def told(self, plans: Iterable[Plan], cubes: Mapping[str, ProtectedCube]) -> tuple[Issue, ...]:
        """All issues about the territory."""
        short = [
            issue
            for source, way in self.of.items()
            if source in cubes
            for issue in faults.years_without_key(source, cubes[source], way)
        ]
        return (*self.issues, *self._mixed(plans), *short)

    def _mixed(self, plans: Iterable[Plan]) -> list[Issue]:
        """One issue for each indicator of which one source is brought over and another is not."""
        found = ((plan, sorted(set(plan.sources) - self.of.keys() - self.already)) for plan in plans)
        return [faults.mixed(plan.definition, left) for plan, left in found if left and self.for_plan(plan)]


def transfers(register: Register, received: Received, scope: Scope) -> Transfers:
    """What the edition's choice of a territory means; nothing where it has made none."""
    vintage = register.monitoring.vintage
    asked = [one for one in vintage.sources if one.manner is Manner.BROUGHT] if vintage else []
    if vintage is None or not asked:
        return Transfers(scope)
    rows = tuple(row for row in received.apportionments if row.target_day == vintage.day)
    if not rows:
        return Transfers(scope, issues=(faults.no_key(vintage),))
    found, issues = _on(vintage, asked, rows, Former(rows).scope(scope), register)
    already = frozenset(one.source for one in vintage.sources if one.manner is Manner.ALREADY)
    rest = Transfer(vintage.day, asked[0].weighting, found[asked[0].source].origins).closed(faults.MIXED)
    return Transfers(Former(rows).scope(scope), MappingProxyType(found), rest, already, tuple(issues))


def _on(
    vintage: Vintage, asked: list[SourceOn], rows: tuple[Apportionment, ...], scope: Scope, register: Register
) -> tuple[dict[str, Transfer], list[Issue]]:
    """A transfer for each source that is to be brought over."""
    origins = tuple(_Territory(rows, scope).origins())
    inside = {one.key for one in scope.within}
    unplaced = frozenset(row.source for one in origins if one.area in inside for row in one.parts) - inside
    hurt = [one.area for one in origins if unplaced & {row.source for row in one.parts}]
    found: dict[str, Transfer] = {}
    issues: list[Issue] = []
    for one in asked:
        found[one.source] = Transfer(vintage.day, one.weighting, origins)
        if unplaced and register.source(one.source).material is Material.ADDITIVE:
            found[one.source] = found[one.source].closed(faults.UNPLACED, hurt)
            issues.append(faults.unplaced(one.source, unplaced))
    return found, issues


class _Territory:
    """The areas of the scope on the territory, and what they were made of."""

    def __init__(self, rows: tuple[Apportionment, ...], scope: Scope) -> None:
        self._scope = scope
        self._day = rows[0].target_day
        self._named = {row.target for row in rows}
        self._years = sorted({row.source_day.year for row in rows})
        self._made = {(one.area, one.year): one for one in origins_of(rows)}

    def origins(self) -> Iterator[Origin]:
        """Of every area that the Umsteigeschlüssel touches; what lies above is made of what lies in it."""
        inside = (one.key for one in self._scope.within if one.key not in self._scope.gone)
        for area in dict.fromkeys((*self._scope.keys, *inside)):
            for year in self._years:
                origin = self._origin(area, year) if area in self._named else self._above(area, year)
                if origin is not None:
                    yield origin

    def _above(self, area: str, year: int) -> Origin | None:
        """What an area was made of in which changed ones lie; None where the same places belonged to it then."""
        members = self._members(area)
        if self._named.isdisjoint(members):
            return None
        whole = union_of(area, year, (self._origin(key, year) for key in members))
        same = whole.parts and not whole.divided and {row.source for row in whole.parts} == self._there(area, year)
        return None if same else whole

    def _origin(self, area: str, year: int) -> Origin:
        """An area that the rows of a year do not name was the same in that year."""
        return self._made.get((area, year)) or unchanged(area, year, self._day)

    def _members(self, area: str) -> tuple[str, ...]:
        """The areas of today in it: downwards to those that the Umsteigeschlüssel names, or that nothing divides."""
        below = [(key,) if key in self._named else self._members(key) or (key,) for key in self._children(area)]
        return tuple(dict.fromkeys(key for keys in below for key in keys))

    def _children(self, area: str) -> list[str]:
        own = [one.key for one in self._scope.within if one.parent == area and one.key not in self._scope.gone]
        return own or [one.area for one in self._scope.memberships if one.parent == area]

    def _there(self, area: str, year: int) -> set[str]:
        """The smallest areas of that year in it, by the tree."""
        parents = {one.key: one.parent for one in self._scope.within}
        then = {row.source for one in self._made.values() if one.year == year for row in one.parts}
        lasting = parents.keys() - self._named - self._scope.gone - set(parents.values())
        return {key for key in then | lasting if area in _upwards(key, parents)}


def _upwards(key: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    step = parents.get(key)
    while step is not None:
        yield step
        step = parents.get(step)
