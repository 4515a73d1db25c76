"""What the areas of one territory were made of in earlier years: the way by which counts that have passed the guard
are brought over, area by area and year by year.

`rebase` brings over what a source delivers; a transfer only says how, so that what was protected can be added up
afterwards. Sums and shares of published figures tell nothing that these do not tell.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from mehrklang.territory.apportionment import Apportionment, Measured, Weighting

_ALMOST = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Origin:
    """The old areas that an area of the territory was made of in a year, each with its weights; `why` nothing is said
    of it all the same, in German ("": it is)."""

    area: str
    year: int
    parts: tuple[Apportionment, ...] = ()
    why: str = ""

    @property
    def unchanged(self) -> bool:
        """Whether it was the same area then."""
        return not self.why and [one.source for one in self.parts] == [self.area] and not self.divided

    @property
    def divided(self) -> bool:
        """Whether only a share of an old area belongs to it, by any weighting."""
        return any(weight != 1 for one in self.parts for weight in one.weights.all)


@dataclass(frozen=True, slots=True)
class Brought:
    """That a figure was brought onto the territory of a day; `estimated`: an old area was divided for it."""

    day: date
    weighting: Weighting
    estimated: bool = False

    @property
    def sentence(self) -> str:
        """In German, without a full stop.

        >>> Brought(date(2020, 12, 31), Weighting.POPULATION).sentence
        'auf den Gebietsstand 31.12.2020 umgerechnet, genau (Summe ganzer Gebiete)'
        """
        how = f"geschätzt (geteilte Gebiete nach {self.weighting.label})" if self.estimated else _EXACTLY
        return f"auf den Gebietsstand {self.day:%d.%m.%Y} umgerechnet, {how}"


_EXACTLY = "genau (Summe ganzer Gebiete)"


def together(found: Iterable[Brought | None]) -> Brought | None:
    """What holds of a figure that is computed from several: estimated as soon as one of them is."""
    listed = [one for one in found if one is not None]
    return max(listed, key=lambda one: one.estimated, default=None)


@dataclass(frozen=True, slots=True)
class Transfer:
    """The way of a source onto the territory of a day.

    Promise: each pair of area and year stands once in `origins`; an area that none of them names was never changed.
    """

    day: date
    weighting: Weighting
    origins: tuple[Origin, ...]
    _at: Mapping[tuple[str, int], Origin] = field(init=False, repr=False, compare=False)
    _named: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_at", MappingProxyType({(one.area, one.year): one for one in self.origins}))
        object.__setattr__(self, "_named", frozenset(one.area for one in self.origins))

    def origin(self, area: str, year: int) -> Origin | None:
        """What the area was made of in that year; None: it was the same area.

        A year before the territory without an Umsteigeschlüssel leaves nothing to say; from its year on every
        area is what it is.
        """
        found = self._at.get((area, year))
        if found is not None:
            return None if found.unchanged else found
        if area not in self._named or year >= self.day.year:
            return None
        return Origin(area, year, why=no_year(year))

    def former(self, areas: Iterable[str]) -> tuple[str, ...]:
        """The old areas that these areas were made of, in order."""
        asked = set(areas)
        return tuple(dict.fromkeys(p.source for one in self.origins if one.area in asked for p in one.parts))

    def closed(self, why: str, areas: Iterable[str] | None = None) -> "Transfer":
        """The same, but nothing is said of these areas (all of them if none are named) where they were changed."""
        shut = self._named if areas is None else set(areas)
        return Transfer(
            self.day,
            self.weighting,
            tuple(replace(one, why=why) if one.area in shut and not one.unchanged else one for one in self.origins),
        )


def origins_of(rows: Iterable[Apportionment]) -> tuple[Origin, ...]:
    """The rows of an Umsteigeschlüssel by new area and year; a row that gives nothing by any weighting says nothing."""
    found: dict[tuple[str, int], list[Apportionment]] = {}
    for row in rows:
        if any(row.weights.all):
            found.setdefault((row.target, row.source_day.year), []).append(row)
    return tuple(Origin(area, year, tuple(parts)) for (area, year), parts in sorted(found.items()))


def no_year(year: int) -> str:
    """Why nothing can be said of a year."""
    return f"Für {year} liegt kein Umsteigeschlüssel vor."


def unchanged(area: str, year: int, day: date) -> Origin:
    """Of an area that was never changed."""
    return Origin(area, year, (Apportionment(area, area, date(year, 12, 31), day, _ALL, _ALL),))


_ALL = Measured(Decimal(1), Decimal(1), Decimal(1))


def union_of(area: str, year: int, members: Iterable[Origin]) -> Origin:
    """What an area was made of that consists of whole others; a share that none of these has is nobody's."""
    parts: dict[str, Apportionment] = {}
    for member in members:
        if member.why:
            return Origin(area, year, why=member.why)
        for row in member.parts:
            before = parts.get(row.source)
            weights = row.weights if before is None else _added(before.weights, row.weights)
            parts[row.source] = Apportionment(
                row.source, area, row.source_day, row.target_day, weights, row.amounts, row.source_name
            )
    return Origin(area, year, tuple(parts.values()))


def _added(one: Measured, other: Measured) -> Measured:
    employees = None if one.employees is None or other.employees is None else _whole(one.employees + other.employees)
    return Measured(_whole(one.area + other.area), _whole(one.population + other.population), employees)


def _whole(weight: Decimal) -> Decimal:
    """Shares are told with some six decimals: what lacks no more than that is all of it."""
    return Decimal(1) if abs(weight - 1) < _ALMOST else weight
