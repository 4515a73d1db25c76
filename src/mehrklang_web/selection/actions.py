"""Proposing and choosing indicators, setting targets, signing them."""

from dataclasses import replace

from django.utils import timezone

from mehrklang.assessment import Target
from mehrklang.catalogue import Break
from mehrklang.package import FurtherTarget, Selection
from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang.planning import Verdict as VerdictValue
from mehrklang.vocabulary import Signature
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.catalogue import name_of
from mehrklang_web.selection.models import Addition, AgreedTarget, Candidate, ChosenIndicator, TargetSignature, Verdict
from mehrklang_web.selection.rules import core_is_full


class CoreSetFullError(ValueError):
    """The core set already holds its most."""


def add_breaks(*, edition: Edition, code: str, breaks: tuple[Break, ...], by: Author) -> None:
    """Keeps the breaks that the office knows of an indicator; those kept before are replaced."""
    kind, content = Addition.Kind.BREAKS, {"content": to_text(breaks)}
    with act("Reihenbrüche ergänzt", by=by, to=Subject("Katalog", code, name_of(edition, code))) as trace:
        Addition.objects.update_or_create(edition=edition, kind=kind, key=code, defaults=content)
        trace.new = "; ".join(f"ab {each.first_year}: {each.text}" for each in breaks)


def keep_breaks(
    *, edition: Edition, code: str, breaks: tuple[Break, ...], seen: int | None = None, by: Author
) -> Step | None:
    """These are from now on the breaks that the office has entered for an indicator; () withdraws all. The definition
    is then another one to be signed. `seen`: the version that the form showed; ConflictError if somebody was quicker.
    """
    kept = Addition.objects.filter(edition=edition, kind=Addition.Kind.BREAKS, key=code).first()
    subject = Subject("Katalog", code, name_of(edition, code))
    with edit(did="Reihenbrüche geändert", by=by, to=subject, edition=edition.pk) as step:
        if kept is not None:
            step.old = _told_breaks(kept.to_value())
            step.changes(kept, seen=seen)
        row = kept or Addition(edition=edition, kind=Addition.Kind.BREAKS, key=code)
        row.content = to_text(breaks)
        row.save()
        if kept is None:
            step.adds(row)
        step.new = _told_breaks(breaks)
    return step.step


def _told_breaks(breaks: tuple[Break, ...]) -> str:
    return "; ".join(f"ab {each.first_year}: {each.text} ({each.source})" for each in breaks) or "keine"


def choose(*, edition: Edition, selection: Selection, by: Author) -> ChosenIndicator:
    """Takes an indicator into the edition. CoreSetFullError past 20 core indicators."""
    if selection.core and core_is_full(edition):
        raise CoreSetFullError(f"the core set holds at most {CORE_LIMIT}")
    with act("Indikator ausgewählt", by=by, to=subject_of(edition, selection.code)) as trace:
        kept = ChosenIndicator.at_the_end(edition, selection)
        kept.save()
        kept.goals.set(Goal.objects.filter(edition=edition, key__in=selection.goals))
        trace.new = selection.why
    return kept


def propose(*, edition: Edition, code: str, by: Author, reason: str = "") -> Step | None:
    """Lays an indicator on the working table; None where it lies there already, chosen or not. Can be undone."""
    if any(model.objects.filter(edition=edition, code=code).exists() for model in (ChosenIndicator, Candidate)):
        return None
    with edit(did="Indikator vorgeschlagen", by=by, to=subject_of(edition, code), edition=edition.pk) as editing:
        editing.adds(Candidate.objects.create(edition=edition, code=code))
        verdict = VerdictValue(code, SelectionState.PROPOSED, reason, by.full_name, by.role_label, timezone.localdate())
        editing.adds(keep_verdict(edition=edition, verdict=verdict, by=by))
        editing.new = reason
    return editing.step


def take_in_candidate(*, edition: Edition, selection: Selection, by: Author) -> Candidate:
    """Keeps a candidate as it stands in a folder."""
    with act("Kandidat eingelesen", by=by, to=subject_of(edition, selection.code)) as trace:
        kept = Candidate(edition=edition, code=selection.code)
        kept.take(selection)
        kept.target_text = to_text(selection.target) if selection.target else ""
        kept.save()
        kept.goals.set(Goal.objects.filter(edition=edition, key__in=selection.goals))
        trace.new = selection.why
    return kept


def keep_verdict(
    *,
    edition: Edition,
    verdict: VerdictValue,
    by: Author,  # noqa: ARG001 — every action says who acts; the entry is written by the act around it
) -> Verdict:
    """Keeps what was decided, as part of an act or step."""
    return Verdict.objects.create(
        edition=edition,
        code=verdict.code,
        state=verdict.state.value,
        reason=verdict.reason,
        who=verdict.by,
        office=verdict.office,
        day=verdict.day,
    )


