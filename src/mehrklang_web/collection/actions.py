"""Keeping what is known of a source, planning deliveries, noting what was said about them and what has come."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.mail import send_mail

from mehrklang.catalogue import Supply, fingerprint, supply_changes
from mehrklang.catalogue.supply import NOTHING_KNOWN
from mehrklang.planning import Shared, SharedKind
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.catalogues.actions import remove_source
from mehrklang_web.catalogues.models import OwnSource
from mehrklang_web.collection.models import Arrival, Obligation, OtherUse, OwnSupply, Reminder, Step
from mehrklang_web.collection.reminding import Waiting, letter_of, told_in_short
from mehrklang_web.collection.standing import Word
from mehrklang_web.communication.models import MessageReminder
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.conflict import check
from mehrklang_web.editing.models import Step as EditingStep
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.sharing.actions import join, judge, leave, publish, take_in_judgements
from mehrklang_web.sharing.held import News, holding_of
from mehrklang_web.sharing.queries import other_editions
from mehrklang_web.sharing.rules import Content, Decision, Named


@dataclass(frozen=True, slots=True)
class OwnConditions:
    """What this municipality knows of a source: its conditions, who asks for the data here, where reminders go."""

    supply: Supply
    responsible: str = ""
    address: str = ""


def set_supply(
    *, edition: Edition, source: str, own: OwnConditions, by: Author, seen: int | None = None
) -> EditingStep | None:
    """Keeps how a source delivers here. `seen` is the version that the form showed (0: there was none); ConflictError
    (`editing.conflict`) if somebody has saved another one since.
    """
    subject = Subject("Quelle", source, source)
    with edit(did="Eigene Angaben zur Quelle geändert", by=by, to=subject, edition=edition.pk) as editing:
        kept = OwnSupply.objects.filter(edition=edition, source=source).first()
        is_new = kept is None
        if kept is None:
            kept = OwnSupply(edition=edition, source=source)
        else:
            editing.changes(kept, seen=seen)
        before = NOTHING_KNOWN if is_new else kept.to_value()
        kept.content, kept.responsible, kept.address = to_text(own.supply), own.responsible, own.address
        kept.save()
        if is_new:
            editing.adds(kept)
        editing.new = _changed(before, own.supply)
        content = Content(kept.content, fingerprint(own.supply), "Angaben geändert")
        publish(edition=edition, named=_named(source), content=content, step=editing, by=by)
    return editing.step


def remove_own_source(*, kept: OwnSource, seen: int, by: Author) -> EditingStep | None:
    """Takes an own source out again, with what is noted about it here. InUseError (`catalogues`) if something uses it;
    ConflictError if somebody has changed it since the version `seen`.
    """
    edition, key, value = kept.edition, kept.key, kept.to_value()
    subject = Subject("Quelle", key, value.name)
    with edit(did="Eigene Quelle entfernt", by=by, to=subject, edition=edition.pk) as editing:
        check(kept, seen)
        editing.old = f"{value.name}, von: {value.producer}"
        remove_source(kept=kept, step=editing, by=by)
        leave(edition=edition, named=_named(key), step=editing, by=by)
        for model in (OwnSupply, OtherUse):
            for row in model.objects.filter(edition=edition, source=key):
                editing.changes(row)
                row.delete()
    return editing.step


def take_conditions(*, edition: Edition, source: str, other: Edition, by: Author) -> EditingStep | None:
    """What another monitor knows of a source is held together from now on; addresses and who asks stay with each.

    Own conditions stay; how both differ is told as a version that waits.
    """
    theirs = OwnSupply.objects.get(edition=other, source=source)
    named, subject = _named(source), Subject("Quelle", source, source)
    with edit(did="Angaben gemeinsam geführt", by=by, to=subject, edition=edition.pk) as editing:
        join(edition=other, named=named, content=_content(theirs), by=by)
        kept = OwnSupply.objects.filter(edition=edition, source=source).first()
        if kept is None:
            kept = OwnSupply.objects.create(edition=edition, source=source, content=theirs.content)
            editing.adds(kept)
        is_new = holding_of(edition, named) is None
        holding = join(edition=edition, named=named, content=_content(kept), origin=other.monitor.title, by=by)
        if is_new:
            editing.adds(holding)
        editing.new = f"aus „{other.monitor.title}“"
    return editing.step


def take_version(*, news: News, by: Author) -> EditingStep | None:
    """The conditions of another monitor hold here from now on."""
    edition, source = news.holding.edition, news.holding.shared.key
    subject = Subject("Quelle", source, source)
    with edit(did="Fassung der Angaben übernommen", by=by, to=subject, edition=edition.pk) as editing:
        kept = OwnSupply.objects.filter(edition=edition, source=source).first()
        before = kept.to_value() if kept else NOTHING_KNOWN
        if kept is None:
            kept = OwnSupply.objects.create(edition=edition, source=source, content=news.version.content)
            editing.adds(kept)
        else:
            editing.changes(kept)
            kept.content = news.version.content
            kept.save()
        judge(news=news, decision=Decision(taken=True), step=editing, by=by)
        editing.new = _changed(before, kept.to_value())
    return editing.step


def hold_together(*, edition: Edition, shared: Iterable[Shared], by: Author) -> None:
    """What a folder says of shared conditions holds here too: with the monitor that it names, where that has them."""
    for each in shared:
        kept = OwnSupply.objects.filter(edition=edition, source=each.key).first()
        if each.kind is not SharedKind.CONDITIONS or kept is None:
            continue
        for other in other_editions(edition):
            theirs = OwnSupply.objects.filter(edition=other, source=each.key).first()
            if theirs is not None and (other.monitor.title == each.origin or holding_of(other, _named(each.key))):
                join(edition=other, named=_named(each.key), content=_content(theirs), by=by)
        holding = join(edition=edition, named=_named(each.key), content=_content(kept), origin=each.origin, by=by)
        take_in_judgements(holding=holding, judgements=each.judgements, by=by)


def _changed(before: Supply, after: Supply) -> str:
    """What became of the conditions, for the Protokoll: each that differs, with what stood there before."""
    return "; ".join(supply_changes(before, after)) or "nichts an den Bedingungen"


def _named(source: str) -> Named:
    return Named(SharedKind.CONDITIONS, source)


def _content(kept: OwnSupply) -> Content:
    return Content(kept.content, fingerprint(kept.to_value()))


def plan(*, edition: Edition, expected: Sequence[ExpectedDelivery], by: Author) -> EditingStep | None:
    """Enters expected deliveries into the calendar; those that stand there already stay as they are."""
    subject = Subject("Kalender", str(edition.pk), f"{len(expected)} erwartete Lieferungen")
    with edit(did="Lieferungen vorgemerkt", by=by, to=subject, edition=edition.pk) as editing:
        for each in expected:
            row, is_new = Obligation.objects.get_or_create(
                edition=edition, source=each.source, period_key=each.period.key, defaults={"due": each.due}
            )
            if is_new:
                editing.adds(row)
        editing.new = "; ".join(f"{each.source}, {each.period.label}" for each in expected)
    return editing.step


def move(*, obligation: Obligation, due: date | None, by: Author, seen: int | None = None) -> EditingStep | None:
    """Another expected day, or none. ConflictError as in `set_supply`."""
    with edit(did="Liefertag geändert", by=by, to=_subject(obligation), edition=obligation.edition_id) as editing:
        editing.changes(obligation, seen=seen)
        editing.old, obligation.due = _day(obligation.due), due
        obligation.save()
        editing.new = _day(due)
    return editing.step


def note_step(*, obligation: Obligation, word: Word, day: date, note: str, by: Author) -> EditingStep | None:
    """Notes what happened on a day: asked, promised, arrived outside of this program, refused.

    ValueError for a promise without a day or a refusal without a reason.
    """
    if word.kind is Step.Kind.PROMISED and word.promised_for is None:
        raise ValueError("a promise names its day")
    if word.kind is Step.Kind.REFUSED and not note.strip():
        raise ValueError("a refusal has its reason")
    did = f"Lieferung {word.kind.label}"
    with edit(did=did, by=by, to=_subject(obligation), edition=obligation.edition_id) as editing:
        step = Step.objects.create(
            obligation=obligation,
            kind=word.kind,
            day=day,
            promised_for=word.promised_for,
            note=note,
            by_id=by.pk,
            who=by.full_name,
        )
        editing.adds(step)
        editing.new = " ".join(part for part in (str(step), _day(word.promised_for), note) if part)
    return editing.step


@dataclass(frozen=True, slots=True)
class ArrivedFile:
    """An accepted delivery, as this room knows it: its source, number, name, checksum and the day on which it came."""

    source: str
    number: int
    name: str
    sha256: str
    day: date


def note_arrival(*, edition: Edition, file: ArrivedFile, periods: Iterable[Period], by: Author) -> None:
    """A delivery with figures of these periods was accepted: what was expected of them has come."""
    keys = sorted({period.key for period in periods})
    with act("Lieferung eingetroffen", by=by, to=Subject("Quelle", file.source, file.source)) as trace:
        for key in keys:
            Arrival.objects.update_or_create(
                edition=edition,
                source=file.source,
                period_key=key,
                delivery=file.number,
                defaults={"name": file.name, "sha256": file.sha256, "day": file.day, "withdrawn": False},
            )
        trace.new = f"{file.name}: {', '.join(keys) or 'ohne Zeitraum'}"


def withdraw_arrival(*, delivery: int, by: Author) -> None:
    """The delivery does not hold any more (withdrawn or replaced): what it brought is expected again."""
    rows = Arrival.objects.filter(delivery=delivery, withdrawn=False)
    if first := rows.first():
        with act("Eingang gilt nicht mehr", by=by, to=Subject("Quelle", first.source, first.source)) as trace:
            trace.old = first.name
            rows.update(withdrawn=True)


def name_other_use(*, edition: Edition, source: str, title: str, office: str, by: Author) -> EditingStep | None:
    """Enters another monitoring that uses the source; entering it again changes its office."""
    subject = Subject("Quelle", source, title)
    with edit(did="Anderes Monitoring genannt", by=by, to=subject, edition=edition.pk) as editing:
        kept = OtherUse.objects.filter(edition=edition, source=source, title=title).first()
        if kept is None:
            editing.adds(OtherUse.objects.create(edition=edition, source=source, title=title, office=office))
        else:
            editing.changes(kept)
            kept.office = office
            kept.save()
        editing.new = f"{title} ({office})" if office else title
    return editing.step


def strike_other_use(*, use: OtherUse, by: Author) -> EditingStep | None:
    """Takes an entered monitoring away."""
    subject = Subject("Quelle", use.source, use.title)
    with edit(did="Anderes Monitoring gestrichen", by=by, to=subject, edition=use.edition_id) as editing:
        editing.changes(use)
        editing.old = str(use)
        use.delete()
    return editing.step


def remind(*, address: str, parts: Sequence[Waiting], today: date, by: Author) -> None:
    """One letter about all that an address is to be reminded of, and a line of the Protokoll; a mail server's fault
    (OSError) leaves neither."""
    subject = Subject("Erinnerung", address, told_in_short(parts))
    with act("Erinnerung verschickt", by=by, to=subject) as trace:
        for part in parts:
            for each in part.deliveries:
                Reminder.objects.create(obligation_id=each.number, day=today, address=address)
            for line in part.messages:
                MessageReminder.objects.create(edition=part.edition, key=line.value.key, day=today, address=address)
        trace.new = "; ".join(title for part in parts for title in part.titles)
        letter = letter_of(parts)
        send_mail(letter.subject, letter.text, None, [address])


def _subject(obligation: Obligation) -> Subject:
    return Subject("Erwartete Lieferung", str(obligation.pk), str(obligation))


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""
