"""The expected deliveries of an edition as the calendar shows them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mehrklang.catalogue import Source, Supply, expected_on, periods_expected
from mehrklang.vocabulary import Period
from mehrklang_web.collection.models import Arrival, Obligation, OwnSupply, Step
from mehrklang_web.collection.standing import Standing, Word, due_day, has_arrived, standing_of
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expected delivery. `due` is the day that counts (a promise before the expected day); `holder` is whom to ask,
    `responsible` who does, `address` where reminders go.
    """

    number: int
    source: str
    source_name: str
    holder: str
    responsible: str
    address: str
    period: Period
    due: date | None
    standing: Standing
    last_note: str = ""

    @property
    def title(self) -> str:
        """Source and period."""
        return f"{self.source_name}, {self.period.label}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A delivery that is due by the source's cadence and not yet in the calendar."""

    source: Source
    period: Period
    due: date

    @property
    def key(self) -> str:
        """Source and period in one word, for a form."""
        return f"{self.source.key} {self.period.key}"


@dataclass(frozen=True, slots=True)
class Known:
    """What is looked up for every expectation: sources, own conditions, arrivals by source."""

    sources: Mapping[str, Source]
    own: Mapping[str, OwnSupply]
    arrived: Mapping[str, frozenset[Period]]

    def supply(self, key: str) -> Supply:
        """The conditions that hold here."""
        usual = self.sources[key].supply if key in self.sources else Supply()
        return usual.overlaid(self.own[key].to_value()) if key in self.own else usual


def known_of(edition: Edition, sources: Mapping[str, Source]) -> Known:
    """Everything that is looked up, in two queries."""
    arrived: defaultdict[str, set[Period]] = defaultdict(set)
    for row in Arrival.objects.filter(edition=edition, withdrawn=False):
        arrived[row.source].add(row.period)
    own = {row.source: row for row in OwnSupply.objects.filter(edition=edition)}
    return Known(sources, own, {key: frozenset(periods) for key, periods in arrived.items()})


def expectation_of(row: Obligation, known: Known, today: date) -> Expectation:
    """The obligation as it stands today. Expects its steps to be loaded."""
    supply, source, own = known.supply(row.source), known.sources.get(row.source), known.own.get(row.source)
    steps = list(row.steps.all())
    words = [Word(Step.Kind(step.kind), step.promised_for) for step in steps]
    arrived = has_arrived(row.period, known.arrived.get(row.source, frozenset()), supply)
    return Expectation(
        number=row.pk,
        source=row.source,
        source_name=source.name if source else row.source,
        holder=supply.holder or (source.producer if source else ""),
        responsible=own.responsible if own else "",
        address=own.address if own else "",
        period=row.period,
        due=due_day(words, row.due),
        standing=standing_of(words, arrived=arrived, due=row.due, today=today),
        last_note=steps[-1].note if steps else "",
    )


def by_due(expectations: Iterable[Expectation]) -> list[Expectation]:
    """Earliest first; those without a day last."""
    return sorted(expectations, key=lambda each: (each.due or date.max, each.source_name, each.period))


def proposals_of(
    keys: Iterable[str], known: Known, taken: set[tuple[str, str]], *, today: date, months: int = 12
) -> tuple[Proposal, ...]:
    """What falls due by cadence within the coming months and is not among `taken` (source, period key), by day."""
    last = today + timedelta(days=round(months * 365.25 / 12))
    found = []
    for key in keys:
        if key not in known.sources:
            continue
        supply = known.supply(key)
        for period in periods_expected(supply, today, last):
            due = expected_on(supply, period)
            if due and (key, period.key) not in taken:
                found.append(Proposal(known.sources[key], period, due))
    return tuple(sorted(found, key=lambda each: (each.due, each.source.name)))
