"""From files to frozen deliveries: steps 1 to 3 of the path."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from mehrklang.package import DataReference, Monitoring, checksum
from mehrklang.pipeline.large import freeze_large, regular
from mehrklang.pipeline.register import Register
from mehrklang.sources import Reading, read
from mehrklang.store import Store, StoreError
from mehrklang.territory import Apportionment
from mehrklang.vocabulary import Area, Issue, Material


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
class CrosswalkFile:
    """An Umsteigeschlüssel: the checksum of its file, and its rows."""

    sha256: str
    rows: tuple[Apportionment, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Received:
    """What came of the data files. A file with an ERROR is named in `issues` and not used at all. `superseded` are
    those of published statistics that others replaced: they only say what a value was before. `crosswalks` say which
    areas became which."""

    deliveries: tuple[Delivery, ...]
    areas: Mapping[str, Area]
    issues: tuple[Issue, ...]
    superseded: tuple[Delivery, ...] = ()
    crosswalks: tuple[CrosswalkFile, ...] = ()

    @property
    def apportionments(self) -> tuple[Apportionment, ...]:
        """All rows of all Umsteigeschlüssel."""
        return tuple(row for each in self.crosswalks for row in each.rows)

    def of(self, source: str) -> tuple[Delivery, ...]:
        """The deliveries of one source."""
        return tuple(delivery for delivery in self.deliveries if delivery.source == source)


@dataclass(frozen=True, slots=True)
class _Taken:
    """What came of one file; without a delivery it is not used at all."""

    issues: tuple[Issue, ...]
    areas: tuple[Area, ...] = ()
    delivery: Delivery | None = None
    crosswalk: CrosswalkFile | None = None


def receive(register: Register, store: Store) -> Received:
    """Reads every data file of the monitoring and freezes the usable ones. Withdrawn ones stay where they are, and so
    do superseded counts of our own: two versions of them would tell single persons."""
    monitoring = register.monitoring
    taken = [_take(register, reference, store) for reference in monitoring.data if reference.valid]
    delivered = {area.key: area for each in taken for area in each.areas}
    areas = delivered | {area.key: area for area in monitoring.areas}
    return Received(
        tuple(each.delivery for each in taken if each.delivery is not None),
        MappingProxyType(areas),
        tuple(issue for each in taken for issue in each.issues),
        _superseded(register, store),
        tuple(each.crosswalk for each in taken if each.crosswalk is not None),
    )


def _superseded(register: Register, store: Store) -> tuple[Delivery, ...]:
    """Their issues were told when they were in use."""
    old = [
        _take(register, reference, store)
        for reference in register.monitoring.data
        if reference.retired is not None
        and not reference.retired.withdrawn
        and register.source(reference.source).material is Material.PUBLISHED
        and (register.monitoring.folder / reference.path).exists()
    ]
    return tuple(each.delivery for each in old if each.delivery is not None)


def _take(register: Register, reference: DataReference, store: Store) -> _Taken:
    try:
        return _take_large(register, reference, store) or _take_ordinary(register, reference, store)
    except StoreError as error:
        return _Taken(error.issues)


def _take_large(register: Register, reference: DataReference, store: Store) -> _Taken | None:
    file = regular(register.monitoring.folder / reference.path, reference)
    material = register.source(reference.source).material
    kept = file and freeze_large(file, reference.source, material, store)
    if not file or not kept:
        return None
    reading, key = kept
    if not key:
        return _Taken(reading.issues)
    delivery = Delivery(key, reference.source, file.sha256, reading.measures, reference.path.name, reference.path)
    return _Taken(reading.issues, reading.areas, delivery)


def _take_ordinary(register: Register, reference: DataReference, store: Store) -> _Taken:
    reading = read_reference(register, reference)
    if not reading.usable:
        return _Taken(reading.issues)
    if reading.apportionments:
        digest = checksum(register.monitoring.folder / reference.path)
        return _Taken(reading.issues, crosswalk=CrosswalkFile(digest, reading.apportionments))
    try:
        return _Taken(reading.issues, reading.areas, _freeze(register.monitoring, reference, reading, store))
    except StoreError as error:
        return _Taken((*reading.issues, *error.issues), reading.areas)


def read_reference(register: Register, reference: DataReference) -> Reading:
    """The file as its reader sees it."""
    path = register.monitoring.folder / reference.path
    material = register.source(reference.source).material
    return read(
        path,
        kind=reference.kind,
        material=material,
        period=reference.period,
        unit=reference.unit,
        profile=reference.profile,
        finality=reference.finality,
    )


def _freeze(monitoring: Monitoring, reference: DataReference, reading: Reading, store: Store) -> Delivery:
    digest = checksum(monitoring.folder / reference.path)
    key = store.append(reading.observations, source=reference.source, name=reference.path.name, content_sha256=digest)
    measures = frozenset(each.measure for each in reading.observations)
    return Delivery(key, reference.source, digest, measures, reference.path.name, reference.path)
