"""Opening a monitor and its editions, and moving an edition from phase to phase."""

from collections.abc import Iterable

from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.places.models import Place


def subject_of(edition: Edition) -> Subject:
    """An edition in words, for the Protokoll."""
    return Subject("Ausgabe", str(edition.pk or ""), str(edition))


def open_monitor(*, title: str, organisation: str, area: str, by: Author) -> Monitor:
    """A new monitor of a municipality."""
    with act("Monitor angelegt", by=by, to=Subject("Monitor", title, f"{title}, {organisation}")):
        return Monitor.objects.create(title=title, organisation=organisation, area=area)


def open_edition(*, edition: Edition, places: Iterable[Place], by: Author) -> Edition:
    """Keeps a new edition, with the areas that it knows (its own, its parts, those it compares with)."""
    with act("Ausgabe begonnen", by=by, to=subject_of(edition)) as trace:
        edition.save()
        edition.places.set(places)
        trace.new = Phase(edition.phase).label
    return edition


def enter_phase(*, edition: Edition, phase: Phase, by: Author) -> None:
    """The edition stands in that phase from now on. Phases guide: going back is allowed, and is traced too."""
    with act("Phase gewechselt", by=by, to=subject_of(edition)) as trace:
        trace.old, trace.new = Phase(edition.phase).label, phase.label
        edition.phase = phase
        edition.save()
