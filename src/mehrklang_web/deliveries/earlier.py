"""The delivery that a new file is compared with."""

from dataclasses import dataclass

from django.utils.timezone import localtime

from mehrklang.catalogue import Source
from mehrklang.sources import Reading, read
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Earlier:
    """A delivery in use, read again."""

    delivery: Delivery
    reading: Reading

    @property
    def title(self) -> str:
        """Its name and day."""
        return f"„{self.delivery.name}“ vom {localtime(self.delivery.at):%d.%m.%Y}"


def earlier_of(edition: Edition, source: Source, name: str, reading: Reading) -> Earlier | None:
    """The last accepted delivery of the source that holds one of the file's measures; one of the same name first.

    A source may deliver many tables: those without a common measure say nothing about each other.
    """
    measures = {one.measure for one in reading.observations}
    newest = Delivery.objects.filter(edition=edition, source=source.key, replaced_by=None, withdrawn_at=None)
    for delivery in sorted(newest, key=lambda each: each.name != name):
        found = read_again(delivery, source)
        if any(one.measure in measures for one in found.observations):
            return Earlier(delivery, found)
    return None


def read_again(delivery: Delivery, source: Source) -> Reading:
    """The delivery read as it was accepted."""
    return read(
        delivery.path,
        kind=delivery.kind,
        material=source.material,
        period=delivery.period,
        unit=delivery.unit,
        profile=delivery.profile,
        finality=delivery.finality,
    )
