"""All that other monitors of the municipality offer: entries of the catalogue, conditions of sources, areas."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.catalogue import Supply
from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.offers import Offer, offered
from mehrklang_web.collection.models import OwnSupply
from mehrklang_web.monitors.models import Edition
from mehrklang_web.places.models import Place
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.sharing.queries import held_by, other_editions
from mehrklang_web.sharing.rules import Named


@dataclass(frozen=True, slots=True)
class AreasOffered:
    """Areas that another monitor's edition knows and this one does not."""

    edition: Edition
    places: tuple[Place, ...]


def offers(edition: Edition) -> tuple[Offer, ...]:
    """Everything that can be held together from now on; areas aside."""
    return (*offered(edition), *_conditions_offered(edition))


def areas_offered(edition: Edition) -> tuple[AreasOffered, ...]:
    """Areas of other monitors by key; they are the same rows for everybody."""
    known = set(edition.places.values_list("pk", flat=True))
    found = (
        AreasOffered(other, tuple(each for each in other.places.order_by("key") if each.pk not in known))
        for other in other_editions(edition)
    )
    return tuple(each for each in found if each.places)


def _conditions_offered(edition: Edition) -> Iterator[Offer]:
    own, names, held = dict(_conditions(edition)), sources(edition), held_by(edition)
    for other in other_editions(edition):
        together = held & held_by(other)
        for source, supply in _conditions(other):
            named = Named(SharedKind.CONDITIONS, source)
            if source in names and named not in together:
                detail = f"Datenhaltende Stelle: {supply.holder}" if supply.holder else ""
                differs = own.get(source, supply) != supply
                yield Offer(named, names[source].name, other, detail, source in own, differs)


def _conditions(edition: Edition) -> Iterator[tuple[str, Supply]]:
    for row in OwnSupply.objects.filter(edition=edition).order_by("source"):
        if (value := row.to_value()) != Supply():
            yield row.source, value
