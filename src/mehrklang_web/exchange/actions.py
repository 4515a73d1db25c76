"""Taking a monitoring in from its folder."""

from dataclasses import replace
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from mehrklang.package import (
    DataReference,
    Monitoring,
    Selection,
    checksum,
    further_signed,
    signed_by,
    target_version,
    versions_of,
)
from mehrklang.planning import Agreements
from mehrklang.planning.goal import from_the_top
from mehrklang.sources.area_list import AreaList
from mehrklang.vocabulary import Signature
from mehrklang_web.agreements import actions as agreements
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.catalogues import actions as catalogues
from mehrklang_web.catalogues.queries import safeguards
from mehrklang_web.collection.actions import OwnConditions, hold_together, set_supply
from mehrklang_web.collection.actions import plan as expect
from mehrklang_web.communication import actions as communication
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.deliveries import actions as deliveries
from mehrklang_web.deliveries.models import Delivery
from mehrklang_web.guidance import actions as guidance
from mehrklang_web.interpretation.actions import interpret
from mehrklang_web.measures.actions import take_in_measure
from mehrklang_web.monitors.actions import open_edition, open_monitor, plan, subject_of
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.places import actions as places
from mehrklang_web.places.models import Place
from mehrklang_web.results.actions import choose_territory, keep_missed_target, keep_releases, set_stabilising
from mehrklang_web.selection import actions as selection
from mehrklang_web.signals import actions as signals


@transaction.atomic
def take_in(*, monitoring: Monitoring, phase: Phase, by: Author, monitor: Monitor | None = None) -> Edition:
    """Makes an edition of a monitoring: all of it or nothing. Results are not part of it; they are computed anew.

    `monitor` is the one that it becomes an edition of; without it, a new one is opened.
    """
    edition = _open(monitoring, phase, by, monitor)
    with act("Monitoring eingelesen", by=by, to=subject_of(edition)) as trace:
        _breaks(edition, monitoring, by)
        catalogues.take_in(edition=edition, monitoring=monitoring, by=by)
        _plan(edition, monitoring, by)
        for chosen in monitoring.selection:
            _choose(edition, chosen, monitoring.agreements, by)
        for candidate in monitoring.candidates:
            selection.take_in_candidate(edition=edition, selection=candidate, by=by)
        for verdict in monitoring.verdicts:
            selection.keep_verdict(edition=edition, verdict=verdict, by=by)
        _agree(edition, monitoring, by)
        for measure in monitoring.measures:
            take_in_measure(edition=edition, measure=measure, by=by)
        for missed in monitoring.missed_targets:
            keep_missed_target(edition=edition, missed=missed, by=by)
        _deliver_all(edition, monitoring, by)
        if monitoring.vintage is not None:
            choose_territory(edition=edition, vintage=monitoring.vintage, by=by)
        keep_releases(edition=edition, monitoring=monitoring, by=by)
        signals.take_in(edition=edition, signals=monitoring.handled_signals, by=by)
        for interpretation in monitoring.interpretations.values():
            interpret(edition=edition, value=interpretation, by=by)
        trace.new = f"{len(monitoring.selection)} Indikatoren, {len(monitoring.data)} Lieferungen"
    return edition


