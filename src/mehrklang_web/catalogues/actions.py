"""Keeping own indicators with their versions, taking catalogues in, retiring indicators."""

from datetime import date

from django.utils import timezone

from mehrklang.catalogue import IndicatorDefinition, NamedCatalogue, Source, new_version
from mehrklang.package import Monitoring
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource, RetiredIndicator, TakenCatalogue
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


def keep_own(*, edition: Edition, definition: IndicatorDefinition, seen: int, by: Author) -> Step | None:
    """Adds an own indicator or a new version of it, which says what changed. `seen`: the version of the form, 0 for a
    new one. ConflictError if somebody was quicker.
    """
    kept = OwnIndicator.objects.filter(edition=edition, code=definition.code).first()
    earlier = kept.to_value() if kept else None
    value = new_version(earlier, definition, timezone.localdate(), by.full_name)
    with edit(did="Indikator bestimmt", by=by, to=_subject(value), edition=edition.pk) as step:
        if kept is not None:
            step.changes(kept, seen=seen)
        row = kept or OwnIndicator(edition=edition, code=value.code)
        row.content = to_text(value)
        row.save()
        step.new = value.versions[-1].change if value.versions else value.name
        if kept is None:
            step.adds(row)
    return step.step


def take_in(*, edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """What a folder says: own sources, own indicators with the versions that they have there, catalogues of others,
    retirements.
    """
    with act("Katalog eingelesen", by=by, to=Subject("Katalog", str(edition.pk), str(edition))) as trace:
        for source in monitoring.own_sources:
            keep_source(edition=edition, source=source, by=by)
        for own in monitoring.own_indicators:
            if not own.catalogue:
                OwnIndicator.objects.create(edition=edition, code=own.code, content=to_text(own))
        for named in monitoring.catalogues:
            indicators = to_text(tuple(each for each in monitoring.own_indicators if each.catalogue == named.key))
            TakenCatalogue.objects.create(
                edition=edition, key=named.key, head=to_text(named), indicators_text=indicators
            )
        for code, each in monitoring.retired_indicators.items():
            RetiredIndicator.objects.create(
                edition=edition, code=code, who=each.who, day=each.day, why=each.why, successor=each.successor
            )
        trace.new = f"{len(monitoring.own_indicators)} eigene Indikatoren, {len(monitoring.catalogues)} Kataloge"


def keep_source(*, edition: Edition, source: Source, by: Author) -> None:
    """Adds a source of the office's own."""
    with act("Quelle beschrieben", by=by, to=Subject("Quelle", source.key, source.name)):
        OwnSource.objects.create(edition=edition, key=source.key, content=to_text(source))


def take_in_catalogue(
    *, edition: Edition, catalogue: NamedCatalogue, indicators: tuple[IndicatorDefinition, ...], by: Author
) -> Step | None:
    """Takes a catalogue of others in; one with the same key is replaced."""
    subject = Subject("Katalog", catalogue.key, catalogue.name)
    kept = TakenCatalogue.objects.filter(edition=edition, key=catalogue.key).first()
    with edit(did="Katalog eingelesen", by=by, to=subject, edition=edition.pk) as step:
        if kept is not None:
            step.old = f"{len(kept.indicators)} Indikatoren"
            step.changes(kept)
        row = kept or TakenCatalogue(edition=edition, key=catalogue.key)
        row.head, row.indicators_text = to_text(catalogue), to_text(indicators)
        row.save()
        step.new = f"{len(indicators)} Indikatoren"
        if kept is None:
            step.adds(row)
    return step.step


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
