"""The working table: every indicator with what is known of it, and the balance of those that count."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mehrklang.catalogue import IndicatorDefinition, load
from mehrklang.package.weighing import Asked as Question
from mehrklang.package.weighing import (
    Prospect,
    Reply,
    Situation,
    effort,
    prospect,
    replies,
)
from mehrklang.package.weighing.balance import perspective_word
from mehrklang.planning import CORE_LIMIT, GoalLevel, SelectionState
from mehrklang.planning.candidate import state_of_candidate
from mehrklang.vocabulary.german import format_exact
from mehrklang_web.catalogues.queries import Asked, found, retired, whole
from mehrklang_web.catalogues.sheet import shelf_name
from mehrklang_web.collection.expectations import known_of
from mehrklang_web.collection.queries import calendar
from mehrklang_web.collection.standing import Standing
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run, rows_of
from mehrklang_web.selection.catalogue import definitions, sources
from mehrklang_web.selection.models import Candidate, ChosenIndicator, Verdict, Weighed
from mehrklang_web.selection.queries import candidates, chosen, verdicts
from mehrklang_web.ui.states import State
from mehrklang_web.weighing.usefulness import Usefulness, usefulness_of

_CHIPS = {
    SelectionState.PROPOSED: State("○", SelectionState.PROPOSED.label, "plain"),
    SelectionState.EXAMINED: State("◔", SelectionState.EXAMINED.label, "note"),
    SelectionState.DEFERRED: State("–", SelectionState.DEFERRED.label, "plain"),
    SelectionState.REJECTED: State("✕", SelectionState.REJECTED.label, "plain"),
    SelectionState.SUPPLEMENTARY: State("+", SelectionState.SUPPLEMENTARY.label, "good"),
    SelectionState.CORE: State("✓", SelectionState.CORE.label, "good"),
}
_SET_ASIDE = (SelectionState.DEFERRED, SelectionState.REJECTED)
_SETTLED = {Standing.PROMISED, Standing.REFUSED, Standing.ARRIVED}


def chip_of(state: SelectionState) -> State:
    """How a state looks."""
    return _CHIPS[state]


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator on the table. `goals` says whether the edition has any that it could belong to."""

    kept: Weighed
    prospect: Prospect
    state: SelectionState
    replies: tuple[Reply, ...]
    last: Verdict | None
    goals: bool

    @property
    def code(self) -> str:
        """Its code."""
        return self.kept.code

    @property
    def definition(self) -> IndicatorDefinition:
        """What it is."""
        return self.prospect.definition

    @property
    def open(self) -> int:
        """How many questions nobody has answered."""
        return sum(reply.is_open for reply in self.replies)

    @property
    def open_here(self) -> int:
        """How many of them people can answer at the indicator itself; the others wait for its source or for goals."""
        here = (
            reply for reply in self.replies if not reply.known and (self.goals or reply.asked is not Question.GOALS)
        )
        return sum(reply.is_open for reply in here)

    @property
    def open_words(self) -> str:
        """The same in words."""
        return "1 offene Frage" if self.open == 1 else f"{self.open} offene Fragen"

    @property
    def steerable(self) -> str:
        """Whether the municipality can move it; open as long as nobody has given a reason."""
        selection = self.prospect.selection
        return selection.steerable.value if selection.steerable_reason else "offen"

    @property
    def told(self) -> str:
        """What there is to say of a candidate beside that it is proposed; "" if nothing."""
        reason = self.last.reason if self.last else ""
        plain = self.state.is_chosen or (self.state is SelectionState.PROPOSED and not reason)
        return "" if plain else f"{self.chip.symbol} {self.chip.word}{f': {reason}' if reason else ''}"

    @property
    def view(self) -> str:
        """Strength, deficit or frame."""
        return perspective_word(self.prospect.perspective)

    @property
    def hours(self) -> str:
        """Its work in hours a year; "" if nothing is known, "≥" where only a part is."""
        found = effort((self.prospect,))
        if len(found.unknown) == len(found.lines):
            return ""
        return f"{'≥ ' if found.unknown else ''}{format_exact(found.hours, 1)}"

    @property
    def chip(self) -> State:
        """How its state looks."""
        return _CHIPS[self.state]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows: chosen ones in their order, then the candidates as they came. `undefined` are codes that no catalogue
    knows any more; `goals` are titles by key, `fields` the fields of action in which there are goals.
    """

    rows: tuple[Row, ...]
    undefined: tuple[str, ...]
    goals: Mapping[str, str]
    fields: frozenset[str]

    def of(self, *states: SelectionState) -> tuple[Row, ...]:
        """The rows in one of these states."""
        return tuple(row for row in self.rows if row.state in states)

    @property
    def core(self) -> tuple[Row, ...]:
        """The core set."""
        return self.of(SelectionState.CORE)

    @property
    def free(self) -> int:
        """How many places the core set has left."""
        return CORE_LIMIT - len(self.core)

    @property
    def weighed(self) -> tuple[Row, ...]:
        """All but what is deferred or rejected."""
        return self.of(*(each for each in SelectionState if each not in _SET_ASIDE))

    @property
    def unanswered(self) -> tuple[Row, ...]:
        """The rows with questions that people answer: of what is chosen; only where nothing is chosen yet, of the
        candidates.
        """
        rows = self.of(*(each for each in SelectionState if each.is_chosen)) or self.weighed
        return tuple(row for row in rows if row.open_here)

    def next_open(self, code: str) -> Row | None:
        """The row after that of `code` among the unanswered ones, from the top again after the last."""
        rows = self.weighed
        at = next((place for place, row in enumerate(rows) if row.code == code), -1)
        in_order = (*rows[at + 1 :], *rows[: max(at, 0)])
        return next((row for row in in_order if row in self.unanswered), None)

    def one(self, code: str) -> Row | None:
        """The row of an indicator."""
        return next((row for row in self.rows if row.code == code), None)


def table_of(edition: Edition, today: date) -> Table:
    """Everything that lies on the table, read in a fixed number of queries."""
    situation, goals = situation_of(edition, today), goals_of(edition)
    about: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts(edition):
        about[verdict.code].append(verdict)
    titles = {goal.key: goal.title for goal in goals}
    weighed: list[ChosenIndicator | Candidate] = [*chosen(edition), *candidates(edition)]
    known = [each for each in weighed if each.code in situation.definitions]
    return Table(
        tuple(_row(each, about[each.code], situation, titles) for each in known),
        tuple(each.code for each in weighed if each.code not in situation.definitions),
        titles,
        frozenset(goal.field for goal in goals if goal.level != GoalLevel.MISSION),
    )


def _row(
    each: ChosenIndicator | Candidate, about: list[Verdict], situation: Situation, titles: Mapping[str, str]
) -> Row:
    found = prospect(each.to_value(), situation)
    if isinstance(each, ChosenIndicator):
        state = SelectionState.CORE if each.core else SelectionState.SUPPLEMENTARY
    else:
        state = state_of_candidate(tuple(verdict.to_value() for verdict in about[-1:]))
    return Row(each, found, state, replies(found, titles), about[-1] if about else None, bool(titles))


def situation_of(edition: Edition, today: date) -> Situation:
    """What catalogue, register of sources and calendar know."""
    known = known_of(edition, sources(edition))
    last = {
        each.source: each.standing
        for each in sorted(calendar(edition, today), key=lambda each: each.period)
        if each.standing in _SETTLED
    }
    return Situation(
        definitions=definitions(edition),
        sources=known.sources,
        features=load().definitions,
        supplies={key: known.supply(key) for key in known.sources},
        delivered=frozenset(each.source for each in in_use(edition)),
        promised=frozenset(key for key, standing in last.items() if standing is Standing.PROMISED),
        refused=frozenset(key for key, standing in last.items() if standing is Standing.REFUSED),
        area=edition.monitor.area,
    )


def verdicts_on(edition: Edition, code: str) -> list[Verdict]:
    """What was decided about one indicator, newest first."""
    return list(Verdict.objects.filter(edition=edition, code=code).order_by("-pk"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the core set: its indicator, the latest result and what the values say, where there are any."""

    row: Row
    result: Result | None
    usefulness: Usefulness | None


def places_of_core(edition: Edition, table: Table, coming: Row) -> tuple[Place, ...]:
    """The core set with what its indicators have shown so far; the last one is that which is to come in."""
    rows = (*table.core, coming)
    results = {row.code: row for row in rows_of(latest_run(edition))}
    useful = usefulness_of(edition, {row.code: row.definition.name for row in rows})
    return tuple(Place(row, results.get(row.code), useful.get(row.code)) for row in rows)


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator that a search in the catalogue finds, and where it stands there; `state` is "" where it does not lie
    on the table yet.
    """

    definition: IndicatorDefinition
    shelf: str
    state: str


def found_in_catalogue(edition: Edition, table: Table, words: str, most: int = 30) -> list[Found]:
    """The best hits among what may still be chosen, at most so many."""
    catalogue, states = whole(edition), {row.code: row.state.label for row in table.rows}
    hits = found(catalogue, Asked(words=words), retired(edition))[:most]
    return [Found(each, shelf_name(catalogue, each), states.get(each.code, "")) for each in hits]
