"""What went out before, of all monitors of this installation: the guard holds today's numbers against it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.conf import settings

from mehrklang.package import Publication
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.results.models import ReleasedCube, Run

_OUT = (Phase.REPORT, Phase.REVIEW)
_FOLDER = Path("veroeffentlicht")


def publications(edition: Edition, *, until: datetime | None = None) -> tuple[Publication, ...]:
    """The latest results of every other edition, and the edition's own once its reports are out.

    Editions that are still being worked on may contradict today's numbers (then the older ones are overtaken); reports
    that are out may not.
    """
    return tuple(
        Publication(str(run.edition), cube.source, _laid_down(cube), revised=run.edition.phase not in _OUT)
        for run in _runs(edition, until)
        for cube in ReleasedCube.objects.filter(run=run)
    )


def _runs(edition: Edition, until: datetime | None) -> Iterator[Run]:
    for other in Edition.objects.exclude(pk=edition.pk).order_by("started", "pk"):
        yield from _latest(other, until)
    if edition.phase in _OUT:
        yield from _latest(edition, until)


def _latest(edition: Edition, until: datetime | None) -> Iterator[Run]:
    runs = Run.objects.filter(edition=edition)
    run = (runs if until is None else runs.filter(at__lt=until)).first()
    if run is not None:
        yield run


def _laid_down(cube: ReleasedCube) -> Path:
    """The table as a file among the deliveries, where the library reads it; written anew if it is not there."""
    path = Path(settings.DELIVERIES) / _FOLDER / f"{cube.sha256}.csv"
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(".neu")
        beside.write_text(cube.content, encoding="utf-8", newline="")
        beside.replace(path)
    return _FOLDER / path.name
