"""Catalogues of others: taken in, replaced, taken out again."""

from mehrklang.catalogue import IndicatorDefinition, NamedCatalogue
from mehrklang.planning import SharedKind
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.catalogues.actions.guarding import watched
from mehrklang_web.catalogues.contents import of_catalogue
from mehrklang_web.catalogues.models import TakenCatalogue
from mehrklang_web.catalogues.uses import uses_of
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.sharing.actions import leave, publish
from mehrklang_web.sharing.rules import Named


class InUseError(ValueError):
    """A catalogue is used; the message says in German how."""


def take_in_catalogue(
    *, edition: Edition, catalogue: NamedCatalogue, indicators: tuple[IndicatorDefinition, ...], by: Author
) -> Step | None:
    """Takes a catalogue of others in; one with the same key is replaced."""
    subject = Subject("Katalog", catalogue.key, catalogue.name)
    kept = TakenCatalogue.objects.filter(edition=edition, key=catalogue.key).first()
    with edit(did="Katalog eingelesen", by=by, to=subject, edition=edition.pk) as step, watched(edition=edition, by=by):
        if kept is not None:
            step.old = f"{len(kept.indicators)} Indikatoren"
            step.changes(kept)
        row = kept or TakenCatalogue(edition=edition, key=catalogue.key)
        row.head, row.indicators_text = to_text(catalogue), to_text(indicators)
        row.save()
        step.new = f"{len(indicators)} Indikatoren"
        if kept is None:
            step.adds(row)
        named, content = Named(SharedKind.CATALOGUE, catalogue.key), of_catalogue(catalogue, indicators, step.new)
        publish(edition=edition, named=named, content=content, step=step, by=by)
    return step.step


def remove_catalogue(*, kept: TakenCatalogue, by: Author) -> Step | None:
    """Takes a catalogue of others out again. InUseError if something in the edition uses one of its indicators."""
    named, edition = Named(SharedKind.CATALOGUE, kept.key), kept.edition
    if used := uses_of(edition, kept):
        raise InUseError("; ".join(str(each) for each in used))
    subject = Subject("Katalog", kept.key, kept.to_value().name)
    with edit(did="Katalog entfernt", by=by, to=subject, edition=edition.pk) as step, watched(edition=edition, by=by):
        step.old = f"{len(kept.indicators)} Indikatoren"
        leave(edition=edition, named=named, step=step, by=by)
        step.changes(kept)
        kept.delete()
    return step.step
