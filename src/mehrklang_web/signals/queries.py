"""Signals of an edition as lists show them, and those that wait for an account."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from mehrklang.assessment.warning import SignalKind
from mehrklang.catalogue import IndicatorDefinition
from mehrklang.planning import HandledSignal, Matter, MatterKind
from mehrklang.planning import MissedTarget as MissedTargetValue
from mehrklang_web.monitors.models import Edition
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.models import MissedTarget
from mehrklang_web.results.queries import missed_target_of
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.further import looked_at, matter_of
from mehrklang_web.selection.queries import chosen, chosen_one
from mehrklang_web.signals.models import BreakStage, ProposedBreak, Signal, Stage, Step, Survey

_URGENCY = (
    SignalKind.DATA_SUSPECT,
    SignalKind.TARGET_MISSED,
    SignalKind.THRESHOLD_CROSSED,
    SignalKind.TARGET_PATH_LEFT,
    SignalKind.LEVEL_SHIFT,
    SignalKind.GAP_WIDENING,
    SignalKind.DRIFT,
)
"""Whether the number is right comes first, then what asks for a decision; areas and groups are put in no order."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to; "" for everything. `stage` may also be "offen"."""

    stage: str = "offen"
    kind: str = ""
    field: str = ""
    mine: bool = False


def of_edition(edition: Edition) -> QuerySet[Signal]:
    """All signals of an edition, newest year first."""
    return Signal.objects.filter(edition=edition).select_related("person")


def narrowed(edition: Edition, asked: Asked, account: Account) -> list[Signal]:
    """The signals that fit, the most urgent kinds first."""
    rows = of_edition(edition)
    if asked.stage == "offen":
        rows = rows.exclude(stage=Stage.CLOSED)
    elif asked.stage in Stage.values:
        rows = rows.filter(stage=asked.stage)
    if asked.kind in {kind.value for kind in SignalKind}:
        rows = rows.filter(kind=asked.kind)
    if asked.field:
        rows = rows.filter(field=asked.field)
    if asked.mine:
        rows = rows.filter(_of(account))
    return sorted(rows, key=lambda signal: _URGENCY.index(SignalKind(signal.kind)))


def still_open(edition: Edition) -> QuerySet[Signal]:
    """The signals that nobody has closed."""
    return of_edition(edition).exclude(stage=Stage.CLOSED)


def waits_for(signal: Signal, account: Account) -> bool:
    """Whether an open signal is for this account: for the person, or for the office and nobody yet. An account that is
    not saved stands for its role."""
    if not may(account, Right.HANDLE_SIGNALS):
        return False
    if signal.person is None:
        return bool(signal.office == account.role)
    return bool(signal.person == account if account.pk is not None else signal.person.role == account.role)


def handled(edition: Edition) -> tuple[HandledSignal, ...]:
    """The signals of chosen indicators that somebody has taken up, for a folder; oldest first."""
    codes = {each.code for each in chosen(edition)}
    rows = of_edition(edition).exclude(stage=Stage.NEW).filter(code__in=codes).prefetch_related("steps").order_by("pk")
    return tuple(row.to_handled() for row in rows)


def of_indicator(edition: Edition, code: str) -> list[Signal]:
    """The signals of one indicator that are still open."""
    return list(still_open(edition).filter(code=code))


@dataclass(frozen=True, slots=True)
class Missed:
    """A target that the newest results miss: its signal, its year, the matter that is agreed on with it, and what was
    recorded about it (None: nothing yet). Where the matter names neither area nor group it is the indicator's own."""

    signal: Signal
    year: int
    matter: Matter
    record: MissedTarget | None

    @property
    def name(self) -> str:
        """The indicator, and for which area and group the target holds where it is not the indicator's own."""
        area = self.signal.area_name if self.matter.area else ""
        group = self.signal.group_name if self.matter.group else ""
        where = ", ".join(each for each in (area, group) if each)
        return f"{self.signal.name} ({where})" if where else self.signal.name

    @property
    def address(self) -> str:
        """Where reason and decision are recorded."""
        words = [self.signal.code, self.year, self.matter.place]
        return reverse("goals:missed-target", args=[each for each in words if each])

    @property
    def value(self) -> MissedTargetValue | None:
        """What was recorded, as the library's value."""
        return self.record.to_value() if self.record else None

    @property
    def settled(self) -> bool:
        """Whether reason and decision are both recorded."""
        return self.value is not None and self.value.decided


def missed_targets(edition: Edition, code: str = "") -> list[Missed]:
    """All missed targets of the newest results, or those of one indicator; a target that was changed since is none."""
    rows = of_edition(edition).filter(kind=SignalKind.TARGET_MISSED.value, present=True)
    signals = list(rows.filter(code=code) if code else rows)
    known = definitions(edition) if signals else {}
    found = (_missed(edition, signal, known) for signal in signals)
    return [each for each in found if each is not None]


def _missed(edition: Edition, signal: Signal, known: Mapping[str, IndicatorDefinition]) -> Missed | None:
    chosen = chosen_one(edition, signal.code)
    if chosen is None:
        return None
    value, main, group = chosen.to_value(), edition.monitor.area, looked_at(chosen, known)
    place = signal.area, signal.group
    seen = group or signal.group  # what is put together from other indicators has no groups of its own
    fitting = (each for each in value.further_targets if (each.area or main, each.group or seen) == place)
    further = next(fitting, None)
    if further is None and place != (main, seen):
        return None  # its target has been taken away since
    target = further.target if further else value.target
    if target is None or target.year > signal.year:
        return None
    matter = matter_of(signal.code, further) if further else Matter(MatterKind.TARGET, signal.code)
    record = missed_target_of(edition, code=signal.code, year=target.year, place=(matter.area, matter.group))
    return Missed(signal, target.year, matter, record)


def _of(account: Account) -> Q:
    return Q(person=account) | Q(person__isnull=True, office=account.role)


def survey_of(edition: Edition) -> Survey | None:
    """The newest look through the results of an edition."""
    rows = Survey.objects.filter(run__edition=edition).select_related("run")
    return rows.order_by("-run__at", "-run__pk").first()


def proposed_breaks(edition: Edition) -> list[ProposedBreak]:
    """The proposals that the newest run makes, and those that somebody has decided on."""
    rows = ProposedBreak.objects.filter(edition=edition).prefetch_related("voices")
    return list(rows.filter(Q(present=True) | ~Q(stage=BreakStage.OPEN)))


def history(signal: Signal) -> list[Step]:
    """All steps, oldest first."""
    return list(signal.steps.all())


def outdated(signal: Signal, steps: list[Step]) -> bool:
    """Whether the newest explanation was written about other data than the signal rests on now."""
    explained = [step for step in steps if step.cause]
    return bool(explained) and explained[-1].data_version != signal.data_version
