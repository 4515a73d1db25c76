"""Signals that come with a folder: as far as people had come with them there."""

from datetime import datetime, time

from django.utils.timezone import make_aware

from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import IndicatorDefinition
from mehrklang.planning import HandledSignal, SignalStep
from mehrklang.vocabulary import Area
from mehrklang_web.audit.actions import Author, act
from mehrklang_web.monitors.actions import subject_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Role
from mehrklang_web.places.queries import areas_of, places_of
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.signals.models import Signal, Step
from mehrklang_web.signals.rules import handlers, office_for


def take_in(*, edition: Edition, signals: tuple[HandledSignal, ...], by: Author) -> None:
    """Keeps them as found on the data that the folder names: the same data say nothing new about them."""
    if not signals:
        return
    known = definitions(edition)
    areas = {area.key: area for area in areas_of(places_of(edition.places.all(), edition.monitor.area))}
    with act("Hinweise eingelesen", by=by, to=subject_of(edition)) as trace:
        for each in signals:
            _keep(edition, each, known[each.indicator], areas.get(each.area))
        trace.new = f"{len(signals)} Hinweise"


def _keep(edition: Edition, each: HandledSignal, definition: IndicatorDefinition, area: Area | None) -> None:
    kind = SignalKind(each.kind)
    value = SignalValue(kind, each.indicator, each.area, each.group, each.year, each.evidence)
    signal = Signal.objects.create(
        edition=edition,
        run=None,
        code=each.indicator,
        name=definition.name,
        field=definition.field,
        area=each.area,
        area_name=area.name if area else each.area,
        group=each.group,
        group_name=_group(definition, each.group),
        kind=kind.value,
        year=each.year,
        content=to_text(value),
        data_version=each.data_version,
        stage=each.stage.value,
        office=next((role.value for role in Role if role.label == each.office), office_for(kind)),
        person=next((one for one in handlers() if each.person and one.full_name == each.person), None),
    )
    Step.objects.bulk_create(_step(signal, step) for step in each.steps)


def _step(signal: Signal, step: SignalStep) -> Step:
    return Step(
        signal=signal,
        at=make_aware(datetime.combine(step.day, time(12))),
        who=step.who,
        role=step.role,
        did=step.did,
        cause=step.cause.value if step.cause else "",
        text=step.text,
        data_version=step.data_version,
    )


def _group(definition: IndicatorDefinition, group: str) -> str:
    """The label of a group; its key where no binding has it."""
    labels = (each.label for binding in definition.bindings for each in binding.groups if each.group == group)
    return next(labels, group)
