"""What other monitors of the municipality have defined or taken in, and this edition does not hold with them yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import IndicatorDefinition, Source
from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.contents import Thing, things_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
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

    @property
    def origin(self) -> str:
        """The place that it comes from, for people."""
        return f"aus „{self.edition.monitor.title}“, Ausgabe {self.edition.label}"


def offered(edition: Edition) -> tuple[Offer, ...]:
    """Indicators, sources and catalogues, monitor by monitor."""
    others = other_editions(edition)
    own = {each.named: each for each in things_of(edition)} if others else {}
    return tuple(offer for other in others for offer in _things(edition, other, own))


def indicators_offered(edition: Edition, words: str) -> tuple[Offer, ...]:
    """The own indicators of other monitors in whose name or question all words stand."""
    asked = words.casefold().split()
    return tuple(
        each
        for each in offered(edition)
        if each.named.kind is SharedKind.INDICATOR
        and not each.here
        and all(word in f"{each.name} {each.detail}".casefold() for word in asked)
    )


def held_by_both(edition: Edition, other: Edition, named: Named) -> bool:
    """Whether both hold it together already."""
    return holding_of(edition, named) is not None and holding_of(other, named) is not None


def _things(edition: Edition, other: Edition, own: Mapping[Named, Thing]) -> Iterator[Offer]:
    for thing in things_of(other):
        if not held_by_both(edition, other, thing.named):
            here = own.get(thing.named)
            differs = here is not None and here.content.fingerprint != thing.content.fingerprint
            yield Offer(thing.named, thing.name, other, _detail(thing), here is not None, differs)


def _detail(thing: Thing) -> str:
    match thing.named.kind:
        case SharedKind.INDICATOR:
            return from_text(IndicatorDefinition, thing.content.text).question
        case SharedKind.SOURCE:
            return from_text(Source, thing.content.text).producer
    return ""
