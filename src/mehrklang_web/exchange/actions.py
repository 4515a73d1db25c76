"""Taking a monitoring in from its folder."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone

from mehrklang.package import DataReference, Monitoring, Selection, checksum
from mehrklang.planning.goal import from_the_top
from mehrklang.sources.area_list import AreaList
from mehrklang.vocabulary import Signature
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.collection.actions import OwnConditions, set_supply
from mehrklang_web.collection.actions import plan as expect
from mehrklang_web.communication import actions as communication
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.deliveries import actions as deliveries
from mehrklang_web.guidance import actions as guidance
from mehrklang_web.interpretation.actions import interpret
from mehrklang_web.measures.actions import take_in_measure
from mehrklang_web.monitors.actions import open_edition, open_monitor, plan, subject_of
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.places import actions as places
from mehrklang_web.places.models import Place
from mehrklang_web.results.actions import set_stabilising
from mehrklang_web.selection import actions as selection
from mehrklang_web.selection.models import Addition


@transaction.atomic
def take_in(*, monitoring: Monitoring, phase: Phase, by: Author, monitor: Monitor | None = None) -> Edition:
    """Makes an edition of a monitoring: all of it or nothing. Results are not part of it; they are computed anew.

    `monitor` is the one that it becomes an edition of; without it, a new one is opened.
    """
    edition = _open(monitoring, phase, by, monitor)
    with act("Monitoring eingelesen", by=by, to=subject_of(edition)) as trace:
        _additions(edition, monitoring, by)
        plan(edition=edition, timetable=monitoring.timetable, by=by)
        for source, supply in monitoring.supplies.items():
            set_supply(edition=edition, source=source, own=OwnConditions(supply), by=by)
        if monitoring.expected:
            expect(edition=edition, expected=monitoring.expected, by=by)
        guidance.take_in(edition=edition, concept=monitoring.concept, by=by)
        communication.take_in(edition=edition, plan=monitoring.communication, by=by)
        for goal in from_the_top(monitoring.goals):
            set_goal(edition=edition, goal=goal, by=by)
        for chosen in monitoring.selection:
            _choose(edition, chosen, by)
        for candidate in monitoring.candidates:
            selection.take_in_candidate(edition=edition, selection=candidate, by=by)
        for verdict in monitoring.verdicts:
            selection.keep_verdict(edition=edition, verdict=verdict, by=by)
        for measure in monitoring.measures:
            take_in_measure(edition=edition, measure=measure, by=by)
        for reference in monitoring.data:
            _deliver(edition, monitoring, reference, by)
        for interpretation in monitoring.interpretations.values():
            interpret(edition=edition, value=interpretation, by=by)
        trace.new = f"{len(monitoring.selection)} Indikatoren, {len(monitoring.data)} Lieferungen"
    return edition


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


def _additions(edition: Edition, monitoring: Monitoring, by: Author) -> None:
    kinds = Addition.Kind
    indicators = [(kinds.INDICATOR, own.code, own) for own in monitoring.own_indicators]
    sources = [(kinds.SOURCE, own.key, own) for own in monitoring.own_sources]
    breaks = [(kinds.BREAKS, code, own) for code, own in monitoring.own_breaks.items()]
    for kind, key, content in (*indicators, *sources, *breaks):
        selection.add_to_catalogue(edition=edition, kind=kind, key=key, content=content, by=by)


def _choose(edition: Edition, value: Selection, by: Author) -> None:
    """The folder names the offices that signed a target; who signed for them is not in it."""
    chosen = selection.choose(edition=edition, selection=value, by=by)
    if value.stabilised:
        set_stabilising(edition=edition, code=value.code, wanted=True, by=by)
    if value.target is not None:
        agreed = selection.set_target(chosen=chosen, target=value.target, by=by)
        for office in value.target_signed_by:
            signature = Signature("laut eingelesenem Ordner", office, timezone.localdate())
            selection.keep_signature(agreed=agreed, signature=signature, by=by)


def _deliver(edition: Edition, monitoring: Monitoring, reference: DataReference, by: Author) -> None:
    path = monitoring.folder / reference.path
    summed = replace(reference, sha256=checksum(path))
    deliveries.take_in(edition=edition, folder=monitoring.folder, reference=summed, size=path.stat().st_size, by=by)
