"""Taking areas and boundaries into the installation."""

from collections.abc import Iterable

from mehrklang.vocabulary import Area, Boundary
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.places.models import Place


def take_in(*, areas: Iterable[Area], boundaries: Iterable[Boundary], by: Author) -> None:
    """Adds areas and brings known ones up to date; an area is never removed."""
    rings = {boundary.area: boundary.rings for boundary in boundaries}
    known = list(areas)
    with act("Gebiete übernommen", by=by, to=Subject("Gebiete", "", f"{len(known)} Gebiete")) as trace:
        for area in known:
            Place.objects.update_or_create(key=area.key, defaults=_columns(area) | {"rings": rings.get(area.key, ())})
        trace.new = f"{len(rings)} davon mit Grenze"


def _columns(area: Area) -> dict[str, object]:
    return {
        "name": area.name,
        "level": area.level.value,
        "parent": area.parent or "",
        "valid_from": area.valid_from,
        "valid_until": area.valid_until,
    }
