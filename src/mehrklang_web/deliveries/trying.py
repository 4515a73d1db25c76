"""Trying a file dry: how it is read, what is wrong with it, what it changes. Nothing is kept here."""

from dataclasses import dataclass, replace
from pathlib import Path

from mehrklang.catalogue import Source, load
from mehrklang.plausibility import DryRun, preview
from mehrklang.sources import Profile, Reading, read, recognise
from mehrklang.vocabulary import Finality, Material, Period, Unit
from mehrklang_web.deliveries.described import described_for, profile_of
from mehrklang_web.deliveries.earlier import Earlier, earlier_of
from mehrklang_web.deliveries.proposing import source_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.profiles.queries import GENERAL, profile_for
from mehrklang_web.selection.catalogue import definitions, sources


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says about a file. What is not said is recognised: the source by its measures, the kind by the
    content, the profile by its columns; period, unit and finality are only asked for where the file names none.
    """

    source: Source | None = None
    kind: str = ""
    period: Period | None = None
    unit: Unit | None = None
    profile: Profile | None = None
    finality: Finality = Finality.UNSTATED


@dataclass(frozen=True, slots=True)
class Examined:
    """A file seen dry. `told` is completed by what was recognised; `remark` says by which profile it was read."""

    told: Told
    reading: Reading
    run: DryRun
    earlier: Earlier | None
    remark: str = ""


def examine(edition: Edition, path: Path, told: Told) -> Examined:
    """Reads and checks the file, against the last delivery of its source if there is one."""
    told, remark = _with_profile(path, _as_described(edition, path, told))
    reading = _read(path, told)
    if told.source is None:
        told = replace(told, source=source_of(edition, sources(edition), path.name, reading))
        if told.source is not None and told.source.material is not Material.PUBLISHED:
            reading = _read(path, told)
    earlier = earlier_of(edition, told.source, path.name, reading) if told.source else None
    known = replace(load(), indicators=definitions(edition))
    run = preview(reading, earlier.reading if earlier else None, catalogue=known)
    return Examined(told, reading, run, earlier, remark)


def _as_described(edition: Edition, path: Path, told: Told) -> Told:
    """What is told of the file, completed by what an office has described of its source's files; of a file without a
    source and without a form of its own, by the only description that it fits. The form that a file has goes before
    the described one.
    """
    if told.kind or told.profile:
        return told
    known, area = sources(edition), edition.monitor.area
    source = told.source or described_for(path, known.values(), area)
    if source is None:
        return told
    kind = source.contents.file_kind if recognise(path) in GENERAL else ""
    return replace(told, source=source, kind=kind, profile=profile_of(source, area))


def _with_profile(path: Path, told: Told) -> tuple[Told, str]:
    """A kept profile that fits is used where nobody has said how to read the file; one that was made for a single
    period asks for this file's first, so that no figure is taken for one of the year before."""
    found = None if told.kind or told.profile else profile_for(path)
    if found is None:
        return told, ""
    if found.fixed_period and told.period is None:
        return told, found.question
    return replace(told, profile=found.profile), found.sentence


def _read(path: Path, told: Told) -> Reading:
    material = told.source.material if told.source else Material.PUBLISHED
    return read(
        path,
        kind=told.kind,
        material=material,
        period=told.period,
        unit=told.unit,
        profile=told.profile,
        finality=told.finality,
    )
