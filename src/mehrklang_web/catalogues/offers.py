"""What other monitors of the municipality have defined or taken in, and this edition does not hold with them yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import IndicatorDefinition, Source
from mehrklang.planning import SharedKind
from mehrklang_web.catalogues.contents import KINDS, Thing, things_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import from_text
from mehrklang_web.sharing.queries import held_by, other_editions
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


def offered(edition: Edition, kinds: frozenset[SharedKind] = KINDS) -> tuple[Offer, ...]:
    """Indicators, sources and catalogues, monitor by monitor."""
    others = other_editions(edition)
    own = {each.named: each for each in things_of(edition, kinds)} if others else {}
    held = held_by(edition)
    return tuple(offer for other in others for offer in _things(other, held & held_by(other), own, kinds))


def indicators_offered(edition: Edition, words: str) -> tuple[Offer, ...]:
    """The own indicators of other monitors in whose name or question all words stand."""
    asked = words.casefold().split()
    return tuple(
        each
        for each in offered(edition, frozenset({SharedKind.INDICATOR}))
        if not each.here and all(word in f"{each.name} {each.detail}".casefold() for word in asked)
    )


def _things(
    other: Edition, together: frozenset[Named], own: Mapping[Named, Thing], kinds: frozenset[SharedKind]
) -> Iterator[Offer]:
    for thing in things_of(other, kinds):
        if thing.named not in together:
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
