"""What the overview says about an edition, and the next steps of an account."""

from collections import Counter
from dataclasses import dataclass

from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.interpretation.queries import Line, lines
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import PhaseView
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.models import Run
from mehrklang_web.results.queries import latest_run, overtaken
from mehrklang_web.ui.states import State, every_state
from mehrklang_web.workplace.first_steps import FirstStep
from mehrklang_web.workplace.standing import Late, RoleSteps, steps_by_role, what_is_late
from mehrklang_web.workplace.steps import Facts, Step, steps_for


@dataclass(frozen=True, slots=True)
class Tally:
    """How many indicators are in a state."""

    state: State
    count: int
    query: str = ""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the page shows.

    Promise: the counts of `states` and `without_value` add up to the number of `lines`.
    """

    edition: Edition
    phases: tuple[PhaseView, ...]
    lines: tuple[Line, ...]
    states: tuple[Tally, ...]
    without_value: int
    standings: tuple[Tally, ...]
    run: Run | None
    overtaken: bool
    steps: tuple[Step, ...]
    late: tuple[Late, ...]
    roles: tuple[RoleSteps, ...]
    first: tuple[FirstStep, ...]


def overview(edition: Edition, account: Account) -> Overview:
    """The edition as this account sees it."""
    found = tuple(lines(edition, working_values=may(account, Right.SEE_WORKING_VALUES)))
    run = latest_run(edition)
    is_overtaken = overtaken(edition, run) and (run is not None or bool(in_use(edition)))
    facts = Facts(edition, found, run, is_overtaken=is_overtaken)
    return Overview(
        edition=edition,
        phases=facts.phases,
        lines=found,
        states=_states(found),
        without_value=sum(not line.shown for line in found),
        standings=_standings(found),
        run=run,
        overtaken=is_overtaken,
        steps=tuple(steps_for(account, facts)),
        late=tuple(what_is_late(facts)) if may(account, Right.SEE_SOURCES) else (),
        roles=tuple(steps_by_role(facts)) if may(account, Right.SEE_SOURCES) else (),
        first=facts.first if may(account, Right.SEE_SOURCES) else (),
    )


def _states(found: tuple[Line, ...]) -> tuple[Tally, ...]:
    counts = Counter(line.result.state for line in found if line.shown and line.result)
    return tuple(Tally(state, counts[kept], kept) for kept, state in every_state())


def _standings(found: tuple[Line, ...]) -> tuple[Tally, ...]:
    counts = Counter(line.standing for line in found if line.result)
    return tuple(Tally(stands.value, counts[stands]) for stands in reversed(Standing))