def _plan(edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """What is decided before any indicator: days, sources and what is expected of them, concept, goals."""
    plan(edition=edition, timetable=monitoring.timetable, by=by)
    for source, supply in monitoring.supplies.items():
        set_supply(edition=edition, source=source, own=OwnConditions(supply), by=by)
    hold_together(edition=edition, shared=monitoring.shared, by=by)
    if monitoring.expected:
        expect(edition=edition, expected=monitoring.expected, by=by)
    guidance.take_in(edition=edition, concept=monitoring.concept, by=by)
    communication.take_in(edition=edition, plan=monitoring.communication, by=by)
    for goal in from_the_top(monitoring.goals):
        set_goal(edition=edition, goal=goal, by=by)


def note_export(*, edition: Edition, what: str, by: Author) -> None:
    """That somebody has taken a folder with him or her."""
    with act("Ordner heruntergeladen", by=by, to=subject_of(edition)) as trace:
        trace.new = what


def _open(monitoring: Monitoring, phase: Phase, by: Author, monitor: Monitor | None) -> Edition:
    listed = AreaList(monitoring.areas, monitoring.memberships, monitoring.unions)
    places.take_in(content=listed, boundaries=monitoring.boundaries, by=by)
    monitor = monitor or open_monitor(
        title=monitoring.title, organisation=monitoring.organisation, area=monitoring.area, by=by
    )
    edition = Edition(
        monitor=monitor,
        label=monitoring.edition,
        phase=phase,
        introduction=monitoring.introduction,
        rule_set=monitoring.rule_set,
        comparison=list(monitoring.comparison_areas),
        starting_point=monitoring.starting_point or "",
    )
    keys = [*(area.key for area in monitoring.areas), *(union.key for union in monitoring.unions)]
    known = Place.objects.filter(key__in=keys)
    return open_edition(edition=edition, places=known, by=by)


def _breaks(edition: Edition, monitoring: Monitoring, by: Author) -> None:
    for code, breaks in monitoring.own_breaks.items():
        selection.add_breaks(edition=edition, code=code, breaks=breaks, by=by)


def _agree(edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """Signatures and remarks. What was signed is compared with the folder's own content, which is chosen by now."""
    now = versions_of(monitoring.selection, safeguards(edition), monitoring.own_breaks)
    if monitoring.agreements.voices:
        agreements.take_in(edition=edition, agreements=monitoring.agreements, versions=now, by=by)
    if any(each.target_signed_by for each in monitoring.selection):
        agreements.keep_target_signatures(edition=edition, by=by)
    if monitoring.remarks:
        agreements.take_in_remarks(edition=edition, remarks=monitoring.remarks, by=by)


def _choose(edition: Edition, value: Selection, said: Agreements, by: Author) -> None:
    """The folder names the offices that signed a target; who signed for them, and when, only where it says so. A
    signature that is known to be under an earlier version does not count."""
    chosen = selection.choose(edition=edition, selection=further_signed(value, said), by=by)
    if value.stabilised:
        set_stabilising(edition=edition, code=value.code, wanted=True, by=by)
    if value.target is not None:
        agreed = selection.set_target(chosen=chosen, target=value.target, by=by)
        for office in signed_by(value, said):
            selection.keep_signature(agreed=agreed, signature=_signature(value, office, said), by=by)


def _signature(value: Selection, office: str, said: Agreements) -> Signature:
    assert value.target is not None
    now = target_version(value.code, value.target)
    voices = [each for each in said.on(now.matter) if (each.fingerprint, each.office) == (now.fingerprint, office)]
    if voices:
        return Signature(voices[-1].name, office, voices[-1].day)
    return Signature("laut eingelesenem Ordner", office, timezone.localdate())


def _deliver_all(edition: Edition, monitoring: Monitoring, by: Author) -> None:
    """All files, then which of them are no longer computed with."""
    kept = {reference.path: _deliver(edition, monitoring, reference, by) for reference in monitoring.data}
    for reference in monitoring.data:
        if reference.retired is not None:
            successor = kept[Path(reference.retired.successor)] if not reference.retired.withdrawn else None
            deliveries.keep_retirement(
                delivery=kept[reference.path], retirement=reference.retired, successor=successor, by=by
            )


def _deliver(edition: Edition, monitoring: Monitoring, reference: DataReference, by: Author) -> Delivery:
    path = monitoring.folder / reference.path
    summed = replace(reference, sha256=checksum(path))
    return deliveries.take_in(
        edition=edition, folder=monitoring.folder, reference=summed, size=path.stat().st_size, by=by
    )
