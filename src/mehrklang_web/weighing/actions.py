"""Writing down answers, deciding about an indicator, swapping: each one step that can be undone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import ManyToManyRel
from django.utils import timezone

from mehrklang.package import Selection
from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang.planning import Verdict as VerdictValue
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.audit.models import Traced
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.actions import CoreSetFullError, keep_verdict, subject_of
from mehrklang_web.selection.models import AgreedTarget, Candidate, ChosenIndicator, Weighed
from mehrklang_web.selection.rules import core_is_full
from mehrklang_web.weighing.rules import mark_of_core


class CoreChangedError(ValueError):
    """The core set is not the one that was shown any more."""


def answer(*, kept: Weighed, selection: Selection, by: Author, seen: int) -> Step | None:
    """Keeps the answers. ConflictError if somebody has changed them since version `seen`."""
    subject = subject_of(kept.edition, kept.code)
    with edit(did="Antworten festgehalten", by=by, to=subject, edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        editing.old = kept.why
        kept.take(selection)
        _save(kept, selection)
        editing.new = kept.why
    return editing.step


def decide(*, kept: Weighed, state: SelectionState, reason: str, by: Author, seen: int) -> Step | None:
    """Brings an indicator into a state. ConflictError if it was changed since version `seen`; CoreSetFullError if it
    would be the twenty-first of the core set.
    """
    subject = subject_of(kept.edition, kept.code)
    with edit(did="Über Indikator entschieden", by=by, to=subject, edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        is_core = isinstance(kept, ChosenIndicator) and kept.core
        if state is SelectionState.CORE and not is_core and core_is_full(kept.edition):
            raise CoreSetFullError(f"the core set holds at most {CORE_LIMIT}")
        _move(kept, state, editing)
        _note(kept, state, reason, by, editing)
    return editing.step


def decide_several(
    *, several: Sequence[Weighed], state: SelectionState, reason: str, by: Author, seen: Mapping[str, int]
) -> Step | None:
    """Brings indicators of one edition into the same state, for the same reason, as one step. `seen` are the versions
    that were shown, by code; errors as in `decide`, and then none of them is decided.
    """
    edition = several[0].edition
    subject = Subject("Auswahl", str(edition.pk), f"{len(several)} Indikatoren der Auswahl")
    with edit(did="Über Indikatoren entschieden", by=by, to=subject, edition=edition.pk) as editing:
        inside = set(ChosenIndicator.objects.filter(edition=edition, core=True).values_list("code", flat=True))
        if state is SelectionState.CORE and len(inside | {each.code for each in several}) > CORE_LIMIT:
            raise CoreSetFullError(f"the core set holds at most {CORE_LIMIT}")
        for kept in several:
            editing.changes(kept, seen=seen.get(kept.code, 0))
            _move(kept, state, editing)
            _note(kept, state, reason, by, editing)
        editing.new = f"{state.label}: {', '.join(each.code for each in several)}. {reason}"
    return editing.step


def swap(  # noqa: PLR0913 — two indicators, what becomes of the one, and how it is written down
    *,
    coming: Weighed,
    leaving: ChosenIndicator,
    becomes: SelectionState,
    reason: str,
    by: Author,
    seen: str,
) -> Step | None:
    """Takes one indicator into the full core set in the place of another, in one step.

    `seen` is the mark of the core set and the newcomer that was shown (`rules.mark_of_core`); CoreChangedError if it is
    another one by now.
    """
    subject = subject_of(coming.edition, coming.code)
    with edit(did="Kernindikator getauscht", by=by, to=subject, edition=coming.edition_id) as editing:
        if mark_of_core(coming) != seen:
            raise CoreChangedError(coming.code)
        for kept, state in ((leaving, becomes), (coming, SelectionState.CORE)):
            editing.changes(kept)
            _move(kept, state, editing)
            _note(kept, state, reason, by, editing)
        editing.old, editing.new = subject_of(leaving.edition, leaving.code).name, reason
    return editing.step


def _move(kept: Weighed, state: SelectionState, editing: Edit) -> None:
    """From chosen to candidate or back, where the state asks for it; the version goes on growing on both sides."""
    if isinstance(kept, ChosenIndicator):
        if not state.is_chosen:
            _set_aside(kept, editing)
            return
        kept.core = state is SelectionState.CORE
    elif isinstance(kept, Candidate) and state.is_chosen:
        _choose(kept, state, editing)
        return
    kept.save()


def _choose(candidate: Candidate, state: SelectionState, editing: Edit) -> None:
    value = candidate.to_value()
    chosen = ChosenIndicator.at_the_end(candidate.edition, value)
    chosen.core, chosen.version = state is SelectionState.CORE, candidate.version
    _save(chosen, value)
    editing.adds(chosen)
    if value.target is not None:
        agreed = AgreedTarget.of(chosen, value.target)
        agreed.save()
        editing.adds(agreed)
    candidate.delete()


def _set_aside(chosen: ChosenIndicator, editing: Edit) -> None:
    """What is agreed about it is kept with the candidate, but for the signatures; links of other rooms end."""
    agreed = AgreedTarget.objects.filter(chosen=chosen).first()
    value = chosen.answers()
    value = replace(value, further_targets=tuple(replace(each, signed_by=()) for each in value.further_targets))
    candidate = Candidate(edition=chosen.edition, code=chosen.code, version=chosen.version)
    candidate.take(value)
    candidate.target_text = to_text(agreed.to_value()) if agreed else ""
    _save(candidate, value)
    editing.adds(candidate)
    held: list[Traced] = [agreed, *agreed.signatures.all()] if agreed else []
    linked = list(_linked(chosen))
    for row in (*held, *linked):
        editing.changes(row)
    for row in linked:
        row.save()
    for row in reversed(held):
        row.delete()
    chosen.delete()


def _linked(chosen: ChosenIndicator) -> Iterator[Traced]:
    """The objects of rooms above that name the indicator, e.g. measures: they come back when the step is undone."""
    for relation in ChosenIndicator._meta.get_fields(include_hidden=True):  # noqa: SLF001 — Django's documented interface
        if isinstance(relation, ManyToManyRel) and issubclass(relation.related_model, Traced):
            yield from relation.related_model.objects.filter(**{relation.field.name: chosen})


def _save(kept: Weighed, selection: Selection) -> None:
    kept.save()
    kept.goals.set(Goal.objects.filter(edition=kept.edition, key__in=selection.goals))


def _note(kept: Weighed, state: SelectionState, reason: str, by: Author, editing: Edit) -> None:
    verdict = VerdictValue(kept.code, state, reason, by.full_name, by.role_label, timezone.localdate())
    editing.adds(keep_verdict(edition=kept.edition, verdict=verdict, by=by))
    editing.new = f"{state.label}: {reason}"
