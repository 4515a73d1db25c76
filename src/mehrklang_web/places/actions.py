"""Taking areas and boundaries into the installation; files on trial."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date

from mehrklang.sources.area_list import AreaList
from mehrklang.territory import Membership, Union
from mehrklang.territory.simplify import simplified
from mehrklang.vocabulary import Area, AreaLevel, Boundary
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.places.models import FileOnTrial, Outline, Place, PlaceOutline, Placing


def take_in(*, content: AreaList, boundaries: Iterable[Boundary] = (), by: Author) -> Step | None:
    """Adds areas, memberships, unions and boundaries and brings known ones up to date; an area is never removed. What
    is said of an area in a hierarchy takes the place of what was said of it there before. One step to undo.
    """
    outlines = list(boundaries)
    count = len(content.areas) + len(content.unions)
    with edit(did="Gebiete übernommen", by=by, to=Subject("Gebiete", "", f"{count} Gebiete")) as editing:
        for area in content.areas:
            _keep(area.key, _columns(area), editing)
        for union in content.unions:
            _keep(union.key, _union_columns(union), editing)
        _place(content.memberships, editing)
        places = {place.key: place for place in Place.objects.filter(key__in={each.area for each in outlines})}
        for boundary in outlines:
            if boundary.area in places:
                _outline(places[boundary.area], boundary, editing)
        editing.new = f"{len(content.memberships)} Einordnungen, {len(outlines)} Grenzen"
    return editing.step


def try_file(*, trial: FileOnTrial, by: Author) -> FileOnTrial:
    """Keeps a file until somebody decides."""
    with act("Gebietsdatei geprüft", by=by, to=Subject("Gebietsdatei", "", trial.name)):
        trial.who = by.full_name
        trial.save()
    return trial


def drop(*, trial: FileOnTrial, by: Author) -> None:
    """Removes a file that was decided on."""
    with act("Gebietsdatei entfernt", by=by, to=Subject("Gebietsdatei", str(trial.pk), trial.name)):
        trial.delete()


def _keep(key: str, columns: dict[str, object], editing: Edit) -> None:
    place = Place.objects.filter(key=key).first()
    if place is None:
        editing.adds(Place.objects.create(key=key, **columns))
    elif any(getattr(place, name) != value for name, value in columns.items()):
        editing.changes(place)
        for name, value in columns.items():
            setattr(place, name, value)
        place.save()


def _place(memberships: Iterable[Membership], editing: Edit) -> None:
    said: dict[tuple[str, str], list[Membership]] = {}
    for one in memberships:
        said.setdefault((one.hierarchy, one.area), []).append(one)
    for (hierarchy, area), found in said.items():
        kept = list(Placing.objects.filter(hierarchy=hierarchy, area=area))
        if [each.to_value() for each in kept] == found:
            continue
        for each in kept:
            editing.changes(each)
            each.delete()
        for one in found:
            placing = Placing(hierarchy=hierarchy, area=area, parent=one.parent, since=one.since, until=one.until)
            placing.save()
            editing.adds(placing)


def _outline(place: Place, boundary: Boundary, editing: Edit) -> None:
    """The outline of one time; one that begins on the same day is replaced, one without end ends the day before."""
    outline = _kept(boundary)
    columns = {"outline": outline, "valid_until": boundary.valid_until}
    kept = PlaceOutline.objects.filter(place=place, valid_from=boundary.valid_from).first()
    if kept is None:
        _end(place, boundary.valid_from, editing)
        new = PlaceOutline.objects.create(place=place, valid_from=boundary.valid_from, **columns)
        editing.adds(new)
    elif (kept.outline_id, kept.valid_until) != (outline.pk, boundary.valid_until):
        editing.changes(kept)
        kept.outline, kept.valid_until = outline, boundary.valid_until
        kept.save()


def _end(place: Place, begins: date | None, editing: Edit) -> None:
    """The outline that had no end until now, if a later one begins."""
    if begins is None:
        return
    for open_one in PlaceOutline.objects.filter(place=place, valid_until=None):
        if open_one.valid_from is None or open_one.valid_from < begins:
            editing.changes(open_one)
            open_one.valid_until = date.fromordinal(begins.toordinal() - 1)
            open_one.save()


def _kept(boundary: Boundary) -> Outline:
    """The outline under its checksum: the same corners are stored once, whatever area or edition they serve."""
    digest = hashlib.sha256(json.dumps(boundary.rings).encode()).hexdigest()
    kept = Outline.objects.filter(sha256=digest).first()
    if kept is not None:
        return kept
    simple = simplified(boundary)
    drawn = [] if simple is boundary else simple.rings
    return Outline.objects.create(sha256=digest, rings=boundary.rings, drawn=drawn)


def _columns(area: Area) -> dict[str, object]:
    return {
        "name": area.name,
        "level": area.level.value,
        "parent": area.parent or "",
        "valid_from": area.valid_from,
        "valid_until": area.valid_until,
        "regional_key": area.regional_key,
    }


def _union_columns(union: Union) -> dict[str, object]:
    return {"name": union.name, "level": AreaLevel.UNION.value, "parts": list(union.parts)}
