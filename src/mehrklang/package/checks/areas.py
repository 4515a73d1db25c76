"""The register of the folder holds together: no circle, no two parents at a time, no overlapping unions."""

from collections.abc import Iterator
from dataclasses import replace

from mehrklang.catalogue.lines import KeyPath
from mehrklang.package.checks.known import Known
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.areas import FILE
from mehrklang.territory import ADMINISTRATION, Membership, Union, register
from mehrklang.vocabulary import Area, AreaLevel, Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """All faults of the register (codes G-, Handbuch "Gebiete"), each at its line.

    Areas that deliveries bring are not in this file: official keys, and whatever `uebergeordnet` of an area names, are
    taken for known. Areas that stand twice are told elsewhere (M-DOPPELT-01).
    """
    listed = {area.key: area for area in monitoring.areas}
    elsewhere = _from_deliveries(monitoring) - listed.keys() - {union.key for union in monitoring.unions}
    built = register(
        (Area(key, key, AreaLevel.UNASSIGNED) for key in sorted(elsewhere)),
        own=listed.values(),
        memberships=monitoring.memberships,
        unions=monitoring.unions,
    )
    for fault in built.faults:
        yield replace(fault.issue, file=FILE, line=known.locate(FILE, _path(fault.about, monitoring)))


def _from_deliveries(monitoring: Monitoring) -> set[str]:
    named = {one.area for one in monitoring.memberships} | {one.parent for one in monitoring.memberships}
    parts = {part for union in monitoring.unions for part in union.parts}
    above = {area.parent for area in monitoring.areas if area.parent}
    return {key for key in named | parts if key.isdecimal()} | above


def _path(about: Area | Membership | Union, monitoring: Monitoring) -> KeyPath:
    """Where it stands; a membership of the hierarchy "verwaltung" may stand at its area."""
    if isinstance(about, Membership) and about in monitoring.memberships:
        return ("einordnung", monitoring.memberships.index(about))
    if isinstance(about, Membership) and about.hierarchy == ADMINISTRATION:
        keys = [area.key for area in monitoring.areas]
        return ("gebiet", keys.index(about.area), "uebergeordnet")
    keys = [union.key for union in monitoring.unions]
    return ("verbund", keys.index(about.key)) if not isinstance(about, Membership) and about.key in keys else ()
