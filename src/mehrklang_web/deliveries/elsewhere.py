"""Deliveries of other monitors of the municipality: used here without a second upload, checked as any other (0017)."""

from collections.abc import Mapping
from dataclasses import dataclass

from mehrklang.catalogue import Source
from mehrklang.planning import SharedKind
from mehrklang_web.collection.queries import sources_used
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.deliveries.queries import deliveries_of, in_use, waiting
from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.sharing.queries import other_editions, shared_of


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A delivery of another monitor. `replaces`: the delivery here that it corrects; `refused` says in German why it
    cannot be taken over ("": it can)."""

    delivery: Delivery
    title: str
    source: Source
    replaces: Delivery | None = None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawnElsewhere:
    """A delivery that is in use here and that another monitor has withdrawn, with its reason."""

    delivery: Delivery
    title: str
    reason: str


def elsewhere(edition: Edition) -> tuple[Elsewhere, ...]:
    """What other monitors use of the sources that this edition uses too, and has not been delivered here."""
    others, own = other_editions(edition), deliveries_of(edition)
    if not others:
        return ()
    known, used = sources(edition), _used(edition, own)
    here = {each.sha256 for each in (*own, *waiting(edition))}
    return tuple(
        _seen(each, other, known[each.source], own)
        for other in others
        for each in in_use(other)
        if each.source in used and each.source in known and each.sha256 not in here
    )


def withdrawn_elsewhere(edition: Edition) -> tuple[WithdrawnElsewhere, ...]:
    """What is computed with here although another monitor has withdrawn the same file."""
    here = {each.sha256: each for each in in_use(edition)}
    return tuple(
        WithdrawnElsewhere(here[each.sha256], other.monitor.title, each.withdrawn_reason)
        for other in other_editions(edition)
        for each in Delivery.objects.filter(edition=other, sha256__in=list(here), withdrawn_at__isnull=False)
    )


def used_by(delivery: Delivery) -> tuple[str, ...]:
    """The titles of the other monitors that compute with the same file."""
    return tuple(
        other.monitor.title
        for other in other_editions(delivery.edition)
        if any(each.sha256 == delivery.sha256 for each in in_use(other))
    )


def _used(edition: Edition, own: list[Delivery]) -> frozenset[str]:
    """The sources of chosen indicators, of earlier deliveries, and those that are held together with others."""
    shared = (each.key for each in shared_of(edition) if each.kind in (SharedKind.SOURCE, SharedKind.CONDITIONS))
    return frozenset((*sources_used(edition), *(each.source for each in own), *shared))


def _seen(delivery: Delivery, other: Edition, source: Source, own: list[Delivery]) -> Elsewhere:
    corrected = set(Delivery.objects.filter(replaced_by=delivery).values_list("sha256", flat=True))
    replaces = next((each for each in own if each.sha256 in corrected and each.retirement is None), None)
    refused = _refused(sources(other), source, other.monitor.title)
    return Elsewhere(delivery, other.monitor.title, source, replaces, refused)


def _refused(theirs: Mapping[str, Source], source: Source, title: str) -> str:
    """A file may not come in under weaker protection than it came under there."""
    other = theirs.get(source.key)
    if other is not None and (other.material, other.rule_set) == (source.material, source.rule_set):
        return ""
    return (
        f"In „{title}“ ist diese Quelle mit anderer Geheimhaltung beschrieben als hier. Führen Sie zuerst die Quelle "
        "gemeinsam, und entscheiden Sie, welche Beschreibung gilt."
    )
