"""Opening a monitor and its editions, and moving an edition from phase to phase."""

from collections.abc import Iterable, Mapping

from mehrklang.planning import PlannedPhase
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition, Monitor, Phase, PhaseInPlan
from mehrklang_web.places.models import Place

PHASE_CHANGED = "Phase gewechselt"
"""What the Protokoll says of a step from phase to phase; by it one knows when reports were out."""


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
    with act(PHASE_CHANGED, by=by, to=subject_of(edition)) as trace:
        trace.old, trace.new = Phase(edition.phase).label, phase.label
        edition.phase = phase
        edition.save()


def plan(
    *, edition: Edition, timetable: Iterable[PlannedPhase], by: Author, seen: Mapping[str, int] | None = None
) -> Step | None:
    """Keeps the timetable of an edition; phases that it leaves out stay as they are. One step, which can be undone.

    `seen` are the versions that the form showed, by phase. ConflictError (`editing.conflict`) if somebody else has
    changed one of them since.
    """
    with edit(did="Zeitplan geändert", by=by, to=subject_of(edition), edition=edition.pk) as editing:
        for each in timetable:
            kept = PhaseInPlan.objects.filter(edition=edition, phase=each.phase.value).first()
            columns = {"begins": each.begins, "ends": each.ends, "responsible": each.responsible}
            if kept is None and each == PlannedPhase(each.phase):
                continue
            if kept is None:
                editing.adds(PhaseInPlan.objects.create(edition=edition, phase=each.phase.value, **columns))
            elif kept.to_value() != each:
                editing.changes(kept, seen=None if seen is None else seen.get(each.phase.value, 0))
                kept.begins, kept.ends, kept.responsible = each.begins, each.ends, each.responsible
                kept.save()
        editing.new = ", ".join(f"{Phase(each.phase.value).label}: {_span(each)}" for each in timetable)
    return editing.step


def _span(each: PlannedPhase) -> str:
    begins, ends = (f"{day:%d.%m.%Y}" if day else "offen" for day in (each.begins, each.ends))
    return f"{begins} bis {ends}"
