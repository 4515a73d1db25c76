"""A file on trial, understood: what it would change, what is wrong with it."""

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from mehrklang.sources.area_list import AreaList, read_area_list
from mehrklang.territory.outline_faults import other_plane
from mehrklang.territory.outlines import Outlines, read_outlines
from mehrklang.vocabulary import Area, Boundary, Issue
from mehrklang_web.places import queries
from mehrklang_web.places.models import FileOnTrial, Place

_FULL_CIRCLE = 360
_NO_AREAS, _NO_OUTLINES = AreaList(), Outlines()


@dataclass(frozen=True, slots=True)
class Understood:
    """What would be taken over: nothing with an issue. `new` and `changed` are names of areas."""

    content: AreaList = _NO_AREAS
    outlines: Outlines = _NO_OUTLINES
    boundaries: tuple[Boundary, ...] = ()
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()


def understand(trial: FileOnTrial) -> Understood:
    """The file against the register as it is now."""
    places = list(Place.objects.all())
    if trial.kind == FileOnTrial.Kind.BOUNDARIES:
        return _boundaries(trial, places)
    with tempfile.TemporaryDirectory(prefix="mehrklang-") as folder:
        path = Path(folder) / Path(trial.name).name
        path.write_bytes(bytes(trial.content))
        content = read_area_list(path, known=_known(places))
    kept = {place.key: place for place in places}
    new = (
        *(area.name for area in content.areas if area.key not in kept),
        *(union.name for union in content.unions if union.key not in kept),
    )
    areas = (area for area in content.areas if area.key in kept and _differs(area, kept[area.key].to_value()))
    unions = (union for union in content.unions if union.key in kept and union != kept[union.key].to_union())
    changed = (*(area.name for area in areas), *(union.name for union in unions))
    return Understood(content, new=new, changed=changed, issues=content.issues)


def _known(places: list[Place]) -> list[Area]:
    """The areas of the register, without what they lie in: a list is checked for itself."""
    return [replace(place.to_value(), parent=None) for place in places]


def _differs(area: Area, kept: Area) -> bool:
    return replace(area, regional_key="") != replace(kept, regional_key="")


def _boundaries(trial: FileOnTrial, places: list[Place]) -> Understood:
    read = read_outlines(bytes(trial.content), {place.key for place in places})
    found = tuple(replace(each, valid_from=trial.valid_from, valid_until=trial.valid_until) for each in read.boundaries)
    named = {each.area for each in found}
    staying = [each for each in queries.drawn_boundaries_of(places) if each.area not in named]
    plane = bool(found) and any(abs(x) > _FULL_CIRCLE for each in staying for x, _ in each.rings[0])
    issues = (*read.issues, *((other_plane(),) if plane else ()))
    return Understood(outlines=read, boundaries=found, issues=issues)
