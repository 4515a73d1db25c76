"""Watching over the rules of secrecy: whatever changes them is asked about, and what becomes looser is kept."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from django.utils import timezone

from mehrklang.catalogue import Loosening, RuleChange, loosened, rule_changes
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.asking import AskFirstError, Question, the_answer
from mehrklang_web.catalogues.models import KeptLoosening
from mehrklang_web.catalogues.whole import safeguards
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account, Role
from mehrklang_web.sharing.queries import other_editions


@contextmanager
def watched(*, edition: Edition, by: Author) -> Iterator[None]:
    """Whatever is written while this is open: AskFirstError if it changes rules of secrecy and nobody has said why."""
    before = safeguards(edition)
    yield
    after = safeguards(edition)
    changes = rule_changes(before, after)
    told = loosened(changes)
    refused = isinstance(by, Account) and Role(by.role) is not Role.STATISTICS and any(each.own_counts for each in told)
    _settle(edition, Question(edition.pk, changes, after, refused), by)


@contextmanager
def watched_number(*, number: int, by: Author) -> Iterator[None]:
    """As `watched`, for the edition of that number; 0 is none."""
    edition = Edition.objects.filter(pk=number).select_related("monitor").first()
    if edition is None:
        yield
        return
    with watched(edition=edition, by=by):
        yield


def compare_arrival(*, edition: Edition, by: Author) -> None:
    """A new edition has come in: AskFirstError where it protects less than the one before it, or than another monitor
    of the municipality protects the same source, and nobody has said why.

    What the whole edition asks for is each monitor's own; it is compared with the one before alone.
    """
    now = safeguards(edition)
    earlier = Edition.objects.filter(monitor=edition.monitor_id).exclude(pk=edition.pk).first()
    before = [safeguards(earlier)] if earlier else []
    before += [replace(safeguards(each), asked=edition.rule_set) for each in other_editions(edition)]
    found = {(each.kind, each.key): each for one in before for each in loosened(rule_changes(one, now))}
    _settle(edition, Question(edition.pk, tuple(found.values())), by)


def take_in_loosenings(*, edition: Edition, loosenings: Iterable[Loosening], by: Author) -> None:
    """Keeps what a folder tells of the past, with its names and days."""
    with act("Gelockerte Geheimhaltung eingelesen", by=by, to=Subject("Ausgabe", str(edition.pk), str(edition))):
        for each in loosenings:
            _keep(edition, each)


def _settle(edition: Edition, question: Question, by: Author) -> None:
    answer = the_answer()
    if question.looser and (question.refused or answer is None or not answer.justifies):
        raise AskFirstError(question)
    if question.changes and answer is not None and not answer.seen:
        raise AskFirstError(question)
    for each in question.looser:
        assert answer is not None
        _loosen(edition, each, (answer.reason.strip(), answer.legal_basis.strip()), by)


def _loosen(edition: Edition, change: RuleChange, why: tuple[str, str], by: Author) -> None:
    reason, legal_basis = why
    told = f"„{change.after}“ statt „{change.before}“: {'; '.join(change.looser)}"
    with act("Geheimhaltung gelockert", by=by, to=Subject(change.kind.label, change.key, change.name)) as trace:
        today = timezone.localdate()
        _keep(edition, Loosening(change.kind, change.key, told, reason, legal_basis, by.full_name, today))
        trace.old, trace.new = change.before, f"{told}. Begründung: {reason} Rechtsgrundlage: {legal_basis}"


def _keep(edition: Edition, each: Loosening) -> None:
    KeptLoosening.objects.create(
        edition=edition,
        kind=each.kind.value,
        key=each.key,
        told=each.told,
        reason=each.reason,
        legal_basis=each.legal_basis,
        who=each.who,
        day=each.day,
    )
