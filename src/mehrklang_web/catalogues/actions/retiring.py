"""Indicators that are no longer offered for choice, and those that are offered again."""

from datetime import date

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.catalogues.models import RetiredIndicator
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition


def retire(
    *, edition: Edition, definition: IndicatorDefinition, retirement: Retirement, seen: int = 0, by: Author
) -> Step | None:
    """The indicator is no longer offered for choice; said again, day, reason and successor are corrected."""
    kept = RetiredIndicator.objects.filter(edition=edition, code=definition.code).first()
    with edit(did="Indikator stillgelegt", by=by, to=_subject(definition), edition=edition.pk) as step:
        if kept is not None:
            step.changes(kept, seen=seen)
        row = kept or RetiredIndicator(edition=edition, code=definition.code)
        row.who, row.day, row.why, row.successor = (
            retirement.who,
            retirement.day,
            retirement.why,
            retirement.successor,
        )
        row.save()
        step.new = f"{_said(retirement.day)}: {retirement.why}"
        if kept is None:
            step.adds(row)
    return step.step


def offer_again(*, kept: RetiredIndicator, definition: IndicatorDefinition, by: Author) -> Step | None:
    """Takes the retirement back."""
    with edit(did="Indikator wieder angeboten", by=by, to=_subject(definition), edition=kept.edition_id) as step:
        step.old = f"{_said(kept.day)}: {kept.why}"
        step.changes(kept)
        kept.delete()
    return step.step


def _subject(definition: IndicatorDefinition) -> Subject:
    return Subject("Indikator", definition.code, definition.name)


def _said(day: date) -> str:
    return f"{day:%d.%m.%Y}"
