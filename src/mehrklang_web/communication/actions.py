"""Keeping and removing addressees and entries; noting what is done."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mehrklang.planning import CommunicationPlan
from mehrklang.planning.communication import Addressee, PlannedMessage
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.communication.models import KeptAddressee, KeptMessage
from mehrklang_web.communication.words import group_told, message_told
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text


def keep_addressee(*, edition: Edition, value: Addressee, seen: int, by: Author) -> Step | None:
    """Adds a group or changes the one of the same key. ConflictError if `seen` is not its saved version."""
    kept = KeptAddressee.objects.filter(edition=edition, key=value.key).first()
    with edit(did="Zielgruppe festgelegt", by=by, to=_group(value), edition=edition.pk) as step:
        if kept is not None:
            step.old = group_told(kept.to_value())
            step.changes(kept, seen=seen)
        row = kept or KeptAddressee(edition=edition, key=value.key)
        row.content, step.new = to_text(value), group_told(value)
        row.save()
        if kept is None:
            step.adds(row)
    return step.step


def keep_message(*, edition: Edition, value: PlannedMessage, seen: int, by: Author, address: str = "") -> Step | None:
    """Adds an entry or changes the one of the same key; reminders go to `address`. ConflictError if `seen` is not its
    saved version."""
    kept = KeptMessage.objects.filter(edition=edition, key=value.key).first()
    with edit(did="Kommunikation geplant", by=by, to=_entry(value), edition=edition.pk) as step:
        if kept is not None:
            step.old = _told(kept)
            step.changes(kept, seen=seen)
        row = kept or KeptMessage(edition=edition, key=value.key)
        row.addressee = KeptAddressee.objects.get(edition=edition, key=value.addressee)
        row.content = to_text(value)
        step.new = _told(row)
        row.address = address
        row.save()
        if kept is None:
            step.adds(row)
    return step.step


def note_done(*, kept: KeptMessage, day: date, by: Author) -> Step | None:
    """The entry was done on a day; with a rhythm it comes round again."""
    value = kept.to_value()
    with edit(did="Kommunikation erledigt", by=by, to=_entry(value), edition=kept.edition_id) as step:
        step.changes(kept)
        kept.content = to_text(replace(value, done=(*value.done, day)))
        step.new = f"{day:%d.%m.%Y}"
        kept.save()
    return step.step


def remove(*, kept: KeptMessage | KeptAddressee, by: Author) -> Step | None:
    """Takes an entry, or a group that has none, out of the plan."""
    subject = _entry(kept.to_value()) if isinstance(kept, KeptMessage) else _group(kept.to_value())
    with edit(did="Aus dem Kommunikationsplan genommen", by=by, to=subject, edition=kept.edition_id) as step:
        step.old = _told(kept)
        step.changes(kept)
        kept.delete()
    return step.step


def take_in(*, edition: Edition, plan: CommunicationPlan, by: Author) -> None:
    """Keeps a plan that came with a folder."""
    with act("Kommunikationsplan eingelesen", by=by, to=Subject("Ausgabe", str(edition.pk), str(edition))) as trace:
        rows = {
            each.key: KeptAddressee.objects.create(edition=edition, key=each.key, content=to_text(each))
            for each in plan.addressees
        }
        for each in plan.messages:
            group = rows[each.addressee]
            KeptMessage.objects.create(edition=edition, key=each.key, addressee=group, content=to_text(each))
        trace.new = f"{len(plan.messages)} Einträge"


def carry_addresses(*, edition: Edition, addresses: Mapping[str, str], by: Author) -> None:
    """Keeps where reminders go, by the key of the entry, in an edition that goes on with the plan of another."""
    with act("Adressen für Erinnerungen übernommen", by=by, to=Subject("Ausgabe", str(edition.pk), str(edition))):
        for row in KeptMessage.objects.filter(edition=edition, key__in=addresses):
            row.address = addresses[row.key]
            row.save()


def _told(kept: KeptMessage | KeptAddressee) -> str:
    if isinstance(kept, KeptMessage):
        return message_told(kept.to_value(), str(kept.addressee))
    return group_told(kept.to_value())


def _group(value: Addressee) -> Subject:
    return Subject("Zielgruppe", value.key, value.name)


def _entry(value: PlannedMessage) -> Subject:
    return Subject("Kommunikation", value.key, value.title)
