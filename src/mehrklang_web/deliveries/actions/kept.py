"""What happens to a delivery that is kept: withdrawn, its bytes verified."""

from django.utils import timezone

from mehrklang_web.audit.actions import Author, act
from mehrklang_web.collection.actions import withdraw_arrival
from mehrklang_web.deliveries.actions.told import subject_of
from mehrklang_web.deliveries.arrival import checksum_of
from mehrklang_web.deliveries.models import Delivery, State


def withdraw(*, delivery: Delivery, reason: str, by: Author) -> None:
    """The delivery is no longer computed with; file, row and reason stay. ValueError if it is not in use."""
    if delivery.state is not State.VALID:
        raise ValueError("only a delivery in use is withdrawn")
    with act("Lieferung zurückgezogen", by=by, to=subject_of(delivery)) as trace:
        delivery.withdrawn_at, delivery.withdrawn_who = timezone.now(), by.full_name
        delivery.withdrawn_reason = reason
        delivery.save()
        withdraw_arrival(delivery=delivery.pk, by=by)
        trace.old, trace.new = State.VALID.label, reason


def verify(*, delivery: Delivery, by: Author) -> bool:
    """Recomputes the checksum of the frozen file and keeps the answer: whether it is still the accepted one."""
    intact = checksum_of(delivery.path) == delivery.sha256
    with act("Prüfsumme nachgerechnet", by=by, to=subject_of(delivery)) as trace:
        delivery.intact, delivery.summed_at = intact, timezone.now()
        delivery.save()
        trace.new = "stimmt überein" if intact else "weicht ab: Die Datei fehlt oder wurde verändert"
    return intact
