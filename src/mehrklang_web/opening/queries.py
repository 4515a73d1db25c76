"""What is proposed to a municipality, and what monitors share."""

from dataclasses import dataclass
from datetime import date

from mehrklang.catalogue import load
from mehrklang.package.starting import Obtainable, Standing, Topic, candidates, obtainable, topics
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.territory.municipalities import Kind, Municipality, find, lineage, municipalities
from mehrklang.vocabulary import Area, AreaLevel
from mehrklang_web.monitors.models import Edition, Monitor

_LARGE = 100_000
_DIGITS_OF_MUNICIPALITY = 8
_TICKED = {
    StartingPoint.PUBLIC_DATA: {Standing.PUBLIC},
    StartingPoint.OWN_REPORT: set[Standing](),
    StartingPoint.LARGE_CITY: {Standing.PUBLIC, Standing.STATISTICS, Standing.OWN_OFFICE, Standing.ASKED},
}


@dataclass(frozen=True, slots=True)
class Point:
    """A starting point as the page offers it."""

    value: StartingPoint
    fits: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate, and whether it is ticked from the start."""

    value: Obtainable
    ticked: bool


@dataclass(frozen=True, slots=True)
class Field:
    """The proposals of one field of action."""

    name: str
    proposals: tuple[Proposal, ...]

    @property
    def fitting(self) -> int:
        """How many of them are ticked from the start."""
        return sum(each.ticked for each in self.proposals)

    @property
    def on_request(self) -> int:
        """For how many of them somebody has to be asked."""
        return sum(each.value.standing is Standing.ASKED for each in self.proposals)


def found(text: str) -> tuple[Municipality, ...]:
    """The municipalities of the register that fit."""
    return find(text)


def municipality_of(key: str, name: str = "") -> Municipality | None:
    """The municipality of that key; a Gemeinde that the register does not list is made of its name. None for a key that
    belongs to no Kreis."""
    listed = next((each for each in municipalities() if each.area.key == key), None)
    above = lineage(key[:5]) if len(key) == _DIGITS_OF_MUNICIPALITY and key.isdigit() else ()
    if listed is not None or not above or not name.strip():
        return listed
    area = Area(key, name.strip()[:120], AreaLevel.MUNICIPALITY, above[0].key)
    return Municipality(area, Kind.MUNICIPALITY, above[1].name, 0)


def points(municipality: Municipality) -> tuple[Point, ...]:
    """The three starting points; the one that fits the municipality's kind and size best is named."""
    city = not municipality.has_parts_of_its_own and municipality.inhabitants >= _LARGE
    fits = StartingPoint.LARGE_CITY if city else StartingPoint.PUBLIC_DATA
    return tuple(Point(each, each is fits) for each in StartingPoint)


def topic_of(key: str) -> Topic:
    """The topic of that key; the first one for any other."""
    return next((each for each in topics() if each.key == key), topics()[0])


def proposed(municipality: Municipality, point: StartingPoint, topic: Topic) -> tuple[Field, ...]:
    """All candidates of the topic by field, with the answer from whom their figures can be had."""
    wanted = [each for each in candidates(load()) if topic.holds(each.field)]
    answers = obtainable(wanted, load(), municipality.area, point)
    names = dict.fromkeys(each.definition.field for each in answers)
    return tuple(
        Field(name, tuple(_proposal(each, point) for each in answers if each.definition.field == name))
        for name in names
    )


def _proposal(each: Obtainable, point: StartingPoint) -> Proposal:
    return Proposal(each, each.standing in _TICKED[point])


def label_taken(monitor: Monitor, label: str) -> bool:
    """Whether the monitor has an edition of that name."""
    return Edition.objects.filter(monitor=monitor, label=label).exists()


def title_taken(title: str, area: str) -> bool:
    """Whether the municipality has a monitor of that title."""
    return Monitor.objects.filter(title=title, area=area).exists()


def following_label(edition: Edition) -> str:
    """The year of the next turn of the cycle, two years later; "" where the edition has no year as its name."""
    return str(int(edition.label) + 2) if edition.label.isdecimal() else ""


def usual_label(today: date) -> str:
    """The year in which an edition that begins today is reported, after the time for concept and data."""
    return str(today.year + 1)
