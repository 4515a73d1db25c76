"""Which areas are computed: the main one, those to compare with, and the parts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mehrklang.package import Monitoring
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.register import unnamed_area
from mehrklang.territory import Membership
from mehrklang.vocabulary import Area, AreaLevel


@dataclass(frozen=True, slots=True)
class Units:
    """The areas that make up an area."""

    area: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The areas of a monitoring, each once."""

    main: Area
    comparison: tuple[Area, ...]
    parts: tuple[Area, ...]
    within: tuple[Area, ...]
    """The main area and all below it: only here the areas are known completely, so only here may be rolled up.

    The Land above a town is not the sum of the one town that delivered.
    """
    memberships: tuple[Membership, ...] = ()
    """In which further divisions of the town the areas lie (Sozialräume, unions of areas)."""
    former: tuple[str, ...] = ()
    """Old areas that areas of the territory were made of: asked for, so that their counts can be brought over."""
    gone: frozenset[str] = frozenset()
    """Areas that the territory does not have any more: not reported on."""

    @classmethod
    def of(cls, monitoring: Monitoring, received: Received) -> "Scope":
        """The areas as delivered or as the monitoring names them; the parts are the monitoring's other areas."""
        named = [
            received.areas.get(key) or unnamed_area(key) for key in (monitoring.area, *monitoring.comparison_areas)
        ]
        outside = {area.key for area in named}
        parts = tuple(area for area in monitoring.areas if area.key not in outside)
        return cls(named[0], tuple(named[1:]), parts, _within(named[0], received.areas), _memberships(monitoring))

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys: main area, comparison areas, parts."""
        return tuple(area.key for area in (self.main, *self.comparison, *self.parts))

    def units(self, level: AreaLevel | None, *, today: bool = False) -> tuple[Units, ...]:
        """Which areas of a level make up each area that has any; of None none. `today`: without those that are gone."""
        if level is None:
            return ()
        above = {area.key: area.parent for area in self.within}
        there = [area for area in self.within if not (today and area.key in self.gone)]
        units = {key: tuple(one.key for one in there if _lies_in(one, key, above, level)) for key in self.keys}
        return tuple(Units(area, keys) for area, keys in units.items() if keys)


def _memberships(monitoring: Monitoring) -> tuple[Membership, ...]:
    """The further divisions as they hold now, and each union as one of its own."""
    holding = (one for one in monitoring.memberships if one.holds_on(None))
    unions = (Membership(f"verbund {one.key}", part, one.key) for one in monitoring.unions for part in one.parts)
    return (*holding, *unions)


def _lies_in(area: Area, key: str, above: Mapping[str, str | None], level: AreaLevel) -> bool:
    """Whether the area is of the level and below the other one."""
    step = area.parent
    while step is not None and step != key:
        step = above.get(step)
    return area.level is level and step == key


def _within(main: Area, areas: Mapping[str, Area]) -> tuple[Area, ...]:
    """The area, as the top of its own tree, and everything below it, in the order of the areas."""

    def belongs(area: Area, steps: int) -> bool:
        above = areas.get(area.parent) if area.parent else None
        return area.key == main.key or (above is not None and steps > 0 and belongs(above, steps - 1))

    tree = {**areas, main.key: replace(main, parent=None)}
    return tuple(area for area in tree.values() if belongs(area, len(areas)))
