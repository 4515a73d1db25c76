"""What of a monitoring goes on: into its next edition, or to another municipality."""

from collections.abc import Set
from dataclasses import replace
from types import MappingProxyType

from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.planning import Agreements, CommunicationPlan, Concept, Measure, PlannedPhase


def next_edition(monitoring: Monitoring, *, label: str, timetable: tuple[PlannedPhase, ...]) -> Monitoring:
    """The next edition: concept, goals, measures, choice, targets, sources and deliveries go on.

    Signatures, interpretations, remarks and the calendar begin anew: they were about the figures and the versions of
    the old one. A target stands there again as proposed. What was done of the communication plan is taken off.
    """
    plan = monitoring.communication
    return replace(
        _unsigned(monitoring),
        edition=label,
        timetable=timetable,
        data=tuple(each for each in monitoring.data if each.valid),
        communication=replace(plan, messages=tuple(replace(each, done=()) for each in plan.messages)),
        interpretations=MappingProxyType({}),
        remarks=(),
        expected=(),
        published=(),
    )


def handed_over(monitoring: Monitoring) -> Monitoring:
    """What another municipality can use: the planning, without figures, texts about figures, and names of persons.

    Expected deliveries stay: they say what to ask whom for. Boundaries and areas stay, so that the folder can be read.
    Catalogues that were taken in, and what is chosen from them, stay here: they are for their publisher to give.
    """
    return replace(
        _without_catalogues(_unsigned(monitoring)),
        handled_signals=(),
        missed_targets=(),
        shared=(),
        loosenings=(),
        retired_indicators=MappingProxyType({}),
        data=(),
        vintage=None,
        published=(),
        interpretations=MappingProxyType({}),
        remarks=(),
        concept=_nameless_concept(monitoring.concept),
        communication=_nameless_plan(monitoring.communication),
        timetable=tuple(replace(each, responsible="") for each in monitoring.timetable),
    )


def adopted(monitoring: Monitoring, own: Monitoring) -> Monitoring:
    """Another municipality's planning for one's own area: of `own` are title, organisation, areas and boundaries.

    What only holds there is left out: figures, texts, measures, target values, and the decisions of its council.
    """
    planning = handed_over(monitoring)
    return replace(
        planning,
        title=own.title,
        organisation=own.organisation,
        area=own.area,
        comparison_areas=own.comparison_areas,
        areas=own.areas,
        memberships=own.memberships,
        unions=own.unions,
        boundaries=own.boundaries,
        rule_set=own.rule_set,
        introduction="",
        concept=replace(planning.concept, adoptions=()),
        goals=tuple(replace(each, decisions=()) for each in planning.goals),
        measures=(),
        selection=tuple(_without_targets(each) for each in planning.selection),
        candidates=tuple(_without_targets(each) for each in planning.candidates),
    )


def unsigned(monitoring: Monitoring) -> Monitoring:
    """The same monitoring without the signatures of the offices, and without the interpretations that carry some."""
    return replace(_unsigned(monitoring), interpretations=MappingProxyType({}))


def _unsigned(monitoring: Monitoring) -> Monitoring:
    return replace(
        monitoring,
        selection=tuple(_proposed_only(each) for each in monitoring.selection),
        candidates=tuple(_proposed_only(each) for each in monitoring.candidates),
        agreements=Agreements(),
    )


def _without_catalogues(monitoring: Monitoring) -> Monitoring:
    """Without the indicators of taken-in catalogues wherever they are named; verdicts and measures lose their names."""
    taken = {each.key for each in monitoring.catalogues}
    foreign = {each.code for each in monitoring.own_indicators if each.catalogue in taken}
    return replace(
        monitoring,
        catalogues=(),
        own_indicators=tuple(each for each in monitoring.own_indicators if each.code not in foreign),
        own_breaks=MappingProxyType({code: own for code, own in monitoring.own_breaks.items() if code not in foreign}),
        selection=tuple(each for each in monitoring.selection if each.code not in foreign),
        candidates=tuple(each for each in monitoring.candidates if each.code not in foreign),
        verdicts=tuple(replace(each, by="") for each in monitoring.verdicts if each.code not in foreign),
        measures=tuple(_measure_without(each, foreign) for each in monitoring.measures),
    )


def _measure_without(measure: Measure, foreign: Set[str]) -> Measure:
    indicators = tuple(code for code in measure.indicators if code not in foreign)
    return replace(measure, responsible="", indicators=indicators)


def _without_targets(chosen: Selection) -> Selection:
    return replace(chosen, target=None, further_targets=())


def _proposed_only(chosen: Selection) -> Selection:
    further = tuple(replace(each, signed_by=()) for each in chosen.further_targets)
    return replace(chosen, target_signed_by=(), further_targets=further)


def _nameless_concept(concept: Concept) -> Concept:
    return replace(
        concept,
        answers=tuple(replace(each, author="") for each in concept.answers),
        adoptions=tuple(replace(each, by="") for each in concept.adoptions),
    )


def _nameless_plan(plan: CommunicationPlan) -> CommunicationPlan:
    return replace(
        plan,
        addressees=tuple(replace(each, contact="") for each in plan.addressees),
        messages=tuple(replace(each, responsible="", done=()) for each in plan.messages),
    )
