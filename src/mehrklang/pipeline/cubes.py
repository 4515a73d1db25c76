"""Through the store and the guard: one protected cube per source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure import DisclosureError
from mehrklang.pipeline import faults
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.kept import protected
from mehrklang.pipeline.plan import Need, Plan
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.store import Question, StoreError
from mehrklang.vocabulary import Issue


@dataclass(slots=True)
class Cubes:
    """What came through: the cubes by source, the faults, and the needs that no cube answers."""

    of: dict[str, ProtectedCube] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    refused: set[Need] = field(default_factory=set)

    def answer(self, plan: Plan) -> bool:
        """Whether every cell that the plan needs came through."""
        return set(plan.sources) <= self.of.keys() and self.refused.isdisjoint(plan.needs)


def cubes(plans: Iterable[Plan], register: Register, received: Received, scope: Scope, store: Path) -> Cubes:
    """One protected cube per source: all that is needed of it is asked at once, so that the guard sees it together."""
    through = Cubes()
    plans = tuple(plans)
    needs = [need for each in plans for need in each.needs]
    for source in dict.fromkeys(need.source for need in needs):
        question = Question(
            deliveries=tuple(delivery.key for delivery in received.of(source)),
            requests=tuple(dict.fromkeys(need.request for need in needs if need.source == source)),
            areas=_areas(source, plans, scope),
            hierarchy=scope.within,
        )
        through.issues += faults.looser(register, source)
        _pass(question, source, register, store, through)
    return through


def _areas(source: str, plans: Sequence[Plan], scope: Scope) -> tuple[str, ...]:
    """The areas of the monitoring, and those that a spatial kind is computed from."""
    levels = [part.binding.level for each in plans for part in (each.parts or (each,)) if source in part.sources]
    units = (key for level in dict.fromkeys(levels) for units in scope.units(level) for key in units.keys)
    return tuple(dict.fromkeys((*scope.keys, *units)))


def _pass(question: Question, source: str, register: Register, store: Path, through: Cubes) -> None:
    """Requests that alone are at fault are left out and named; then the others are asked once more."""
    try:
        through.of[source] = protected(store, question, register.rules(source))
    except (StoreError, DisclosureError) as error:
        through.issues += error.issues
        torn = error.requests if isinstance(error, StoreError) else frozenset()
        through.refused |= {Need(source, request) for request in torn}
        sound = tuple(request for request in question.requests if request not in torn)
        if sound and len(sound) < len(question.requests):
            _pass(replace(question, requests=sound), source, register, store, through)
