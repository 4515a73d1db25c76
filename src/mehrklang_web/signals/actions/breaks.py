"""Proposed breaks: kept, confirmed by both offices, rejected."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.timezone import localdate

from mehrklang.assessment.breaks import BreakProposal
from mehrklang.catalogue import BreakKind
from mehrklang_web.audit.actions import Author, Subject, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.results.models import Run
from mehrklang_web.selection.actions import keep_breaks
from mehrklang_web.selection.catalogue import name_of, own_breaks
from mehrklang_web.signals.models import (
    BreakStage,
    BreakVoice,
    ProposedBreak,
)


@dataclass(frozen=True, slots=True)
class BreakWords:
    """What an office writes when it confirms a proposed break: kind, what changed, and the document that proves it."""

    kind: BreakKind
    text: str
    source: str


def keep_proposals(*, run: Run, proposals: Sequence[BreakProposal], by: Author) -> None:
    """Keeps new proposals of breaks, one per indicator and year; what people decided about earlier ones stays.

    Proposals that speak of a source and of no indicator are left out: they cut no series.
    """
    found = {(each.indicator, each.first_year): each for each in reversed(proposals) if each.indicator}
    with act("Reihenbrüche vorgeschlagen", by=by, to=subject_of(run.edition)) as trace:
        rows = ProposedBreak.objects.filter(edition=run.edition)
        rows.update(present=False)
        for (code, year), proposal in found.items():
            ProposedBreak.objects.update_or_create(
                edition=run.edition,
                code=code,
                first_year=year,
                defaults={"run": run, "present": True, "evidence": proposal.evidence},
                create_defaults={
                    "run": run,
                    "name": name_of(run.edition, code),
                    "areas": list(proposal.areas),
                    "evidence": proposal.evidence,
                    "kind": proposal.kind.value,
                },
            )
        trace.new = str(len(found))


def confirm_break(*, proposal: ProposedBreak, words: BreakWords, by: Author) -> None:
    """Confirms for the author's own office; the first writes what changed and by which document, the second agrees.

    With both the break is one of the office's own, and cuts series from the next freezing on.
    """
    with act("Reihenbruch bestätigt", by=by, to=_about(proposal)) as trace:
        if not proposal.voices.exists():
            proposal.kind, proposal.text, proposal.source = words.kind.value, words.text, words.source
        BreakVoice.objects.get_or_create(
            proposal=proposal, office=by.role_label, defaults={"name": by.full_name, "day": localdate()}
        )
        both = proposal.voices.count() == 2
        proposal.stage = BreakStage.ENTERED if both else BreakStage.CONFIRMED
        proposal.save()
        if both:
            known = own_breaks(proposal.edition).get(proposal.code, ())
            breaks = (*known, proposal.to_value())
            keep_breaks(edition=proposal.edition, code=proposal.code, breaks=breaks, by=by)
        trace.new = f"{by.role_label}: {proposal.text}"


def reject_break(*, proposal: ProposedBreak, reason: str, by: Author) -> None:
    """Nothing is cut; a confirmation that the other office gave falls."""
    with act("Reihenbruch verworfen", by=by, to=_about(proposal)) as trace:
        proposal.voices.all().delete()
        proposal.stage, proposal.reason = BreakStage.REJECTED, reason
        proposal.save()
        trace.new = reason


def _about(proposal: ProposedBreak) -> Subject:
    return Subject("Reihenbruch", str(proposal.pk), str(proposal))
