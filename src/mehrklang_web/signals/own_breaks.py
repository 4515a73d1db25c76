"""The breaks that the offices of an edition have entered themselves, for pages and forms."""

from dataclasses import dataclass

from mehrklang.catalogue import Break
from mehrklang_web.monitors.models import Edition
from mehrklang_web.places.queries import areas_of, places_of
from mehrklang_web.selection.catalogue import definitions, name_of
from mehrklang_web.selection.models import Addition
from mehrklang_web.selection.queries import chosen
from mehrklang_web.signals.forms import KINDS


@dataclass(frozen=True, slots=True)
class OwnBreak:
    """One entered break: of which indicator, at which place among its breaks, and the version of the row."""

    code: str
    name: str
    at: int
    version: int
    value: Break
    areas: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What changed, in a word."""
        return KINDS[self.value.kind]


def own_breaks_of(edition: Edition) -> tuple[OwnBreak, ...]:
    """All of them, by the name of the indicator and by year."""
    names = dict(area_choices(edition))
    found = (
        _shown(edition, row, at, names)
        for row in Addition.objects.filter(edition=edition, kind=Addition.Kind.BREAKS)
        for at in range(len(row.to_value()))
    )
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.value.first_year, each.at)))


def _shown(edition: Edition, row: Addition, at: int, names: dict[str, str]) -> OwnBreak:
    value = row.to_value()[at]
    areas = tuple(names.get(key, key) for key in value.areas)
    return OwnBreak(row.key, name_of(edition, row.key), at, row.version, value, areas)


def own_break(edition: Edition, code: str, at: int) -> OwnBreak | None:
    """One of them; None if there is none at that place."""
    return next((each for each in own_breaks_of(edition) if (each.code, each.at) == (code, at)), None)


def area_choices(edition: Edition) -> list[tuple[str, str]]:
    """The areas of the edition by name."""
    areas = areas_of(places_of(edition.places.all(), edition.monitor.area))
    return sorted(((area.key, area.name) for area in areas), key=lambda one: one[1].casefold())


def indicator_choices(edition: Edition) -> list[tuple[str, str]]:
    """The chosen indicators by name; of others no series is shown."""
    known = definitions(edition)
    named = ((each.code, known[each.code].name) for each in chosen(edition) if each.code in known)
    return sorted(named, key=lambda one: one[1].casefold())
