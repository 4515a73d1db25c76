"""Through the store and the guard: one protected cube per source, all of them protected together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mehrklang.catalogue import RuleSet
from mehrklang.catalogue.checks.contents import protects_amounts
from mehrklang.cubes import ProtectedCube
from mehrklang.disclosure.faults import LEAST_SECRET
from mehrklang.disclosure.rulebook import strictest, together
from mehrklang.pipeline import faults
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.kept import Asked, RefusedError, protected, read_by
from mehrklang.pipeline.plan import Need, Plan
from mehrklang.pipeline.published import areas_of, published, requests_of
from mehrklang.pipeline.register import Register
from mehrklang.pipeline.scope import Scope
from mehrklang.store import Question, Request
from mehrklang.vocabulary import Issue, Material


@dataclass(frozen=True, slots=True)
class Office:
    """Where the store is, and the office's own secret for methods with chance ("" without)."""

    store: Path
    secret: str = field(default="", repr=False)


@dataclass(slots=True)
class Cubes:
    """What came through: the cubes by source, `before` those of the version before where a source has one, the faults,
    the needs that no cube answers, the rules by indicator and source where they are stricter than the source's, and
    what was asked in the end."""

    of: dict[str, ProtectedCube] = field(default_factory=dict)
    before: dict[str, ProtectedCube] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    refused: set[Need] = field(default_factory=set)
    rules: dict[tuple[str, str], RuleSet] = field(default_factory=dict)
    asked: tuple[Asked, ...] = ()

    def answer(self, plan: Plan) -> bool:
        """Whether every cell that the plan needs came through."""
        return set(plan.sources) <= self.of.keys() and self.refused.isdisjoint(plan.needs)

    def for_plan(self, plan: Plan) -> dict[str, ProtectedCube]:
        """The cubes as the indicator reads them, by its own rules where they are stricter."""
        return {
            source: read_by(cube, self.rules[plan.definition.code, source])
            if (plan.definition.code, source) in self.rules
            else cube
            for source, cube in self.of.items()
        }


