"""Choosing indicators, setting targets, signing them."""

from django.utils import timezone

from mehrklang.assessment import Target
from mehrklang.package import Selection
from mehrklang.vocabulary import Signature
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.concept.models import Goal
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.catalogue import name_of
from mehrklang_web.selection.models import Addition, AgreedTarget, ChosenIndicator, TargetSignature

CORE_LIMIT = 20
"""Difu 2022: a core set of 15 to 20 indicators; past that one is swapped, not added."""


class CoreSetFullError(ValueError):
    """The core set already holds its most."""


def add_to_catalogue(*, edition: Edition, kind: Addition.Kind, key: str, content: object, by: Author) -> None:
    """Keeps an own indicator, source or breaks of the office."""
    with act(f"{kind.label} ergänzt", by=by, to=Subject("Katalog", key, key)):
        Addition.objects.update_or_create(edition=edition, kind=kind, key=key, defaults={"content": to_text(content)})


def choose(*, edition: Edition, selection: Selection, by: Author) -> ChosenIndicator:
    """Takes an indicator into the edition. CoreSetFullError past 20 core indicators."""
    rows = ChosenIndicator.objects.filter(edition=edition)
    if selection.core and rows.filter(core=True).count() >= CORE_LIMIT:
        raise CoreSetFullError(f"the core set holds at most {CORE_LIMIT}")
    with act("Indikator ausgewählt", by=by, to=_subject("Indikator", edition, selection.code)) as trace:
        kept = ChosenIndicator.objects.create(
            edition=edition,
            code=selection.code,
            position=rows.count(),
            core=selection.core,
            why=selection.why,
            addressees=list(selection.addressees),
            steerable=selection.steerable.value,
            steerable_reason=selection.steerable_reason,
            source=selection.source,
            group=selection.group,
            why_feature=selection.why_feature,
            further_text=to_text(selection.further_targets),
        )
        kept.goals.set(Goal.objects.filter(edition=edition, key__in=selection.goals))
        trace.new = selection.why
    return kept


def set_target(*, chosen: ChosenIndicator, target: Target, by: Author, seen: int | None = None) -> AgreedTarget:
    """Sets or changes the target; it holds again only when both offices have signed anew. A step that can be undone.

    `seen` is the version that the form showed, 0 where there was no target. ConflictError if somebody was quicker.
    """
    to = _subject("Zielwert", chosen.edition, chosen.code)
    with edit(did="Zielwert festgelegt", by=by, to=to, edition=chosen.edition_id) as editing:
        agreed = AgreedTarget.objects.filter(chosen=chosen).first()
        if agreed is None:
            agreed = AgreedTarget.objects.create(chosen=chosen, **_columns(target))
            editing.adds(agreed)
        else:
            editing.old = str(agreed)
            editing.changes(agreed, seen=seen)
            for name, value in _columns(target).items():
                setattr(agreed, name, value)
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
    with act("Zielwert unterschrieben", by=by, to=_subject("Zielwert", chosen.edition, chosen.code)) as trace:
        TargetSignature.objects.get_or_create(
            target=agreed, office=signature.office, defaults={"name": signature.name, "day": signature.day}
        )
        trace.new = f"{agreed}; {signature.office}: {signature.name}"


def _subject(kind: str, edition: Edition, code: str) -> Subject:
    return Subject(kind, code, name_of(edition, code))


def _columns(target: Target) -> dict[str, object]:
    return {
        "base_value": target.base_value,
        "base_year": target.base_year,
        "operator": target.operator.value,
        "value": target.value,
        "year": target.year,
        "warn": target.warn,
        "act": target.act,
        "responsible": target.responsible,
        "reason": target.reason,
        "path": target.path.value,
        "steps_text": to_text(target.steps),
    }
