"""What other monitors of the municipality have and this edition does not hold together with them yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import IndicatorDefinition, Source, Supply
from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.contents import Thing, things_of
from mehrklang_web.collection.models import OwnSupply
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.places.models import Place
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.sharing.held import holding_of
from mehrklang_web.sharing.queries import other_editions
from mehrklang_web.sharing.rules import Named


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of another monitor's edition. `here`: under its key stands something here already, `differs`: and it
    says something else."""

    named: Named
    name: str
    edition: Edition
    detail: str = ""
    here: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class AreasOffered:
    """Areas that another monitor's edition knows and this one does not."""

    edition: Edition
    places: tuple[Place, ...]


def offers(edition: Edition) -> tuple[Offer, ...]:
    """Everything that can be held together from now on, monitor by monitor."""
    own = {each.named: each for each in things_of(edition)}
    conditions, names = dict(_conditions(edition)), sources(edition)
    return tuple(
        offer
        for other in other_editions(edition)
        for offer in (*_things(edition, other, own), *_supplies(edition, other, conditions, names))
    )


def indicators_offered(edition: Edition, words: str) -> tuple[Offer, ...]:
    """The own indicators of other monitors in whose name or question all words stand."""
    asked = words.casefold().split()
    return tuple(
        each
        for each in offers(edition)
        if each.named.kind is SharedKind.INDICATOR
        and not each.here
        and all(word in f"{each.name} {each.detail}".casefold() for word in asked)
    )


def areas_offered(edition: Edition) -> tuple[AreasOffered, ...]:
    """Areas of other monitors, largest first within a monitor's own order; they are the same rows for everybody."""
    known = set(edition.places.values_list("pk", flat=True))
    found = (
        AreasOffered(other, tuple(each for each in other.places.order_by("key") if each.pk not in known))
        for other in other_editions(edition)
    )
    return tuple(each for each in found if each.places)


def _things(edition: Edition, other: Edition, own: Mapping[Named, Thing]) -> Iterator[Offer]:
    for thing in things_of(other):
        if not _together(edition, other, thing.named):
            here = own.get(thing.named)
            differs = here is not None and here.content.fingerprint != thing.content.fingerprint
            yield Offer(thing.named, thing.name, other, _detail(thing), here is not None, differs)


def _supplies(
    edition: Edition, other: Edition, own: Mapping[str, Supply], names: Mapping[str, Source]
) -> Iterator[Offer]:
    for source, supply in _conditions(other):
        named = Named(SharedKind.CONDITIONS, source)
        if source in names and not _together(edition, other, named):
            holder = f"Datenhaltende Stelle: {supply.holder}" if supply.holder else ""
            yield Offer(named, names[source].name, other, holder, source in own, own.get(source, supply) != supply)


def _conditions(edition: Edition) -> Iterator[tuple[str, Supply]]:
    for row in OwnSupply.objects.filter(edition=edition).order_by("source"):
        if (value := row.to_value()) != Supply():
            yield row.source, value


def _together(edition: Edition, other: Edition, named: Named) -> bool:
    return holding_of(edition, named) is not None and holding_of(other, named) is not None


def _detail(thing: Thing) -> str:
    match thing.named.kind:
        case SharedKind.INDICATOR:
            return from_text(IndicatorDefinition, thing.content.text).question
        case SharedKind.SOURCE:
            return from_text(Source, thing.content.text).producer
    return ""
