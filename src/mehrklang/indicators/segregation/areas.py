"""Counts of a group and of everybody in one area: what the measures are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mehrklang.indicators.value import Series
from mehrklang.vocabulary import Figure, Period, Reason


@dataclass(frozen=True, slots=True)
class AreaCounts:
    """One area: members of the group, and all residents including them."""

    area: str
    group: Figure
    everybody: Figure

    @property
    def counts(self) -> tuple[int, int]:
        """Group and everybody as whole numbers; the caller has asked `obstacle` before."""
        assert self.group.number is not None
        assert self.everybody.number is not None
        return int(self.group.number), int(self.everybody.number)


_ABSENT = Figure.withheld(Reason.NOT_DELIVERED)


def areas_of(group: Iterable[Series], everybody: Iterable[Series], period: Period) -> tuple[AreaCounts, ...]:
    """From the series of two counts over the same areas; an area that only one has is there with a sign."""
    first, second = _by_area(group, period), _by_area(everybody, period)
    return tuple(
        AreaCounts(area, first.get(area, _ABSENT), second.get(area, _ABSENT)) for area in sorted(first | second)
    )


def _by_area(series: Iterable[Series], period: Period) -> dict[str, Figure]:
    return {one.area: value.figure for one in series for value in one.values if value.period == period}


def filled(areas: Sequence[AreaCounts]) -> list[tuple[int, int]]:
    """The counts of the areas in which anybody lives."""
    return [each.counts for each in areas if each.counts[1] > 0]
