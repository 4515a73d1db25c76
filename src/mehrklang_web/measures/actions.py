"""Keeping and removing measures."""

from mehrklang.planning import Measure as MeasureValue
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.measures.models import Measure
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.models import ChosenIndicator


def take_in_measure(*, edition: Edition, measure: MeasureValue, by: Author) -> Measure:
    """Adds a measure as it stands in a folder: that is no step to be undone."""
    with act("Maßnahme festgelegt", by=by, to=subject_of(measure)) as trace:
        trace.new = measure.title
        return _write(_new(edition, measure), measure)


def keep_measure(*, edition: Edition, measure: MeasureValue, by: Author, seen: int | None = None) -> Step | None:
    """Adds a measure or changes the one of the same key; the step can be undone. `seen` is the version that was edited.

    ConflictError if somebody has saved another version since.
    """
    with edit(did="Maßnahme festgelegt", by=by, to=subject_of(measure), edition=edition.pk) as editing:
        put_measure(editing=editing, edition=edition, measure=measure, by=by, seen=seen)
    return editing.step


def put_measure(
    *,
    editing: Edit,
    edition: Edition,
    measure: MeasureValue,
    by: Author,  # noqa: ARG001 — every action says who acts; the entry is written by the step around it
    seen: int | None = None,
) -> Measure:
    """As `keep_measure`, as part of a larger step."""
    kept = Measure.objects.filter(edition=edition, key=measure.key).first()
    editing.new = measure.title
    if kept is None:
        added = _write(_new(edition, measure), measure)
        editing.adds(added)
        return added
    editing.changes(kept, seen=seen)
    editing.old = kept.title
    return _write(kept, measure)


def remove_measure(*, kept: Measure, by: Author, seen: int) -> Step | None:
    """Takes a measure away; ConflictError if somebody has changed it since."""
    subject = Subject("Maßnahme", kept.key, kept.title)
    with edit(did="Maßnahme gestrichen", by=by, to=subject, edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        editing.old = kept.title
        kept.delete()
    return editing.step


def subject_of(measure: MeasureValue) -> Subject:
    """A measure in words, for the Protokoll."""
    return Subject("Maßnahme", measure.key, measure.title)


def _new(edition: Edition, measure: MeasureValue) -> Measure:
    return Measure(edition=edition, key=measure.key, position=Measure.objects.filter(edition=edition).count())


def _write(kept: Measure, measure: MeasureValue) -> Measure:
    for name in ("title", "responsible", "budget", "product", "begins", "ends", "text"):
        setattr(kept, name, getattr(measure, name))
    kept.state, kept.decisions = measure.state.value, to_text(measure.decisions)
    kept.save()
    kept.goals.set(Goal.objects.filter(edition=kept.edition, key__in=measure.goals))
    kept.indicators.set(ChosenIndicator.objects.filter(edition=kept.edition, code__in=measure.indicators))
    return kept
