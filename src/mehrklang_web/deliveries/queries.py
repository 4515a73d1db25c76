"""The deliveries of an edition."""

from datetime import datetime

from django.db.models import Q

from mehrklang.package import KEY_KIND
from mehrklang_web.deliveries.arrival import checksum_of
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.monitors.models import Edition


def deliveries_of(edition: Edition, *, source: str = "") -> list[Delivery]:
    """All deliveries, newest first, replaced and withdrawn ones too; of one source if it is named."""
    rows = Delivery.objects.filter(edition=edition).select_related("replaced_by")
    return list(rows.filter(source=source) if source else rows)


def in_use(edition: Edition) -> list[Delivery]:
    """The deliveries that are computed with: those that no other replaces and nobody has withdrawn, in the order in
    which they came."""
    return list(Delivery.objects.filter(edition=edition, replaced_by=None, withdrawn_at=None).order_by("at", "pk"))


def in_versions(edition: Edition) -> list[Delivery]:
    """The deliveries in use with those that they replaced, directly or over others, in the order in which they came:
    the former ones say what a value was before. What was withdrawn is left out, with all that it had replaced."""
    every = list(Delivery.objects.filter(edition=edition, withdrawn_at=None).order_by("at", "pk"))
    kept = {each.pk for each in every if each.replaced_by_id is None}
    while more := {each.pk for each in every if each.replaced_by_id in kept} - kept:
        kept |= more
    return [each for each in every if each.pk in kept]


def moved_since(edition: Edition, moment: datetime) -> bool:
    """Whether deliveries have come, were replaced or withdrawn after a moment."""
    later = Q(at__gt=moment) | Q(replaced_at__gt=moment) | Q(withdrawn_at__gt=moment)
    return Delivery.objects.filter(later, edition=edition).exists()


def crosswalks(edition: Edition) -> list[Delivery]:
    """The Umsteigeschlüssel in use."""
    return [each for each in in_use(edition) if each.kind == KEY_KIND]


def changed_files(edition: Edition) -> list[Delivery]:
    """The deliveries in use whose frozen bytes are no longer the accepted ones, or are gone. Reads every file."""
    return [each for each in in_use(edition) if checksum_of(each.path) != each.sha256]


def waiting(edition: Edition) -> list[Trial]:
    """Trials that nobody has accepted or thrown away yet."""
    return list(Trial.objects.filter(edition=edition))


def already_delivered(edition: Edition, sha256: str) -> Delivery | None:
    """The delivery in use with the same bytes, if there is one."""
    return next((each for each in in_use(edition) if each.sha256 == sha256), None)


def chain_of(delivery: Delivery) -> list[Delivery]:
    """The delivery with all that it corrects and all that correct it, newest first."""
    newest = delivery
    while newest.replaced_by is not None:
        newest = newest.replaced_by
    chain, corrected = [newest], [newest]
    while corrected:
        corrected = list(Delivery.objects.filter(replaced_by__in=corrected))
        chain += corrected
    return sorted(chain, key=lambda each: (each.at, each.pk), reverse=True)
