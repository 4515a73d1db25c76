"""What went out before, of all monitors of this installation: the guard holds today's numbers against it."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from mehrklang.package import Publication
from mehrklang_web.audit.models import Entry
from mehrklang_web.monitors.actions import PHASE_CHANGED
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.results.models import EarlierRelease, ReleasedCube, Run

_OUT = (Phase.REPORT, Phase.REVIEW)
_FOLDER = Path("veroeffentlicht")


def publications(edition: Edition, *, until: datetime | None = None) -> tuple[Publication, ...]:
    """The latest results of every other edition, and of all editions everything that ever was out in a report.

    What is out now may not be contradicted. What was out once and was overtaken, or an edition that is still being
    worked on, may be; but what it told stays known, also after the edition has stepped back from reporting. So does
    what a folder that was taken in says had gone out before.
    """
    kept = [
        Publication(str(known.run.edition), cube.source, _laid_down(cube), revised=known.overtaken)
        for other in Edition.objects.order_by("started", "pk")
        for known in _known(other, until, own=other.pk == edition.pk)
        for cube in ReleasedCube.objects.filter(run=known.run)
    ]
    return (*_brought(until, {(each.source, each.path) for each in kept}), *kept)


def _brought(until: datetime | None, kept: Set[tuple[str, Path]]) -> Iterator[Publication]:
    """What folders that were taken in said of the time before, each table once."""
    every = EarlierRelease.objects.all()
    seen = set(kept)
    for each in every if until is None else every.filter(at__lt=until):
        path = _laid_down(each)
        if (each.source, path) not in seen:
            seen.add((each.source, path))
            yield Publication(each.told, each.source, path, revised=each.revised)


@dataclass(frozen=True, slots=True)
class _Known:
    """A run that others have seen; `overtaken`: it is not what is out now."""

    run: Run
    overtaken: bool


def _known(edition: Edition, until: datetime | None, *, own: bool) -> Iterator[_Known]:
    """The runs of an edition that others have seen, the oldest first."""
    every = Run.objects.filter(edition=edition).order_by("at", "pk")
    runs = list(every if until is None else every.filter(at__lt=until))
    spans = out_spans(edition)
    for run, following in zip_longest(runs, runs[1:]):
        last = following is None
        was_out = any(run.at < end and (last or following.at > begin) for begin, end in spans)
        if was_out or (last and not own):
            yield _Known(run, overtaken=not (last and edition.phase in _OUT))


def out_spans(edition: Edition) -> list[tuple[datetime, datetime]]:
    """When the edition's reports were out, by the Protokoll, which nobody can change: from entering a phase of reports
    to leaving it; up to now where it stands in one.
    """
    labels = {Phase(phase).label for phase in _OUT}
    steps = list(Entry.objects.filter(did=PHASE_CHANGED, kind="Ausgabe", key=str(edition.pk)).order_by("at", "pk"))
    begins = [edition.started, *(step.at for step in steps)]
    stood = [steps[0].old if steps else Phase(edition.phase).label, *(step.new for step in steps)]
    stood[-1] = Phase(edition.phase).label
    ends = [*begins[1:], timezone.now()]
    return [(begin, end) for begin, end, label in zip(begins, ends, stood, strict=True) if label in labels]


def _laid_down(cube: ReleasedCube | EarlierRelease) -> Path:
    """The table as a file among the deliveries, where the library reads it; written anew if it is not there."""
    path = Path(settings.DELIVERIES) / _FOLDER / f"{cube.sha256}.csv"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".neu")
        beside.write_text(cube.content, encoding="utf-8", newline="")
        beside.replace(path)
    return _FOLDER / path.name
