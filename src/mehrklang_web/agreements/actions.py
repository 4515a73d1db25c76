"""Signing and refusing versions; writing, answering and settling remarks; taking both in from a folder."""

from collections.abc import Iterable

from django.utils import timezone

from mehrklang.package import further_version, target_version
from mehrklang.planning import Agreements, Matter, MatterKind, Remark, Version, Voice
from mehrklang.planning.agreement import VoiceKind
from mehrklang.planning.remark import RemarkState, Reply
from mehrklang_web.agreements.models import KeptRemark, KeptReply, KeptVersion, KeptVoice
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.editing.actions import edit
from mehrklang_web.editing.models import Step
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.selection.actions import say_further, sign_target
from mehrklang_web.selection.catalogue import name_of
from mehrklang_web.selection.models import AgreedTarget, ChosenIndicator, TargetSignature


def sign(*, edition: Edition, version: Version, by: Author) -> None:
    """Signs a version for one's own office, today. A target holds with it at once, if it still is in this version."""
    matter = version.matter
    with act(f"{matter.kind.label} unterschrieben", by=by, to=_subject(edition, matter)) as trace:
        _keep(edition, version, _voice(version, by, VoiceKind.SIGNED))
        if matter.place:
            _say_further(edition, version, by, signed=True)
        elif matter.kind is MatterKind.TARGET:
            agreed = AgreedTarget.objects.get(chosen__edition=edition, chosen__code=matter.code)
            if target_version(matter.code, agreed.to_value()) == version:
                sign_target(agreed=agreed, by=by)
        trace.new = f"{by.role_label}: {by.full_name}, Fassung {version.fingerprint[:8]}"


def refuse(*, edition: Edition, version: Version, reason: str, by: Author) -> None:
    """Refuses a version for one's own office, with a reason; an earlier signature under it no longer counts."""
    matter = version.matter
    with act(f"{matter.kind.label} abgelehnt", by=by, to=_subject(edition, matter)) as trace:
        _keep(edition, version, _voice(version, by, VoiceKind.REFUSED, reason))
        if matter.place:
            _say_further(edition, version, by, signed=False)
        elif matter.kind is MatterKind.TARGET:
            signatures = TargetSignature.objects.filter(
                target__chosen__edition=edition, target__chosen__code=matter.code
            )
            signatures.filter(office=by.role_label).delete()
        trace.new = reason


def keep_target_signatures(*, edition: Edition, by: Author) -> None:
    """Keeps, as voices on today's version, the signatures that stand under targets and are kept nowhere else yet: so
    they are remembered when the target changes."""
    rows = TargetSignature.objects.filter(target__chosen__edition=edition).select_related("target__chosen")
    known = KeptVoice.objects.filter(edition=edition, kind=MatterKind.TARGET.value, said=VoiceKind.SIGNED.value)
    said = set(known.values_list("code", "fingerprint", "office"))
    with act("Unterschriften unter Zielwerten vermerkt", by=by, to=subject_of(edition)) as trace:
        for row in rows:
            version = target_version(row.target.chosen.code, row.target.to_value())
            if (version.matter.code, version.fingerprint, row.office) not in said:
                _keep(edition, version, Voice(version.matter, version.fingerprint, row.office, row.name, row.day))
        trace.new = f"{len(rows)} Unterschriften"


def take_in(*, edition: Edition, agreements: Agreements, versions: Iterable[Version], by: Author) -> None:
    """Keeps the voices of a folder with their names and days, and of every version that they name what is known of it.

    `versions` are those that the folder itself makes today.
    """
    known = {(each.matter, each.fingerprint): each for each in (*versions, *agreements.versions)}
    with act("Vereinbarungen eingelesen", by=by, to=subject_of(edition)) as trace:
        for voice in agreements.voices:
            named = known.get((voice.matter, voice.fingerprint))
            if named is None:
                _keep_voice(edition, voice)
            else:
                _keep(edition, named, voice)
        trace.new = f"{len(agreements.voices)} Unterschriften und Ablehnungen"


def write_remark(*, edition: Edition, remark: Remark, by: Author) -> Step | None:
    """Adds a remark under the author's name and office, today. A step that can be undone."""
    to = Subject("Anmerkung", remark.key or remark.about.value, remark.text)
    with edit(did="Anmerkung geschrieben", by=by, to=to, edition=edition.pk) as editing:
        kept = KeptRemark(edition=edition, author=by.full_name, office=by.role_label, day=timezone.localdate())
        editing.adds(_fill(kept, remark))
        editing.new = remark.text
    return editing.step


