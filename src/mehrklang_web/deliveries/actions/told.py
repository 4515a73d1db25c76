"""What several acts tell of a file: to the Protokoll, to the calendar, to its row."""

from django.utils import timezone

from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.collection.actions import ArrivedFile, note_arrival
from mehrklang_web.deliveries.models import Delivery, Trial


def subject_of(file: Trial | Delivery) -> Subject:
    """The file in the Protokoll, known by its bytes."""
    return Subject("Lieferung", file.sha256, file.name)


def tell_arrival(*, delivery: Delivery, periods: tuple[Period, ...], by: Author) -> None:
    """The calendar learns what has come; a file whose periods nobody knows yet settles nothing there."""
    if periods and delivery.source:
        file = ArrivedFile(delivery.source, delivery.pk, delivery.name, delivery.sha256, timezone.localdate())
        note_arrival(edition=delivery.edition, file=file, periods=periods, by=by)
