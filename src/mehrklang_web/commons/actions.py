"""Holding something of another monitor together, deciding about its new versions, taking over areas."""

from collections.abc import Sequence

from mehrklang.planning import SharedKind
from mehrklang_web.audit.actions import Author, Subject
from mehrklang_web.catalogues import actions as catalogues
from mehrklang_web.collection import actions as collection
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.places.models import Place
from mehrklang_web.sharing.actions import judge
from mehrklang_web.sharing.held import News
from mehrklang_web.sharing.rules import Decision, Named


def take_over(*, edition: Edition, named: Named, other: Edition, by: Author) -> Step | None:
    """Holds an entry of another monitor's edition together with it from now on."""
    if named.kind is SharedKind.CONDITIONS:
        return collection.take_conditions(edition=edition, source=named.key, other=other, by=by)
    return catalogues.take_over(edition=edition, named=named, other=other, by=by)


def decide(*, news: News, decision: Decision, by: Author) -> Step | None:
    """Takes the new version over, or stays with the own one; ValueError if that gives no reason."""
    shared = news.holding.shared
    if decision.taken:
        if shared.kind_value is SharedKind.CONDITIONS:
            return collection.take_version(news=news, by=by)
        return catalogues.take_version(news=news, by=by)
    if not decision.why.strip():
        raise ValueError("whoever stays with the own version says why")
    subject = Subject(shared.kind_value.label, shared.key, shared.key)
    with edit(did="Bei der eigenen Fassung geblieben", by=by, to=subject, edition=news.holding.edition_id) as step:
        step.old, step.new = str(news.version), decision.why
        judge(news=news, decision=decision, step=step, by=by)
    return step.step


def take_areas(*, edition: Edition, places: Sequence[Place], by: Author) -> Step | None:
    """The edition knows these areas, too: the same ones as the other monitor, so nothing is copied."""
    with edit(did="Gebiete aus anderem Monitor übernommen", by=by, to=subject_of(edition), edition=edition.pk) as step:
        step.changes(edition)
        edition.places.add(*places)
        edition.save()
        step.new = ", ".join(place.name for place in places)[:300]
    return step.step
