"""The deliveries of an edition."""

from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.monitors.models import Edition


def deliveries_of(edition: Edition) -> list[Delivery]:
    """All deliveries, newest first, replaced ones too."""
    return list(Delivery.objects.filter(edition=edition).select_related("replaced_by"))


def in_use(edition: Edition) -> list[Delivery]:
    """The deliveries that are computed with: those that no other replaces, in the order in which they came."""
    return list(Delivery.objects.filter(edition=edition, replaced_by=None).order_by("at", "pk"))


def waiting(edition: Edition) -> list[Trial]:
    """Trials that nobody has accepted or thrown away yet."""
    return list(Trial.objects.filter(edition=edition))


def already_delivered(edition: Edition, sha256: str) -> Delivery | None:
    """The delivery with the same bytes, if there is one."""
    return Delivery.objects.filter(edition=edition, sha256=sha256).first()
