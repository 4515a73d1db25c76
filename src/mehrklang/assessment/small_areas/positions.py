"""Four classes of status, three of dynamics, relative to the city.

Status: z = (value − city) : s with s² = Σ N (value − city)² : Σ N over the classified areas, N residents; the sign is
turned where low values are good. z > 1 favourable, −1 to 1 in the city's range, −1.5 to −1 unfavourable, below very
unfavourable. Dynamics: the same with the change and the city's change, cut at ± 1. These are the cuts of Berlin's
"Monitoring Soziale Stadtentwicklung" (Senatsverwaltung für Stadtentwicklung Berlin, reports since 2013).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt

from mehrklang.assessment.small_areas.place import Dynamics, Place, Status
from mehrklang.catalogue import Direction
from mehrklang.vocabulary import Figure

MINIMUM_RESIDENTS = 300
FEWEST_AREAS = 5
POSITION_RULE = (
    "Jedes Gebiet wird mit dem Wert der Stadt verglichen, gemessen in Standardabweichungen zwischen den Gebieten "
    "(gewichtet mit der Bevölkerung). Status: mehr als 1 auf der günstigen Seite „günstiger“, bis 1 „im Bereich der "
    "Stadt“, über 1 bis 1,5 auf der ungünstigen Seite „ungünstiger“, darüber „deutlich ungünstiger“. Dynamik: ebenso"
    " mit der Veränderung, drei Klassen mit Grenzen bei 1. Gebiete unter 300 Einwohnerinnen und Einwohnern werden "
    "nicht eingeordnet, ebenso keine Stadt mit weniger als 5 Gebieten. Die Einordnung beschreibt Lebensumstände in "
    "Gebieten; sie ist keine Rangfolge."
)


@dataclass(frozen=True, slots=True)
class Position:
    """The classes of one area; None with the reason in German where it is not classified."""

    area: str
    status: Status | None
    dynamics: Dynamics | None
    reason: str = ""


def positions(places: Sequence[Place], city: Place, direction: Direction) -> tuple[Position, ...]:
    """The position of each area, in the order given; none is classified for a context indicator."""
    if direction is Direction.CONTEXT:
        return tuple(Position(place.area, None, None, "Kontextindikator: nicht eingeordnet.") for place in places)
    sign = 1.0 if direction is Direction.HIGH_IS_GOOD else -1.0
    status = {area: sign * z for area, z in _scores(places, city, _value).items()}
    dynamics = {area: sign * z for area, z in _scores(places, city, _change).items()}
    return tuple(
        Position(
            place.area,
            _status(status[place.area]) if place.area in status else None,
            _dynamics(dynamics[place.area]) if place.area in dynamics else None,
            _reason(place, classified=place.area in status),
        )
        for place in places
    )


def _scores(places: Sequence[Place], city: Place, number: Callable[[Place], float | None]) -> dict[str, float]:
    """How many standard deviations each area lies from the city; empty where there is nothing to compare."""
    middle = number(city)
    known = {
        place.area: (float(place.residents), value)
        for place in places
        if place.residents >= MINIMUM_RESIDENTS and (value := number(place)) is not None
    }
    if middle is None or len(known) < FEWEST_AREAS:
        return {}
    squares = sum(residents * (value - middle) ** 2 for residents, value in known.values())
    spread = sqrt(squares / sum(residents for residents, _ in known.values()))
    return {area: (value - middle) / spread if spread else 0.0 for area, (_, value) in known.items()}


def _value(place: Place) -> float | None:
    return None if place.now.number is None else float(place.now.number)


def _change(place: Place) -> float | None:
    if place.now.number is None or place.before.number is None:
        return None
    return float(place.now.number - place.before.number)


def _status(z: float) -> Status:
    if z > 1:
        return Status.FAVOURABLE
    if z >= -1:
        return Status.AVERAGE
    return Status.UNFAVOURABLE if z >= -1.5 else Status.VERY_UNFAVOURABLE


def _dynamics(z: float) -> Dynamics:
    if abs(z) <= 1:
        return Dynamics.ALIKE
    return Dynamics.BETTER if z > 0 else Dynamics.WORSE


def _reason(place: Place, *, classified: bool) -> str:
    if classified:
        return ""
    if place.residents < MINIMUM_RESIDENTS:
        return f"Unter {MINIMUM_RESIDENTS} Einwohnerinnen und Einwohnern: nicht eingeordnet."
    return _sign(place.now) or "Zu wenige Gebiete oder kein Wert der Stadt: nicht eingeordnet."


def _sign(figure: Figure) -> str:
    return figure.reason.meaning if figure.reason is not None and not figure.known else ""
