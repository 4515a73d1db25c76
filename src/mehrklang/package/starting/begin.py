"""The first edition as a value: what a starting point proposes for a municipality."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from mehrklang.catalogue import Cadence, Catalogue, Source
from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.package.starting.obtainable import Obtainable
from mehrklang.package.starting.own import OWN_SOURCE, own_codes, own_definitions, own_file, own_source
from mehrklang.package.starting.series import OwnSeries
from mehrklang.planning import PlannedPhase
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.territory.municipalities import Municipality, lineage
from mehrklang.vocabulary import Area, Period


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken over from an own publication: its title, its series, and by name the matching entry of the
    catalogue ("" or missing: none)."""

    publication: str
    series: tuple[OwnSeries, ...]
    matched: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody has decided before anything is made. `proposed` are the candidates that shall be weighed."""

    point: StartingPoint
    municipality: Municipality
    title: str
    edition: str
    timetable: tuple[PlannedPhase, ...]
    proposed: tuple[Obtainable, ...] = ()
    taken: Taken | None = None


def begin(beginning: Beginning, catalogue: Catalogue, *, folder: Path, today: date) -> Monitoring:
    """The monitoring with its first edition. The file with the own series, if there are any, is written below `folder`.

    Promise: no question is answered, nothing belongs to the core set, nothing is signed.
    """
    area, *above = lineage(beginning.municipality.area.key) or _unlisted(beginning.municipality.area)
    taken = beginning.taken
    return Monitoring(
        title=beginning.title,
        organisation=beginning.municipality.full_name,
        area=area.key,
        edition=beginning.edition,
        folder=folder,
        comparison_areas=tuple(each.key for each in above[:1]),
        areas=(area, *above),
        candidates=tuple(_proposals(beginning)),
        own_indicators=own_definitions(taken.series, taken.matched, catalogue) if taken else (),
        own_sources=(own_source(taken.publication, beginning.municipality.full_name),) if taken else (),
        data=(own_file(taken.series, area, folder),) if taken else (),
        timetable=beginning.timetable,
        starting_point=beginning.point,
        expected=tuple(_expected(beginning.proposed, today)),
    )


def _unlisted(area: Area) -> tuple[Area, ...]:
    """A Gemeinde that the register does not list, with what lies above it."""
    return (area, *lineage(area.parent or ""))


def reason_of(each: Obtainable) -> str:
    """Why an indicator is proposed, from what the catalogue and the sources say."""
    way = f"Zugang: {each.standing.value}" + (f" ({each.holder})." if each.holder else ".")
    return each.definition.relevance or way


def _proposals(beginning: Beginning) -> Iterator[Selection]:
    for each in beginning.proposed:
        yield Selection(each.definition.code, reason_of(each), core=False)
    if beginning.taken:
        for name, code in own_codes(beginning.taken.series).items():
            why = f"„{name}“ steht in der bisherigen Veröffentlichung „{beginning.taken.publication}“."
            yield Selection(code, why, core=False, source=OWN_SOURCE)


def _expected(proposed: Iterable[Obtainable], today: date) -> Iterator[ExpectedDelivery]:
    """One delivery per source with a yearly rhythm: of the last year, or school year, that is over."""
    for key in dict.fromkeys(each.source.key for each in proposed if each.source):
        period = _last_period(next(each.source for each in proposed if each.source and each.source.key == key), today)
        if period is not None:
            yield ExpectedDelivery(key, period)


def _last_period(source: Source, today: date) -> Period | None:
    match source.supply.cadence:
        case Cadence.SCHOOL_YEARLY:
            year = today.year - 1 if today.month >= 8 else today.year - 2
            return Period.parse(f"{year}/{(year + 1) % 100:02d}")
        case Cadence.YEARLY:
            return Period.year_of(today.year - 1)
        case _:
            return None
