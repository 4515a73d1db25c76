"""Keeping own indicators with their versions, taking catalogues in, retiring indicators."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.utils import timezone

from mehrklang.catalogue import IndicatorDefinition, NamedCatalogue, Source, new_version, source_changes
from mehrklang.package import Monitoring
from mehrklang.planning import Shared, SharedKind
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.contents import (
    KINDS,
    Thing,
    filled,
    of_catalogue,
    of_indicator,
    of_source,
    row_of,
    thing_of,
    things_of,
)
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource, RetiredIndicator, TakenCatalogue
from mehrklang_web.catalogues.uses import uses_of
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.sharing.actions import join, judge, leave, publish, take_in_judgements
from mehrklang_web.sharing.held import News, holding_of
from mehrklang_web.sharing.queries import other_editions
from mehrklang_web.sharing.rules import Decision, Named


class InUseError(ValueError):
    """A catalogue is used; the message says in German how."""


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
        named, content = Named(SharedKind.INDICATOR, value.code), of_indicator(value, step.new)
        publish(edition=edition, named=named, content=content, step=step, by=by)
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
        hold_together(edition=edition, shared=monitoring.shared, by=by)
        trace.new = f"{len(monitoring.own_indicators)} eigene Indikatoren, {len(monitoring.catalogues)} Kataloge"


def keep_source(*, edition: Edition, source: Source, by: Author) -> None:
    """Adds a source of the office's own."""
    with act("Quelle beschrieben", by=by, to=Subject("Quelle", source.key, source.name)):
        OwnSource.objects.create(edition=edition, key=source.key, content=to_text(source))


def change_source(*, kept: OwnSource, source: Source, reason: str = "", seen: int, by: Author) -> Step | None:
    """The source is described like this from now on; monitors that hold it too are told of a new version. `reason` says
    why looser rules of secrecy hold. ConflictError if somebody was quicker than the version `seen`.
    """
    told = [*source_changes(kept.to_value(), source), *([f"Begründung: {reason}"] if reason else [])]
    subject = Subject("Quelle", source.key, source.name)
    with edit(did="Eigene Quelle geändert", by=by, to=subject, edition=kept.edition_id) as step:
        step.changes(kept, seen=seen)
        kept.content = to_text(source)
        kept.save()
        step.new = "; ".join(told)
        named, content = Named(SharedKind.SOURCE, source.key), of_source(source, step.new)
        publish(edition=kept.edition, named=named, content=content, step=step, by=by)
    return step.step


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
        named, content = Named(SharedKind.CATALOGUE, catalogue.key), of_catalogue(catalogue, indicators, step.new)
        publish(edition=edition, named=named, content=content, step=step, by=by)
    return step.step


def remove_catalogue(*, kept: TakenCatalogue, by: Author) -> Step | None:
    """Takes a catalogue of others out again. InUseError if something in the edition uses one of its indicators."""
    named, edition = Named(SharedKind.CATALOGUE, kept.key), kept.edition
    if used := uses_of(edition, kept):
        raise InUseError("; ".join(str(each) for each in used))
    subject = Subject("Katalog", kept.key, kept.to_value().name)
    with edit(did="Katalog entfernt", by=by, to=subject, edition=edition.pk) as step:
        step.old = f"{len(kept.indicators)} Indikatoren"
        leave(edition=edition, named=named, step=step, by=by)
        step.changes(kept)
        kept.delete()
    return step.step


def take_over(*, edition: Edition, named: Named, other: Edition, by: Author) -> Step | None:
    """Holds an entry of another monitor's edition together with it from now on, with what it needs.

    What stands here already under the same key stays; how the two differ is told as a version that waits.
    """
    things = {each.named: each for each in things_of(other)}
    wanted = list(_with_needs(named, things))
    subject = Subject(named.kind.label, named.key, things[named].name)
    with edit(did="Gemeinsam geführt", by=by, to=subject, edition=edition.pk) as step:
        step.new = f"aus „{other.monitor.title}“"
        for thing in wanted:
            _hold(edition, thing, other, step, by)
    return step.step


def _with_needs(named: Named, things: Mapping[Named, Thing]) -> Iterator[Thing]:
    """What it needs first, then itself; what the catalogue of the program has needs nobody to share it."""
    waiting, found = [named], dict[Named, Thing]()
    while waiting:
        thing = things.get(waiting.pop())
        if thing is not None and thing.named not in found:
            found[thing.named] = thing
            waiting += thing.needs
    yield from reversed(found.values())


def _hold(edition: Edition, thing: Thing, other: Edition, step: Edit, by: Author) -> None:
    if holding_of(edition, thing.named) is not None:
        return
    join(edition=other, named=thing.named, content=thing.content, by=by)
    here = thing_of(edition, thing.named)
    if here is None:
        row = filled(None, edition, thing.named, thing.content.text)
        row.save()
        step.adds(row)
    content = here.content if here else thing.content
    step.adds(join(edition=edition, named=thing.named, content=content, origin=other.monitor.title, by=by))


def take_version(*, news: News, by: Author) -> Step | None:
    """The version of another monitor holds here from now on, with what it needs; signatures were given to another."""
    holding, version = news.holding, news.version
    named = Named(holding.shared.kind_value, holding.shared.key)
    subject = Subject(named.kind.label, named.key, named.key)
    with edit(did="Fassung übernommen", by=by, to=subject, edition=holding.edition_id) as step:
        step.old, step.new = str(holding.holds), f"{version}, aus „{version.made_in}“"
        row = row_of(holding.edition, named)
        if row is not None:
            step.changes(row)
        filled_row = filled(row, holding.edition, named, version.content)
        filled_row.save()
        if row is None:
            step.adds(filled_row)
        for other in other_editions(holding.edition):
            if other.monitor_id == version.monitor_id:
                things = {each.named: each for each in things_of(other)}
                for thing in _with_needs(named, things):
                    _hold(holding.edition, thing, other, step, by)
        judge(news=news, decision=Decision(taken=True), step=step, by=by)
    return step.step


def hold_together(*, edition: Edition, shared: Iterable[Shared], by: Author) -> None:
    """What a folder says is shared, is shared here too: with the monitor that it names, where that has it."""
    editions = {each.monitor.title: each for each in other_editions(edition)}
    for each in shared:
        named = Named(each.kind, each.key)
        thing = thing_of(edition, named) if each.kind in KINDS else None
        if thing is None:
            continue
        for other in editions.values():
            theirs = thing_of(other, named) if holding_of(other, named) or other.monitor.title == each.origin else None
            if theirs is not None:
                join(edition=other, named=named, content=theirs.content, by=by)
        holding = join(edition=edition, named=named, content=thing.content, origin=each.origin, by=by)
        take_in_judgements(holding=holding, judgements=each.judgements, by=by)


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
