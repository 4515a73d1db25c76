"""The edition as the library's value, and the results of its latest run."""

from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from mehrklang.package import Goal as GoalValue
from mehrklang.package import Monitoring
from mehrklang.pipeline import evaluate
from mehrklang.vocabulary import Boundary
from mehrklang_web.concept.models import Goal
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.results.models import Result, Run
from mehrklang_web.selection import queries as selection


def monitoring_of(edition: Edition) -> Monitoring:
    """The edition as the library knows it, with the deliveries in use, without interpretations."""
    places = list(edition.places.all())
    boundaries = (place.to_boundary() for place in places)
    return Monitoring(
        title=edition.monitor.title,
        organisation=edition.monitor.organisation,
        area=edition.monitor.area,
        edition=edition.label,
        folder=Path(settings.DELIVERIES),
        comparison_areas=tuple(edition.comparison),
        areas=tuple(place.to_value() for place in places),
        boundaries=tuple(boundary for boundary in boundaries if boundary),
        goals=tuple(_goal(goal) for goal in goals_of(edition)),
        selection=tuple(chosen.to_value() for chosen in selection.chosen(edition)),
        data=tuple(delivery.to_value() for delivery in in_use(edition)),
        own_indicators=selection.own_indicators(edition),
        own_sources=selection.own_sources(edition),
        own_breaks=MappingProxyType(selection.own_breaks(edition)),
        introduction=edition.introduction,
        rule_set=edition.rule_set,
    )


def boundaries_of(edition: Edition) -> tuple[Boundary, ...]:
    """The boundaries for maps."""
    return tuple(boundary for place in edition.places.all() if (boundary := place.to_boundary()))


def latest_run(edition: Edition) -> Run | None:
    """The run that counts."""
    return Run.objects.filter(edition=edition).first()


def rows_of(run: Run | None) -> list[Result]:
    """The results of a run as lists show them, without opening the values."""
    return list(Result.objects.filter(run=run).defer("content")) if run else []


def overtaken(edition: Edition, run: Run | None) -> bool:
    """Whether deliveries have come, or been replaced, since the run."""
    return run is None or any(delivery.at > run.at for delivery in in_use(edition))


def differing(run: Run) -> tuple[str, ...]:
    """Recomputes the edition and names the indicators whose value is not the frozen one, to the last digit."""
    computed = evaluate(monitoring_of(run.edition), store=Path(settings.STORE)).results
    frozen = dict(Result.objects.filter(run=run).values_list("code", "content"))
    now = {code: to_text(result) for code, result in computed.items()}
    return tuple(code for code in {**frozen, **now} if frozen.get(code) != now.get(code))


def _goal(goal: Goal) -> GoalValue:
    return GoalValue(goal.key, goal.title, goal.field, goal.parent.key if goal.parent else "", goal.decision, goal.text)