def cubes(plans: Sequence[Plan], register: Register, received: Received, scope: Scope, office: Office) -> Cubes:
    """One protected cube per source: all that is needed is asked at once, so that the guard sees it together, and
    beside it all that was published before, also of sources that nobody asks today.
    """
    before, issues = published(register.monitoring)
    through = Cubes(issues=list(issues))
    needs = [need for each in plans for need in each.needs]
    asked = []
    for source in dict.fromkeys([*(need.source for need in needs), *(one.source for one in before)]):
        past = tuple(one for one in before if one.source == source)
        lost = sum(one.source == source for one in register.monitoring.published) > len(past)
        if lost or source not in register.catalogue.sources:
            continue  # what is already known is not all there: `published` has named it
        rules = _Rules.of(source, plans, register)
        barred = _barred(source, needs, rules.base, register)
        through.issues += faults.unprotected_amounts(register, source, (need.request.measure for need in barred))
        through.refused |= barred
        through.issues += [*faults.looser(register, source), *faults.loosened(register, source, plans)]
        through.rules |= {(code, source): each for code, each in rules.by_indicator.items()}
        question = replace(
            _question(source, plans, received, scope, barred),
            before=requests_of(past),
            areas_before=areas_of(past),
            greatest=rules.greatest,
            secret=office.secret if rules.base.cell_key and len(office.secret) >= LEAST_SECRET else "",
        )
        core = _core(source, plans)
        asked.append(Asked(source, question, rules.base, past, core, scope.main.key, office.secret, rules.by_request))
    _pass(tuple(asked), office.store, through)
    return through


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of a source, and the stricter ones of single indicators and of what these ask.

    A method that changes numbers holds for the whole source: one count must not appear in two ways.
    """

    base: RuleSet
    by_indicator: Mapping[str, RuleSet]
    by_request: tuple[tuple[Request, RuleSet], ...]

    @classmethod
    def of(cls, source: str, plans: Sequence[Plan], register: Register) -> "_Rules":
        own = register.rules(source)
        using = [plan for plan in plans if source in plan.sources]
        asked = {plan.definition.code: register.rules_of(source, plan.definitions) for plan in using}
        stricter = {code: rules for code, rules in asked.items() if rules != own}
        if own.rounding or own.cell_key:
            return cls(strictest((own, *stricter.values())), stricter, ())
        found: dict[Request, RuleSet] = {}
        for plan in using:
            rules = stricter.get(plan.definition.code)
            for need in plan.needs if rules else ():
                if rules and need.source == source:
                    found[need.request] = together(found.get(need.request, own), rules)
        return cls(own, stricter, tuple(found.items()))

    @property
    def greatest(self) -> int:
        """How many of the greatest amounts the rules for sums look at; 0: none."""
        every = (self.base, *(rules for _, rules in self.by_request))
        return max((max(each.dominance.contributors, 2) for each in every if each.dominance), default=0)


def _barred(source: str, needs: Iterable[Need], rules: RuleSet, register: Register) -> frozenset[Need]:
    """Sums of money that the rules would let through whatever one person contributes."""
    if register.source(source).material is not Material.ADDITIVE or protects_amounts(rules):
        return frozenset()
    return frozenset(need for need in needs if need.source == source and need.request.unit.is_amount)


def _question(
    source: str, plans: Sequence[Plan], received: Received, scope: Scope, barred: frozenset[Need]
) -> Question:
    """What is asked of a source today, without what is barred."""
    needs = (need for each in plans for need in each.needs if need.source == source and need not in barred)
    return Question(
        deliveries=tuple(delivery.key for delivery in received.of(source)),
        superseded=tuple(delivery.key for delivery in received.superseded if delivery.source == source),
        requests=tuple(dict.fromkeys(need.request for need in needs)),
        areas=_areas(source, plans, scope),
        hierarchy=scope.within,
        memberships=scope.memberships,
    )


def _core(source: str, plans: Sequence[Plan]) -> frozenset[Request]:
    """What the core indicators ask of a source."""
    return frozenset(
        need.request for each in plans if each.selection.core for need in each.needs if need.source == source
    )


def _areas(source: str, plans: Sequence[Plan], scope: Scope) -> tuple[str, ...]:
    """The areas of the monitoring, those that a spatial kind is computed from, and the old ones that are brought over:
    the guard takes all of them for shown."""
    levels = [part.binding.level for each in plans for part in (each.parts or (each,)) if source in part.sources]
    units = (key for level in dict.fromkeys(levels) for units in scope.units(level) for key in units.keys)
    return tuple(dict.fromkeys((*scope.keys, *units, *scope.former)))


def _pass(asked: tuple[Asked, ...], store: Path, through: Cubes) -> None:
    """What is at fault is left out and named; then the others are asked once more."""
    through.asked = asked
    if not any(each.question.requests for each in asked):
        return
    try:
        for each, passed in zip(asked, protected(store, asked), strict=True):
            if each.question.requests:
                through.of[each.source] = passed.cube
                through.before |= {each.source: passed.before} if passed.before is not None else {}
                through.issues += [issue for issue in passed.issues if issue not in through.issues]
    except RefusedError as error:
        through.issues += error.issues
        through.refused |= {Need(source, request) for source, request in error.requests}
        left = tuple(_without(each, error) for each in asked)
        if left != asked:
            _pass(left, store, through)


def _without(asked: Asked, error: RefusedError) -> Asked:
    """The question without what is at fault; what was published before stays known."""
    torn = {request for source, request in error.requests if source == asked.source}
    if not torn and asked.source not in error.sources:
        return asked
    requests, before = (
        tuple(each for each in some if each not in torn) for some in (asked.question.requests, asked.question.before)
    )
    smaller = (requests, before) != (asked.question.requests, asked.question.before)
    narrow = replace(asked.question, requests=requests, before=before)
    return replace(asked, question=narrow if smaller and requests else Question((), ()))
