"""Deliveries that come with a whole monitoring, and those among them that were replaced or withdrawn."""

from datetime import datetime, time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from mehrklang.package import DataReference
from mehrklang.sources import profile_text
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.collection.actions import withdraw_arrival
from mehrklang_web.deliveries.actions.told import subject_of, tell_arrival
from mehrklang_web.deliveries.arrival import freeze, remove, set_down
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.monitors.models import Edition


def take_in(*, edition: Edition, folder: Path, reference: DataReference, size: int, by: Author) -> Delivery:
    """Keeps a file that comes with a whole monitoring, as it lies in that monitoring's folder."""
    delivery = Delivery(
        edition=edition,
        name=reference.path.name,
        kind=reference.kind,
        source=reference.source,
        period_key=reference.period.key if reference.period else "",
        unit_key=reference.unit.value if reference.unit else "",
        profile_text=profile_text(reference.profile) if reference.profile else "",
        sha256=reference.sha256,
        size=size,
        by_id=by.pk,
        who=by.full_name,
    )
    delivery.finality = reference.finality
    arriving = set_down(folder / reference.path, Path(settings.DELIVERIES), reference.sha256)
    try:
        with act("Lieferung übernommen", by=by, to=subject_of(delivery)):
            freeze(arriving, delivery.path, delivery.sha256)
            delivery.save()
            tell_arrival(delivery=delivery, periods=(delivery.period,) if delivery.period else (), by=by)
    finally:
        remove(arriving)
    return delivery


def keep_retirement(*, delivery: Delivery, retirement: Retirement, successor: Delivery | None, by: Author) -> None:
    """That a file of a whole monitoring was replaced (`successor`) or withdrawn, as the folder tells it."""
    did = "Lieferung als ersetzt übernommen" if successor else "Lieferung als zurückgezogen übernommen"
    moment = timezone.make_aware(datetime.combine(retirement.day, time()))
    with act(did, by=by, to=subject_of(delivery)) as trace:
        if successor is not None:
            delivery.replaced_by, delivery.replaced_at = successor, moment
        else:
            delivery.withdrawn_at, delivery.withdrawn_who = moment, retirement.who
            delivery.withdrawn_reason = retirement.why
        delivery.save()
        withdraw_arrival(delivery=delivery.pk, by=by)
        trace.new = f"{retirement.why} ({retirement.who}, {retirement.day:%d.%m.%Y})"
