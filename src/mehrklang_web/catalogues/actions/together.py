"""Entries of the catalogue that monitors of one municipality hold together: taken over, brought to a version."""

from collections.abc import Iterable, Iterator, Mapping

from mehrklang.planning import Shared
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.catalogues.actions.guarding import watched
from mehrklang_web.catalogues.contents import KINDS, Thing, filled, row_of, thing_of, things_of
from mehrklang_web.editing.actions import Edit, edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.sharing.actions import join, judge, take_in_judgements
from mehrklang_web.sharing.held import News, holding_of
from mehrklang_web.sharing.queries import other_editions
from mehrklang_web.sharing.rules import Decision, Named


def take_over(*, edition: Edition, named: Named, other: Edition, by: Author) -> Step | None:
    """Holds an entry of another monitor's edition together with it from now on, with what it needs.

    What stands here already under the same key stays; how the two differ is told as a version that waits.
    """
    things = {each.named: each for each in things_of(other)}
    wanted = list(_with_needs(named, things))
    subject = Subject(named.kind.label, named.key, things[named].name)
    with (
        edit(did="Gemeinsam geführt", by=by, to=subject, edition=edition.pk) as step,
        watched(edition=edition, by=by),
    ):
        step.new = f"aus „{other.monitor.title}“"
        for thing in wanted:
            _hold(edition, thing, other, step, by)
    return step.step


def take_version(*, news: News, by: Author) -> Step | None:
    """The version of another monitor holds here from now on, with what it needs; signatures were given to another."""
    holding, version = news.holding, news.version
    named = Named(holding.shared.kind_value, holding.shared.key)
    subject = Subject(named.kind.label, named.key, named.key)
    with (
        edit(did="Fassung übernommen", by=by, to=subject, edition=holding.edition_id) as step,
        watched(edition=holding.edition, by=by),
    ):
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
