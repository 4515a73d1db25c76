"""From files to frozen deliveries: steps 1 to 3 of the path."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from mehrklang.package import DataReference, Monitoring, checksum
from mehrklang.pipeline.register import Register
from mehrklang.sources import Reading, read
from mehrklang.store import Store, StoreError
from mehrklang.vocabulary import Area, Issue


@dataclass(frozen=True, slots=True)
class Delivery:
    """A frozen delivery: its key in the store, its source, its checksum, which measures it holds, its file
    (`path` below the folder of the monitoring)."""

    key: str
    source: str
    sha256: str
    measures: frozenset[str]
    file: str = ""
    path: Path = Path()


@dataclass(frozen=True, slots=True)
class Received:
    """What came of the data files. A file with an ERROR is named in `issues` and not used at all."""

    deliveries: tuple[Delivery, ...]
    areas: Mapping[str, Area]
    issues: tuple[Issue, ...]

    def of(self, source: str) -> tuple[Delivery, ...]:
        """The deliveries of one source."""
        return tuple(delivery for delivery in self.deliveries if delivery.source == source)


def receive(register: Register, store: Store) -> Received:
    """Reads every data file of the monitoring and freezes the usable ones."""
    monitoring = register.monitoring
    readings = [_read(register, reference) for reference in monitoring.data]
    deliveries: list[Delivery] = []
    issues = [issue for reading in readings for issue in reading.issues]
    for reference, reading in zip(monitoring.data, readings, strict=True):
        if reading.usable:
            try:
                deliveries.append(_freeze(monitoring, reference, reading, store))
            except StoreError as error:
                issues += error.issues
    delivered = {area.key: area for reading in readings if reading.usable for area in reading.areas}
    areas = delivered | {area.key: area for area in monitoring.areas}
    return Received(tuple(deliveries), MappingProxyType(areas), tuple(issues))


def _read(register: Register, reference: DataReference) -> Reading:
    path = register.monitoring.folder / reference.path
    material = register.source(reference.source).material
    return read(
        path,
        kind=reference.kind,
        material=material,
        period=reference.period,
        unit=reference.unit,
        profile=reference.profile,
    )


def _freeze(monitoring: Monitoring, reference: DataReference, reading: Reading, store: Store) -> Delivery:
    digest = checksum(monitoring.folder / reference.path)
    key = store.append(reading.observations, source=reference.source, name=reference.path.name, content_sha256=digest)
    measures = frozenset(each.measure for each in reading.observations)
    return Delivery(key, reference.source, digest, measures, reference.path.name, reference.path)
