"""How far down a source reaches: levels of areas put in order from coarse to fine."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.vocabulary import Area, AreaLevel

_ORDER = {
    AreaLevel.COUNTRY: 0,
    AreaLevel.STATE: 1,
    AreaLevel.REGION: 2,
    AreaLevel.SURVEY_REGION: 3,
    AreaLevel.DISTRICT_GROUP: 4,
    AreaLevel.DISTRICT: 5,
    AreaLevel.DISTRICT_PART: 6,
    AreaLevel.ASSOCIATION: 6,
    AreaLevel.MUNICIPALITY: 7,
    AreaLevel.BOROUGH: 8,
    AreaLevel.QUARTER: 9,
    AreaLevel.STATISTICAL_AREA: 10,
}
_FINEST = 11
"""Levels without a place in the order (unions, not assigned) hinder nothing."""


def reach_of(level: AreaLevel) -> int:
    """The place of a level; the greater, the finer.

    >>> reach_of(AreaLevel.DISTRICT) < reach_of(AreaLevel.QUARTER)
    True
    """
    return _ORDER.get(level, _FINEST)


def main_reach(monitoring: Monitoring) -> int | None:
    """The place of the monitoring's own area; a kreisfreie Stadt counts as district. None where it is not described."""
    main = next((area for area in monitoring.areas if area.key == monitoring.area), None)
    return None if main is None else reach_of(AreaLevel.DISTRICT if _is_free_city(main) else main.level)


def part_level(monitoring: Monitoring) -> AreaLevel | None:
    """The coarsest level of the areas directly below the monitoring's own; None where it has none."""
    below = [area.level for area in monitoring.areas if area.parent == monitoring.area and area.level in _ORDER]
    return min(below, key=reach_of, default=None)


def _is_free_city(area: Area) -> bool:
    """Its key ends with 000: the one municipality of its district (amtlicher Gemeindeschlüssel)."""
    return area.level is AreaLevel.MUNICIPALITY and len(area.key) == 8 and area.key.endswith("000")