def set_target(*, chosen: ChosenIndicator, target: Target, by: Author, seen: int | None = None) -> AgreedTarget:
    """Sets or changes the target; it holds again only when both offices have signed anew. A step that can be undone.

    `seen` is the version that the form showed, 0 where there was no target. ConflictError if somebody was quicker.
    """
    to = subject_of(chosen.edition, chosen.code, "Zielwert")
    with edit(did="Zielwert festgelegt", by=by, to=to, edition=chosen.edition_id) as editing:
        agreed = AgreedTarget.objects.filter(chosen=chosen).first()
        if agreed is None:
            agreed = AgreedTarget.of(chosen, target)
            agreed.save()
            editing.adds(agreed)
        else:
            editing.old = str(agreed)
            editing.changes(agreed, seen=seen)
            agreed.take(target)
            agreed.save()
            _take_signatures_off(agreed, editing)
        editing.new = str(agreed)
    return agreed


def _take_signatures_off(agreed: AgreedTarget, editing: Edit) -> None:
    for signature in agreed.signatures.all():
        editing.changes(signature)
        signature.delete()


def sign_target(*, agreed: AgreedTarget, by: Author) -> None:
    """Signs for one's own office, today; a second signature of the same office changes nothing."""
    keep_signature(agreed=agreed, signature=Signature(by.full_name, by.role_label, timezone.localdate()), by=by)


def keep_signature(*, agreed: AgreedTarget, signature: Signature, by: Author) -> None:
    """Keeps a signature, also one that was given on paper or in another installation."""
    chosen = agreed.chosen
    with act("Zielwert unterschrieben", by=by, to=subject_of(chosen.edition, chosen.code, "Zielwert")) as trace:
        TargetSignature.objects.get_or_create(
            target=agreed, office=signature.office, defaults={"name": signature.name, "day": signature.day}
        )
        trace.new = f"{agreed}; {signature.office}: {signature.name}"


def set_further(*, chosen: ChosenIndicator, further: FurtherTarget, by: Author, seen: int | None = None) -> Step | None:
    """Sets or changes the target of an area and group; it holds only when both offices have signed it anew.

    `seen` is the version of the indicator that the form showed. ConflictError if somebody was quicker.
    """
    with edit(did="Zielwert festgelegt", by=by, to=_subject(chosen), edition=chosen.edition_id) as editing:
        row = ChosenIndicator.objects.get(pk=chosen.pk)
        editing.changes(row, seen=seen)
        editing.old = next((_said(each) for each in row.further if _place(each) == _place(further)), "")
        _put(row, replace(further, signed_by=()))
        editing.new = _said(further)
    return editing.step


def remove_further(*, chosen: ChosenIndicator, further: FurtherTarget, by: Author, seen: int) -> Step | None:
    """Takes the target of an area and group away. ConflictError if somebody was quicker."""
    with edit(did="Zielwert gestrichen", by=by, to=_subject(chosen), edition=chosen.edition_id) as editing:
        row = ChosenIndicator.objects.get(pk=chosen.pk)
        editing.changes(row, seen=seen)
        editing.old = _said(further)
        row.further_text = to_text(tuple(each for each in row.further if _place(each) != _place(further)))
        row.save()
    return editing.step


def say_further(*, chosen: ChosenIndicator, further: FurtherTarget, by: Author, signed: bool) -> None:
    """Puts one's own office under the target, or takes it off; the version of the indicator stays."""
    others = tuple(office for office in further.signed_by if office != by.role_label)
    did = "Zielwert unterschrieben" if signed else "Unterschrift unter Zielwert aufgehoben"
    with act(did, by=by, to=_subject(chosen)) as trace:
        row = ChosenIndicator.objects.get(pk=chosen.pk)
        _put(row, replace(further, signed_by=(*others, by.role_label) if signed else others))
        trace.new = f"{_said(further)}; {by.role_label}: {by.full_name}"


def _put(row: ChosenIndicator, further: FurtherTarget) -> None:
    """In the place of the one for the same area and group, else at the end."""
    kept = row.further
    is_new = _place(further) not in {_place(each) for each in kept}
    put = tuple(further if _place(each) == _place(further) else each for each in kept)
    row.further_text = to_text((*put, further) if is_new else put)
    row.save()


def _place(further: FurtherTarget) -> tuple[str, str]:
    return further.area, further.group


def _said(further: FurtherTarget) -> str:
    target, where = further.target, ", ".join(each for each in _place(further) if each)
    return f"{where}: {target.operator.value} {target.value.normalize():f} bis {target.year}"


def _subject(chosen: ChosenIndicator) -> Subject:
    return subject_of(chosen.edition, chosen.code, "Zielwert für Gebiet oder Gruppe")


def subject_of(edition: Edition, code: str, kind: str = "Indikator") -> Subject:
    """An indicator in words, for the Protokoll."""
    return Subject(kind, code, name_of(edition, code))
