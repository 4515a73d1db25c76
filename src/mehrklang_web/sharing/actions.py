"""Holding an object together with others, making a new version of it, deciding about a version of others."""

from collections.abc import Iterable

from django.utils import timezone

from mehrklang.planning import Judgement
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import Edit
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.sharing.held import News, holding_of, newer
from mehrklang_web.sharing.models import Holding, Judged, SharedObject, SharedVersion
from mehrklang_web.sharing.rules import Content, Decision, Named


def join(*, edition: Edition, named: Named, content: Content, origin: str = "", by: Author) -> Holding:
    """The edition holds the object from now on, in this version; a version that nobody knew becomes a new one.

    Joined again, nothing changes.
    """
    kept = holding_of(edition, named)
    if kept is not None:
        return kept
    with act("Gemeinsam geführt", by=by, to=_subject(named)) as trace:
        shared, _ = SharedObject.objects.get_or_create(area=edition.monitor.area, kind=named.kind.value, key=named.key)
        version = shared.versions.filter(fingerprint=content.fingerprint).last()
        known = version is not None
        version = version or _new_version(shared, edition.monitor, content, by)
        kept = Holding(shared=shared, edition=edition, holds=version, origin=origin)
        kept.seen = version.number if known or version.number == 1 else 0
        kept.save()
        trace.new = f"{edition}: {version}" + (f", aus „{origin}“" if origin else "")
    return kept


def take_in_judgements(*, holding: Holding, judgements: Iterable[Judgement], by: Author) -> None:
    """The decisions that a folder tells; the versions that they name need no second decision."""
    with act("Entscheidungen über Fassungen eingelesen", by=by, to=_subject_of(holding)) as trace:
        for each in judgements:
            Judged.objects.create(
                holding=holding,
                fingerprint=each.fingerprint,
                taken=each.taken,
                who=each.who,
                day=each.day,
                why=each.why,
            )
            known = holding.shared.versions.filter(fingerprint=each.fingerprint).last()
            holding.seen = max(holding.seen, known.number if known else 0)
        holding.save()
        trace.new = str(holding.seen)


def publish(*, edition: Edition, named: Named, content: Content, step: Edit, by: Author) -> None:
    """A shared object was changed here: the others will be told. Nothing happens where it is not shared or not changed.

    A version of others that waits for a decision goes on waiting.
    """
    kept = holding_of(edition, named)
    if kept is None or kept.holds.fingerprint == content.fingerprint:
        return
    with act("Neue gemeinsame Fassung", by=by, to=_subject(named)) as trace:
        waiting = newer(kept) is not None
        trace.old, version = str(kept.holds), _new_version(kept.shared, edition.monitor, content, by)
        step.changes(kept)
        step.adds(version)
        kept.holds, kept.seen = version, kept.seen if waiting else version.number
        kept.save()
        trace.new = f"{version}: {content.change}"


def judge(*, news: News, decision: Decision, step: Edit, by: Author) -> None:
    """Decides about a version of another monitor: it holds here from now on, or the own one stays."""
    holding, version, taken, why = news.holding, news.version, decision.taken, decision.why
    did = "Fassung übernommen" if taken else "Bei der eigenen Fassung geblieben"
    with act(did, by=by, to=_subject_of(holding)) as trace:
        trace.old, trace.new = str(holding.holds), f"{version}, aus „{version.made_in}“" + (f": {why}" if why else "")
        step.changes(holding)
        holding.seen = version.number
        if taken:
            holding.holds = version
        holding.save()
        judged = Judged.objects.create(
            holding=holding,
            fingerprint=version.fingerprint,
            taken=taken,
            who=by.full_name,
            day=timezone.localdate(),
            why=why,
        )
        step.adds(judged)


def leave(*, edition: Edition, named: Named, step: Edit, by: Author) -> None:
    """The edition no longer holds the object, because it was removed here; the others keep it."""
    kept = holding_of(edition, named)
    if kept is not None:
        with act("Nicht mehr gemeinsam geführt", by=by, to=_subject(named)) as trace:
            trace.old = str(kept.holds)
            step.changes(kept)
            for each in kept.judgements.all():
                step.changes(each)
            kept.delete()


def _new_version(shared: SharedObject, monitor: Monitor, content: Content, by: Author) -> SharedVersion:
    last = shared.versions.last()
    return SharedVersion.objects.create(
        shared=shared,
        number=last.number + 1 if last else 1,
        fingerprint=content.fingerprint,
        content=content.text,
        change=content.change,
        monitor=monitor,
        made_in=monitor.title,
        who=by.full_name,
        day=timezone.localdate(),
    )


def _subject(named: Named) -> Subject:
    return Subject(named.kind.label, named.key, named.key)


def _subject_of(holding: Holding) -> Subject:
    return _subject(Named(holding.shared.kind_value, holding.shared.key))
