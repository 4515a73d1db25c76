"""A total from which its parts depart, and how that is told: once per cause, with the worst case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.sources.faults import Faults
from mehrklang.vocabulary import Observation, Period, Unit
from mehrklang.vocabulary.german import format_number

Pairs = tuple[tuple[str, str], ...]
_Key = tuple[str, str, str, Pairs]


@dataclass(frozen=True, slots=True)
class Departure:
    """A total and the sum of its parts."""

    whole: Observation
    total: Decimal
    parts: Decimal

    @property
    def size(self) -> Decimal:
        """How far they are apart."""
        return abs(self.parts - self.total)


class Counts:
    """The counts of a table, to be looked up by area and categories beside a given cell."""

    __slots__ = ("_numbers", "observations")

    def __init__(self, observations: Sequence[Observation]) -> None:
        self.observations = tuple(one for one in observations if one.unit is Unit.COUNT)
        self._numbers: Mapping[_Key, Decimal | None] = {
            (one.measure, one.area, one.period.key, one.breakdown.pairs): one.figure.number for one in self.observations
        }

    def compare(self, whole: Observation, places: Iterable[tuple[str, Pairs]]) -> Departure | None:
        """The total against the cells at these areas and categories; None unless all of them have numbers."""
        cells = (self._numbers.get((whole.measure, area, whole.period.key, pairs)) for area, pairs in places)
        parts = list(cells)
        known = [number for number in parts if number is not None]
        if whole.figure.number is None or len(known) < len(parts):
            return None
        return Departure(whole, whole.figure.number, sum(known, Decimal(0)))


def tell_departures(code: str, departures: Iterable[Departure], faults: Faults, **words: str) -> None:
    """Note the departures of each period in one issue that shows the largest; periods in which the very same totals
    depart have one cause, and one issue."""
    for found in _by_cause(departures):
        worst = max(found, key=lambda departure: departure.size)
        one = worst.whole
        faults.add(
            code,
            line=one.cell.line,
            column=one.cell.column,
            raw=one.cell.raw,
            zeitraum=_when(found),
            anzahl=len(found),
            fach=f"{one.measure}, Gebiet {one.area}, {one.breakdown.label}",
            summe=format_number(worst.parts),
            wert=format_number(worst.total),
            **words,
        )


def _by_cause(departures: Iterable[Departure]) -> Iterable[list[Departure]]:
    """Together what departs in the same cells, whatever the period; in the order of the first departure."""
    by_period: dict[Period, list[Departure]] = {}
    for departure in departures:
        by_period.setdefault(departure.whole.period, []).append(departure)
    by_cells: dict[frozenset[tuple[str, str, Pairs]], list[Departure]] = {}
    for found in by_period.values():
        cells = frozenset((one.whole.measure, one.whole.area, one.whole.breakdown.pairs) for one in found)
        by_cells.setdefault(cells, []).extend(found)
    return by_cells.values()


def _when(found: Iterable[Departure]) -> str:
    """The periods in words."""
    periods = sorted({one.whole.period for one in found})
    if len(periods) == 1:
        return f"Zeitraum {periods[0].label}"
    if len(periods) == 2:
        return f"Zeiträume {periods[0].label} und {periods[1].label}"
    return f"{len(periods)} Zeiträume von {periods[0].label} bis {periods[-1].label}"
