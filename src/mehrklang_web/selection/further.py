"""Targets for other areas and groups of a chosen indicator: what they are called, and where a new one may be set."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.package import FurtherTarget, further_version
from mehrklang.package.chosen import bindings_of
from mehrklang.planning import Matter
from mehrklang.planning.agreement import OFFICES
from mehrklang_web.monitors.models import Edition
from mehrklang_web.places.queries import areas_of, places_of
from mehrklang_web.selection.models import ChosenIndicator

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FurtherView:
    """One further target with the words for its area and group, and who has still to sign it."""

    value: FurtherTarget
    place: str
    name: str

    @property
    def open_offices(self) -> tuple[str, ...]:
        """The offices whose signature is missing."""
        return tuple(office for office in OFFICES if office not in self.value.signed_by)


@dataclass(frozen=True, slots=True)
class Offer:
    """Where a further target may be set: areas and groups with their names, "" first; and which pairs are taken."""

    areas: Choices
    groups: Choices
    taken: frozenset[tuple[str, str]]


def matter_of(code: str, further: FurtherTarget) -> Matter:
    """What is agreed on with it."""
    return further_version(code, further).matter


def place_names(
    edition: Edition, rows: Iterable[ChosenIndicator], known: Mapping[str, IndicatorDefinition]
) -> dict[Matter, str]:
    """The words for area and group of every further target."""
    aimed = [row for row in rows if row.further]
    areas = _areas(edition) if aimed else {}
    return {matter_of(row.code, each): _name(each, areas, _groups(row, known)) for row in aimed for each in row.further}


def further_of(
    edition: Edition, chosen: ChosenIndicator, known: Mapping[str, IndicatorDefinition]
) -> tuple[FurtherView, ...]:
    """The further targets of one indicator, in the order in which they were set."""
    names = place_names(edition, [chosen], known)
    pairs = ((each, matter_of(chosen.code, each)) for each in chosen.further)
    return tuple(FurtherView(each, matter.place, names[matter]) for each, matter in pairs)


def offer_for(edition: Edition, chosen: ChosenIndicator, known: Mapping[str, IndicatorDefinition]) -> Offer:
    """The edition's areas and the indicator's groups; "" is the whole area, and the group that is looked at."""
    main, areas, groups = edition.monitor.area, _areas(edition), _groups(chosen, known)
    seen = looked_at(chosen, known)
    whole = f"ganzes Gebiet ({areas[main]})" if main in areas else "ganzes Gebiet"
    first = f"{groups[seen]} (betrachtete Gruppe)" if seen in groups else "die betrachtete Gruppe"
    return Offer(
        areas=[("", whole), *((key, name) for key, name in areas.items() if key != main)],
        groups=[("", first), *((key, label) for key, label in groups.items() if key != seen)],
        taken=frozenset(
            ("" if each.area == main else each.area, "" if each.group == seen else each.group)
            for each in chosen.further
        ),
    )


def _areas(edition: Edition) -> dict[str, str]:
    found = areas_of(places_of(edition.places.all(), edition.monitor.area))
    return {area.key: area.name for area in found}


def _groups(chosen: ChosenIndicator, known: Mapping[str, IndicatorDefinition]) -> dict[str, str]:
    """The labels of the groups that the indicator may be obtained for."""
    bindings = bindings_of(chosen.answers(), known)
    return {group.group: group.label for binding in bindings for group in binding.groups}


def looked_at(chosen: ChosenIndicator, known: Mapping[str, IndicatorDefinition]) -> str:
    """The group that assessment and target of the indicator look at, as in the computation."""
    derivation = known[chosen.code].derivation if chosen.code in known else None
    return chosen.group or (derivation.group if derivation else next(iter(_groups(chosen, known)), ""))


def _name(further: FurtherTarget, areas: Mapping[str, str], groups: Mapping[str, str]) -> str:
    words = (areas.get(further.area, further.area), groups.get(further.group, further.group))
    return ", ".join(word for word in words if word)