def change_remark(*, kept: KeptRemark, remark: Remark, seen: int, by: Author) -> Step | None:
    """Changes what a remark says. ConflictError if somebody was quicker."""
    with edit(did="Anmerkung geändert", by=by, to=_of(kept), edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        editing.old, editing.new = kept.text, remark.text
        _fill(kept, remark)
    return editing.step


def reply(*, kept: KeptRemark, text: str, by: Author) -> Step | None:
    """Answers a remark. Whoever answers somebody else's gives the move back; its own author opens it again."""
    with edit(did="Anmerkung beantwortet", by=by, to=_of(kept), edition=kept.edition_id) as editing:
        row = KeptRemark.objects.get(pk=kept.pk)  # two answers at once are no conflict
        editing.changes(row)
        own = row.author == by.full_name
        row.state = (RemarkState.OPEN if own else RemarkState.ANSWERED).value
        row.reason = ""
        row.save()
        editing.adds(_reply(row, Reply(text, by.full_name, by.role_label, timezone.localdate())))
        editing.new = text
    return editing.step


def settle(*, kept: KeptRemark, state: RemarkState, reason: str, seen: int, by: Author) -> Step | None:
    """Says what became of a remark. ConflictError if somebody was quicker."""
    with edit(did=f"Anmerkung: {state.value}", by=by, to=_of(kept), edition=kept.edition_id) as editing:
        editing.changes(kept, seen=seen)
        editing.old, editing.new = kept.state, f"{state.value} {reason}".strip()
        kept.state, kept.reason = state.value, reason
        kept.save()
    return editing.step


def take_in_remarks(*, edition: Edition, remarks: Iterable[Remark], by: Author) -> None:
    """Keeps the remarks of a folder: authors and days are those of the folder."""
    with act("Anmerkungen eingelesen", by=by, to=subject_of(edition)) as trace:
        for number, remark in enumerate(remarks, start=1):
            kept = KeptRemark(edition=edition, author=remark.author, office=remark.office, day=remark.day)
            kept.state, kept.reason = remark.state.value, remark.reason
            _fill(kept, remark)
            for each in remark.replies:
                _reply(kept, each)
            trace.new = f"{number} Anmerkungen"


def _voice(version: Version, by: Author, kind: VoiceKind, reason: str = "") -> Voice:
    today = timezone.localdate()
    return Voice(version.matter, version.fingerprint, by.role_label, by.full_name, today, kind, reason)


def _say_further(edition: Edition, version: Version, by: Author, *, signed: bool) -> None:
    """The signature under a further target, or its end, if the target still is in this version."""
    matter = version.matter
    chosen = ChosenIndicator.objects.get(edition=edition, code=matter.code)
    further = next((each for each in chosen.further if (each.area, each.group) == (matter.area, matter.group)), None)
    if further is not None and further_version(matter.code, further) == version:
        say_further(chosen=chosen, further=further, by=by, signed=signed)


def _keep(edition: Edition, version: Version, voice: Voice) -> None:
    matter = version.matter
    KeptVersion.objects.get_or_create(
        edition=edition,
        kind=matter.kind.value,
        code=matter.code,
        area=matter.area,
        group=matter.group,
        fingerprint=version.fingerprint,
        defaults={"content": to_text(version.lines)},
    )
    _keep_voice(edition, voice)


def _keep_voice(edition: Edition, voice: Voice) -> None:
    KeptVoice.objects.create(
        edition=edition,
        kind=voice.matter.kind.value,
        code=voice.matter.code,
        area=voice.matter.area,
        group=voice.matter.group,
        fingerprint=voice.fingerprint,
        office=voice.office,
        name=voice.name,
        day=voice.day,
        said=voice.kind.value,
        reason=voice.reason,
    )


def _fill(kept: KeptRemark, remark: Remark) -> KeptRemark:
    kept.about, kept.key, kept.kind = remark.about.value, remark.key, remark.kind.value
    kept.text, kept.to = remark.text, remark.to
    kept.save()
    return kept


def _reply(kept: KeptRemark, value: Reply) -> KeptReply:
    return KeptReply.objects.create(
        remark=kept, text=value.text, author=value.author, office=value.office, day=value.day
    )


def _subject(edition: Edition, matter: Matter) -> Subject:
    name = name_of(edition, matter.code) if matter.code else str(edition)
    where = matter.part.removeprefix(matter.kind)
    return Subject(matter.kind.label, matter.code, f"{name}{where}")


def _of(kept: KeptRemark) -> Subject:
    return Subject("Anmerkung", str(kept.pk), kept.text)
