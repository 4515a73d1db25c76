"""Indicators and sources of the office's own: kept with their versions, told to the monitors that hold them too."""

from django.utils import timezone

from mehrklang.catalogue import IndicatorDefinition, Source, new_version, source_changes
from mehrklang.planning import SharedKind
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.actions.guarding import watched
from mehrklang_web.catalogues.actions.others import InUseError
from mehrklang_web.catalogues.contents import of_indicator, of_source
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource
from mehrklang_web.catalogues.uses import uses_of_source
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.sharing.actions import leave, publish
from mehrklang_web.sharing.rules import Named


def keep_own(*, edition: Edition, definition: IndicatorDefinition, seen: int, by: Author) -> Step | None:
    """Adds an own indicator or a new version of it, which says what changed. `seen`: the version of the form, 0 for a
    new one. ConflictError if somebody was quicker.
    """
    kept = OwnIndicator.objects.filter(edition=edition, code=definition.code).first()
    earlier = kept.to_value() if kept else None
    value = new_version(earlier, definition, timezone.localdate(), by.full_name)
    with (
        edit(
            did="Indikator bestimmt", by=by, to=Subject("Indikator", value.code, value.name), edition=edition.pk
        ) as step,
        watched(edition=edition, by=by),
    ):
        if kept is not None:
            step.changes(kept, seen=seen)
        row = kept or OwnIndicator(edition=edition, code=value.code)
        row.content = to_text(value)
        row.save()
        step.new = value.versions[-1].change if value.versions else value.name
        if kept is None:
            step.adds(row)
        named, content = Named(SharedKind.INDICATOR, value.code), of_indicator(value, step.new)
        publish(edition=edition, named=named, content=content, step=step, by=by)
    return step.step


def keep_source(*, edition: Edition, source: Source, by: Author) -> None:
    """Adds a source of the office's own."""
    with act("Quelle beschrieben", by=by, to=Subject("Quelle", source.key, source.name)):
        OwnSource.objects.create(edition=edition, key=source.key, content=to_text(source))


def add_source(*, edition: Edition, source: Source, by: Author) -> Step | None:
    """Adds a source that the office has described; it can be undone until something uses it."""
    subject = Subject("Quelle", source.key, source.name)
    with edit(did="Eigene Quelle beschrieben", by=by, to=subject, edition=edition.pk) as step:
        step.adds(OwnSource.objects.create(edition=edition, key=source.key, content=to_text(source)))
        measures = ", ".join(each.name for each in source.contents.measures)
        step.new = f"{source.name}, von: {source.producer}" + (f"; Messgrößen: {measures}" if measures else "")
    return step.step


def remove_source(*, kept: OwnSource, step: Edit, by: Author) -> None:
    """Takes an own source out again, within a step of the room that knows what else was noted about it. InUseError if
    something in the edition uses it.
    """
    if used := uses_of_source(kept.edition, kept.key):
        raise InUseError("; ".join(str(each) for each in used))
    leave(edition=kept.edition, named=Named(SharedKind.SOURCE, kept.key), step=step, by=by)
    step.changes(kept)
    kept.delete()


def change_source(*, kept: OwnSource, source: Source, reason: str = "", seen: int, by: Author) -> Step | None:
    """The source is described like this from now on; monitors that hold it too are told of a new version. `reason` says
    why its rules of secrecy are others.

    ConflictError if somebody was quicker than the version `seen`; AskFirstError if its rules of secrecy change and
    nobody has said why.
    """
    told = [*source_changes(kept.to_value(), source), *([f"Begründung: {reason}"] if reason else [])]
    subject = Subject("Quelle", source.key, source.name)
    edition = kept.edition
    with (
        edit(did="Eigene Quelle geändert", by=by, to=subject, edition=edition.pk) as step,
        watched(edition=edition, by=by),
    ):
        step.changes(kept, seen=seen)
        kept.content = to_text(source)
        kept.save()
        step.new = "; ".join(told)
        named, content = Named(SharedKind.SOURCE, source.key), of_source(source, step.new)
        publish(edition=edition, named=named, content=content, step=step, by=by)
    return step.step
