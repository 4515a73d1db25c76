"""Through the store and the guard: one protected cube per source."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure import DisclosureError
from mehrklang.pipeline import faults
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.kept import Asked, protected
from mehrklang.pipeline.plan import Need, Plan
from mehrklang.pipeline.published import areas_of, published, requests_of
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.store import Question, Request, StoreError
from mehrklang.vocabulary import Issue


@dataclass(frozen=True, slots=True)
class Office:
    """Where the store is, and the office's own secret for random rounding ("" without)."""

    store: Path
    secret: str = field(default="", repr=False)


@dataclass(slots=True)
class Cubes:
    """What came through: the cubes by source, `before` those of the version before where a source has one, the faults,
    and the needs that no cube answers."""

    of: dict[str, ProtectedCube] = field(default_factory=dict)
    before: dict[str, ProtectedCube] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    refused: set[Need] = field(default_factory=set)

    def answer(self, plan: Plan) -> bool:
        """Whether every cell that the plan needs came through."""
        return set(plan.sources) <= self.of.keys() and self.refused.isdisjoint(plan.needs)


def cubes(plans: Sequence[Plan], register: Register, received: Received, scope: Scope, office: Office) -> Cubes:
    """One protected cube per source: all that is needed of it is asked at once, so that the guard sees it together, and
    beside it all that was published before.
    """
    before, issues = published(register.monitoring)
    through = Cubes(issues=list(issues))
    needs = [need for each in plans for need in each.needs]
    for source in dict.fromkeys(need.source for need in needs):
        rules, past = register.rules(source), tuple(one for one in before if one.source == source)
        if sum(one.source == source for one in register.monitoring.published) > len(past):
            continue  # what is already known is not all there: `published` has named it
        question = Question(
            deliveries=tuple(delivery.key for delivery in received.of(source)),
            superseded=tuple(delivery.key for delivery in received.superseded if delivery.source == source),
            requests=tuple(dict.fromkeys(need.request for need in needs if need.source == source)),
            areas=_areas(source, plans, scope),
            hierarchy=scope.within,
            before=requests_of(past),
            areas_before=areas_of(past),
            greatest=max(rules.dominance.contributors, 2) if rules.dominance else 0,
        )
        through.issues += faults.looser(register, source)
        asked = Asked(question, rules, past, _core(source, plans), scope.main.key, office.secret)
        _pass(asked, source, office.store, through)
    return through


def _core(source: str, plans: Sequence[Plan]) -> frozenset[Request]:
    """What the core indicators ask of a source."""
    return frozenset(
        need.request for each in plans if each.selection.core for need in each.needs if need.source == source
    )


def _areas(source: str, plans: Sequence[Plan], scope: Scope) -> tuple[str, ...]:
    """The areas of the monitoring, and those that a spatial kind is computed from."""
    levels = [part.binding.level for each in plans for part in (each.parts or (each,)) if source in part.sources]
    units = (key for level in dict.fromkeys(levels) for units in scope.units(level) for key in units.keys)
    return tuple(dict.fromkeys((*scope.keys, *units)))


def _pass(asked: Asked, source: str, store: Path, through: Cubes) -> None:
    """Requests that alone are at fault are left out and named; then the others are asked once more."""
    try:
        passed = protected(store, asked)
        through.of[source] = passed.cube
        if passed.before is not None:
            through.before[source] = passed.before
    except (StoreError, DisclosureError) as error:
        torn = error.requests if isinstance(error, StoreError) else frozenset()
        question = asked.question
        through.issues += error.issues
        through.refused |= {Need(source, request) for request in torn}
        sound = tuple(request for request in question.requests if request not in torn)
        past = tuple(request for request in question.before if request not in torn)
        if sound and (len(sound), len(past)) < (len(question.requests), len(question.before)):
            _pass(replace(asked, question=replace(question, requests=sound, before=past)), source, store, through)
