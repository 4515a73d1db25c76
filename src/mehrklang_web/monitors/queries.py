"""Finding monitors and editions, and where an edition stands in its timetable."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from mehrklang.planning import PlannedPhase
from mehrklang_web.monitors.addressing import asked_edition
from mehrklang_web.monitors.models import Edition, Monitor, Phase, PhaseInPlan

NOTHING_YET = "Noch gibt es keine Ausgabe."
"""What the page of a missing edition says as long as there is none at all (ui/templates/404.html)."""


def current_edition() -> Edition | None:
    """The edition that the address names, else the newest one of the installation; with its monitor."""
    rows = Edition.objects.select_related("monitor")
    asked = asked_edition()
    return rows.first() if asked is None else rows.filter(pk=asked).first()


def the_edition() -> Edition:
    """As `current_edition`; Http404 if there is none."""
    edition = current_edition()
    if edition is None:
        raise Http404("Diese Ausgabe gibt es nicht." if Edition.objects.exists() else NOTHING_YET)
    return edition


@dataclass(frozen=True, slots=True)
class MonitorView:
    """A monitor with its editions, the newest first."""

    monitor: Monitor
    editions: tuple[Edition, ...]


def monitors() -> tuple[MonitorView, ...]:
    """All monitors of the installation, by title."""
    rows = list(Edition.objects.select_related("monitor"))
    return tuple(
        MonitorView(monitor, tuple(edition for edition in rows if edition.monitor_id == monitor.pk))
        for monitor in Monitor.objects.order_by("title", "pk")
    )


@dataclass(frozen=True, slots=True)
class PhaseView:
    """One phase of the cycle: behind, here or ahead; `days_late` counts from the day on which it should have ended."""

    phase: Phase
    place: str
    planned: PhaseInPlan | None = None
    days_late: int = 0


def timetable_of(edition: Edition) -> tuple[PlannedPhase, ...]:
    """What is planned, in the order of the cycle."""
    order = list(Phase.values)
    return tuple(each.to_value() for each in sorted(edition.timetable.all(), key=lambda each: order.index(each.phase)))


def phases_of(edition: Edition, today: date) -> tuple[PhaseView, ...]:
    """All phases with their plan. Only the phase that the edition stands in can be late: what is behind is done."""
    planned = {each.phase: each for each in edition.timetable.all()}
    order = list(Phase)
    now = order.index(Phase(edition.phase))
    return tuple(
        PhaseView(
            phase,
            "now" if place == now else "done" if place < now else "ahead",
            planned.get(phase.value),
            _days_late(planned.get(phase.value), today) if place == now else 0,
        )
        for place, phase in enumerate(order)
    )


def _days_late(planned: PhaseInPlan | None, today: date) -> int:
    if planned is None or planned.ends is None:
        return 0
    return max(0, (today - planned.ends).days)
