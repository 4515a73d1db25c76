"""The results of an edition's latest run."""

from pathlib import Path

from django.conf import settings

from mehrklang.pipeline import evaluate
from mehrklang.pipeline.costing import CostReport, cost_report
from mehrklang_web.deliveries.queries import moved_since
from mehrklang_web.editing.models import Step
from mehrklang_web.editing.state import label_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.values import to_text
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import MissedTarget, ReportedTerritory, Result, Run, Stabilising
from mehrklang_web.selection.models import Addition


def latest_run(edition: Edition) -> Run | None:
    """The run that counts."""
    return Run.objects.filter(edition=edition).first()


def rows_of(run: Run | None) -> list[Result]:
    """The results of a run as lists show them, without opening the values."""
    return list(Result.objects.filter(run=run).defer("content")) if run else []


def overtaken(edition: Edition, run: Run | None) -> bool:
    """Whether deliveries have come, or been replaced or withdrawn, or another territory was chosen, or breaks of series
    were entered or withdrawn since the run.
    """
    territory = ReportedTerritory.objects.filter(edition=edition)
    if run is None or moved_since(edition, run.at) or territory.filter(at__gt=run.at).exists():
        return True
    steps = Step.objects.filter(edition=edition.pk, at__gt=run.at)
    return steps.filter(changes__model=label_of(Addition())).exists()


def territory_of(edition: Edition) -> ReportedTerritory:
    """The territory that the edition reports on; nobody has chosen one: version 0."""
    return ReportedTerritory.objects.filter(edition=edition).first() or ReportedTerritory(edition=edition, version=0)


def stabilising_of(edition: Edition, code: str) -> Stabilising:
    """What is wanted for an indicator; nobody has decided: version 0."""
    kept = Stabilising.objects.filter(edition=edition, code=code).first()
    return kept or Stabilising(edition=edition, code=code, version=0)


def missed_target_of(edition: Edition, *, code: str, year: int, place: tuple[str, str]) -> MissedTarget | None:
    """What was recorded about the target of an area and group; "" are the edition's own and the one in view."""
    area, group = place
    return MissedTarget.objects.filter(edition=edition, code=code, area=area, group=group, year=year).first()


def protection_costs(edition: Edition) -> CostReport:
    """What the guard keeps closed of what the edition asks of its own sources, and of coarser choices."""
    return cost_report(monitoring_of(edition), store=Path(settings.STORE), secret=settings.GUARD_SECRET)


def differing(run: Run) -> tuple[str, ...]:
    """Recomputes the edition and names the indicators whose value is not the frozen one, to the last digit."""
    computed = evaluate(
        monitoring_of(run.edition, until=run.at), store=Path(settings.STORE), secret=settings.GUARD_SECRET
    ).results
    frozen = {row.code: to_text(row.to_value()) for row in Result.objects.filter(run=run)}  # in today's form
    now = {code: to_text(result) for code, result in computed.items()}
    return tuple(code for code in {**frozen, **now} if frozen.get(code) != now.get(code))
