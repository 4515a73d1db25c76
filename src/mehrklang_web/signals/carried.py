"""Signals that come with a folder, as far as people had come with them there."""

from datetime import datetime, time

from django.utils.timezone import make_aware

from mehrklang.assessment.warning import Signal as SignalValue
from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import IndicatorDefinition
from mehrklang.planning import HandledSignal, SignalStep
from mehrklang.vocabulary import Area
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Role
from mehrklang_web.signals.models import Signal, Step
from mehrklang_web.signals.rules import handlers, office_for


def signal_of(edition: Edition, each: HandledSignal, definition: IndicatorDefinition, area: Area | None) -> Signal:
    """The signal as a row that is not kept yet: found on the data that the folder names."""
    kind = SignalKind(each.kind)
    value = SignalValue(kind, each.indicator, each.area, each.group, each.year, each.evidence)
    return Signal(
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


def step_of(signal: Signal, step: SignalStep) -> Step:
    """A step as a row that is not kept yet; of its day only the day is known."""
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
