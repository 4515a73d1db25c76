"""The register, the calendar, what is late, and what could be planned."""

from dataclasses import dataclass
from datetime import date

from mehrklang.catalogue import Source, Supply, supply_changes
from mehrklang.package import Outstanding
from mehrklang.package.starting import sources_open
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang_web.collection.expectations import (
    Expectation,
    Known,
    Proposal,
    by_due,
    expectation_of,
    known_of,
    proposals_of,
)
from mehrklang_web.collection.models import Arrival, Obligation, OtherUse, OwnSupply, Reminder
from mehrklang_web.collection.standing import Standing
from mehrklang_web.communication.queries import reached_on as told_on
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.selection.catalogue import definitions, sources
from mehrklang_web.selection.queries import chosen
from mehrklang_web.sharing.queries import other_editions


@dataclass(frozen=True, slots=True)
class Used:
    """An indicator that hangs on a source."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class OtherMonitoring:
    """A monitoring of the same installation that uses the source too."""

    title: str
    edition: str
    address: str
    indicators: int


@dataclass(frozen=True, slots=True)
class KnownElsewhere:
    """What a monitor of the same municipality says of a source otherwise, in German."""

    title: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the register: the conditions that hold here, what hangs on it, what is expected next."""

    source: Source
    supply: Supply
    responsible: str
    used: tuple[Used, ...]
    expected: tuple[Expectation, ...]

    @property
    def holder(self) -> str:
        """Whom to ask."""
        return self.supply.holder or self.source.producer

    @property
    def next(self) -> Expectation | None:
        """What is waited for first."""
        return next((each for each in self.expected if each.standing.is_open), None)


def sources_used(edition: Edition) -> dict[str, tuple[str, ...]]:
    """The codes of the chosen indicators by the source that this municipality may have them from."""
    selections = (each.to_value() for each in chosen(edition))
    return dict(sources_open(selections, definitions(edition), edition.monitor.area))


def expected_of(edition: Edition) -> tuple[ExpectedDelivery, ...]:
    """What the calendar expects, without what has come of it."""
    rows = Obligation.objects.filter(edition=edition)
    return tuple(ExpectedDelivery(each.source, each.period, each.due) for each in rows)


def register(edition: Edition, today: date) -> tuple[SourceLine, ...]:
    """All sources by name, those that the edition uses first."""
    known = known_of(edition, sources(edition))
    used, names = sources_used(edition), definitions(edition)
    expected = _expectations(edition, known, today)
    lines = [
        SourceLine(
            source=source,
            supply=known.supply(key),
            responsible=known.own[key].responsible if key in known.own else "",
            used=tuple(Used(code, names[code].name) for code in used.get(key, ())),
            expected=tuple(each for each in expected if each.source == key),
        )
        for key, source in known.sources.items()
    ]
    return tuple(sorted(lines, key=lambda line: (not line.used, line.source.name.casefold())))


def source_line(edition: Edition, key: str, today: date) -> SourceLine | None:
    """One source of the register; None if there is none of that key."""
    return next((line for line in register(edition, today) if line.source.key == key), None)


def own_supply(edition: Edition, source: str) -> OwnSupply | None:
    """What the edition knows of a source itself."""
    return OwnSupply.objects.filter(edition=edition, source=source).first()


def supplies(edition: Edition) -> dict[str, Supply]:
    """The own conditions by source, as they travel with the monitoring; sources of which only an address is known do
    not."""
    rows = OwnSupply.objects.filter(edition=edition).order_by("source")
    return {row.source: value for row in rows if (value := row.to_value()) != Supply()}


def calendar(edition: Edition, today: date) -> tuple[Expectation, ...]:
    """All expected deliveries as they stand today, earliest first."""
    if not Obligation.objects.filter(edition=edition).exists():
        return ()  # the overview asks on every visit
    return tuple(_expectations(edition, known_of(edition, sources(edition)), today))


def late(edition: Edition, today: date) -> tuple[Expectation, ...]:
    """What should have come by now, the longest overdue first."""
    return tuple(each for each in calendar(edition, today) if each.standing is Standing.LATE)


def overdue_first(expected: tuple[Expectation, ...]) -> tuple[Expectation, ...]:
    """What is overdue, then what else is open, then what is settled; each by day."""
    return tuple(sorted(expected, key=lambda each: (each.standing is not Standing.LATE, not each.standing.is_open)))


def outstanding(edition: Edition, today: date) -> tuple[Outstanding, ...]:
    """What is late or refused, as the data-need list takes it in."""
    told = (Standing.LATE, Standing.REFUSED)
    return tuple(
        Outstanding(each.source, each.period, each.due, each.standing is Standing.REFUSED, each.last_note)
        for each in calendar(edition, today)
        if each.standing in told
    )


def reached_on(day: date) -> frozenset[str]:
    """The addresses that have had their letter that day, about whatever edition."""
    rows = Reminder.objects.filter(day=day)
    return frozenset(rows.values_list("address", flat=True)) | told_on(day)


def expectation(edition: Edition, number: int, today: date) -> tuple[Obligation, Expectation] | None:
    """One obligation with its steps, and how it stands; None if the edition has none of that number."""
    row = Obligation.objects.filter(edition=edition, pk=number).prefetch_related("steps").first()
    return (row, expectation_of(row, known_of(edition, sources(edition)), today)) if row else None


def proposals(edition: Edition, today: date) -> tuple[Proposal, ...]:
    """What the used sources will deliver by their cadence within a year and nobody has planned yet."""
    taken = set(Obligation.objects.filter(edition=edition).values_list("source", "period_key"))
    return proposals_of(sources_used(edition), known_of(edition, sources(edition)), taken, today=today)


def arrivals(edition: Edition, source: str) -> list[Arrival]:
    """What has come of a source, the newest period first; withdrawn files are left out."""
    rows = Arrival.objects.filter(edition=edition, source=source, withdrawn=False)
    return sorted(rows, key=lambda row: row.period.start, reverse=True)


def other_uses(edition: Edition, source: str) -> list[OtherUse]:
    """Monitorings elsewhere that were entered by hand."""
    return list(OtherUse.objects.filter(edition=edition, source=source))


def other_monitorings(edition: Edition, source: str) -> tuple[OtherMonitoring, ...]:
    """The other monitorings of this installation whose newest edition uses the source."""
    found = []
    for monitor in Monitor.objects.exclude(pk=edition.monitor_id).order_by("title"):
        newest = Edition.objects.filter(monitor=monitor).select_related("monitor").first()
        codes = sources_used(newest).get(source, ()) if newest else ()
        if newest and codes:
            found.append(OtherMonitoring(monitor.title, newest.label, newest.address, len(codes)))
    return tuple(found)


def known_elsewhere(edition: Edition, source: str) -> tuple[KnownElsewhere, ...]:
    """What other monitors of the municipality have entered about the source, where it says more or else than here."""
    own = own_supply(edition, source)
    here = own.to_value() if own else Supply()
    found = []
    for other in other_editions(edition):
        kept = own_supply(other, source)
        told = supply_changes(here, here.overlaid(kept.to_value())) if kept else ()
        if told:
            found.append(KnownElsewhere(other.monitor.title, told))
    return tuple(found)


def _expectations(edition: Edition, known: Known, today: date) -> list[Expectation]:
    rows = Obligation.objects.filter(edition=edition).prefetch_related("steps")
    return by_due(expectation_of(row, known, today) for row in rows)
