"""From the terms of a definition to the parts of a computation: find the cells in their cubes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from mehrklang.catalogue import Term
from mehrklang.cubes import Cell, ProtectedCube
from mehrklang.indicators.count import count
from mehrklang.indicators.matching import earlier, match
from mehrklang.indicators.part import Part
from mehrklang.indicators.transferred import bring
from mehrklang.indicators.uncertainty.rounding import slack_of_base, slack_of_decimals
from mehrklang.territory import Origin, Transfer
from mehrklang.vocabulary import Figure, Material, Period, Reason, Unit

_ABSENT = Figure.withheld(Reason.NOT_DELIVERED)
MOST_DECIMALS = 6
"""A published number with more decimals was not rounded for print: nothing is known about its rounding."""


@dataclass(frozen=True, slots=True)
class Column:
    """The cells of one term by period. `role` ("Zähler", "Nenner") lets the notes of its parts name it."""

    unit: Unit
    cells: Mapping[Period, Cell]
    role: str = ""
    rate_floor: int = 0
    slack: Decimal | None = None
    own_slack: Decimal | None = None
    """How far our own protection may have moved a count; `slack` is the producer's rounding."""
    base: int = 0

    def part(self, period: Period) -> Part:
        """The part for a period, in the term's unit."""
        cell = self.cells.get(period)
        if cell is not None:
            return self._part(cell, ())
        matched = match(period, self.cells)
        if matched is None:
            return Part(_ABSENT, self.unit, notes=_notes(_ABSENT, self.role))
        other = f"{self.role}: {matched.label} zu {period.label} (gleiches Kalenderjahr)."
        return self._part(self.cells[matched], (other,))

    def _part(self, cell: Cell, notes: tuple[str, ...]) -> Part:
        published = cell.material is Material.PUBLISHED
        slack = self.slack if published else self.own_slack
        return Part(
            figure=_zero_after_rounding(cell.figure) if slack and self.unit.additive else cell.figure,
            unit=self.unit,
            lineage=cell.lineage,
            notes=(*notes, *_notes(cell.figure, self.role)),
            rate_floor=self.rate_floor,
            material=cell.material,
            slack=slack,
            base=0 if published else self.base,
        )


@dataclass(frozen=True, slots=True)
class Transferred:
    """One term of an area on another territory: in each year the sum of the cells of the areas that it was made of
    then, each with its weight. What is added up has passed the guard: where it withholds a cell, the sum is withheld.
    """

    own: Column
    former: Mapping[str, Column]
    area: str
    transfer: Transfer

    @property
    def unit(self) -> Unit:
        """The unit of the term."""
        return self.own.unit

    @property
    def cells(self) -> Mapping[Period, Cell]:
        """The cells by period: which periods there are."""
        earlier = {period: cell for column in self.former.values() for period, cell in column.cells.items()}
        return {**{period: cell for period, cell in earlier.items() if self._origin(period)}, **self.own.cells}

    def part(self, period: Period) -> Part:
        """The count of the area on the territory of the transfer."""
        origin = self._origin(period)
        if origin is None:
            return self.own.part(period)
        return bring(
            [(row, self.former[row.source].part(period)) for row in origin.parts], origin, self.transfer, self.unit
        )

    def _origin(self, period: Period) -> Origin | None:
        return self.transfer.origin(self.area, period.year)


@dataclass(frozen=True, slots=True)
class Pooled:
    """One term in several areas or years together: what is asked for is always the sum of their cells, so that every
    kind is computed anew from its parts and never averaged. The areas do not overlap."""

    columns: tuple[Column | Transferred, ...]
    years: int = 1

    @property
    def cells(self) -> Mapping[Period, Cell]:
        """The cells of any area by period: which periods there are."""
        return {period: cell for column in self.columns for period, cell in column.cells.items()}

    def part(self, period: Period) -> Part:
        """The sum over the areas and over the years that end with the period; as withheld as any of its cells."""
        periods = [earlier(period, self.cells, back) for back in reversed(range(self.years))]
        parts = [column.part(each) for each in periods if each is not None for column in self.columns]
        missing = [Part(_ABSENT, self.columns[0].unit) for each in periods if each is None]
        return count([*parts, *missing])


AnyColumn = Column | Transferred | Pooled


@dataclass(frozen=True, slots=True)
class Lookup:
    """The cells of one area in the cubes of all sources; `source` is the one that a term without its own means.

    `roundings` has the base to which a source rounds its counts.
    """

    cubes: Mapping[str, ProtectedCube]
    source: str
    area: str
    roundings: Mapping[str, int]
    members: tuple[str, ...] = ()
    years: int = 1
    transfers: Mapping[str, Transfer] = field(default_factory=lambda: MappingProxyType({}))

    def column(self, term: Term, *, role: str = "") -> AnyColumn:
        """All cells of a term; none if its source is not there at all. With `members` the sum of these areas stands for
        the area, with `years` > 1 the sum of so many years for a year."""
        if not self.members and self.years == 1:
            return self._on_territory(term, role, self.area)
        areas = self.members or (self.area,)
        return Pooled(tuple(self._on_territory(term, role, area) for area in areas), self.years)

    def _on_territory(self, term: Term, role: str, area: str) -> Column | Transferred:
        own, transfer = self._column(term, role, area), self.transfers.get(term.source or self.source)
        if transfer is None:
            return own
        former = {each: self._column(term, role, each) for each in transfer.former([area])}
        return Transferred(own, former, area, transfer)

    def _column(self, term: Term, role: str, area: str) -> Column:
        source = term.source or self.source
        cube = self.cubes.get(source)
        if cube is None:
            return Column(term.unit, {}, role)
        cells = cube.column(measure=term.measure, unit=term.unit, area=area, breakdown=term.where)
        slack, done = self._slack(source, term.unit, cells.values()), cube.protection
        own = Decimal(done.slack) / (1000 if term.unit.in_thousands else 1) if done.slack else None
        return Column(term.unit, cells, role, done.rate_floor, slack, own, done.base)

    def _slack(self, source: str, unit: Unit, cells: Iterable[Cell]) -> Decimal | None:
        """By the source's base for counts, by the decimals that the whole column uses for everything else."""
        if unit is Unit.COUNT:
            return slack_of_base(self.roundings.get(source, 0))
        published = (cell.figure.number for cell in cells if cell.material is Material.PUBLISHED)
        decimals = max((_decimals(number) for number in published if number is not None), default=None)
        return None if decimals is None or decimals > MOST_DECIMALS else slack_of_decimals(decimals)


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _zero_after_rounding(figure: Figure) -> Figure:
    """A zero that was rounded is no exact zero; where the source itself writes –, it is."""
    return Figure.rounded_zero() if figure.number == 0 and figure.sign is None else figure


def _notes(figure: Figure, role: str) -> tuple[str, ...]:
    """Why a part of a larger computation has its sign; a figure that stands alone says so itself."""
    if not role or figure.reason is None or figure.reason is Reason.NOTHING_THERE:
        return ()
    return (f"{role}: {figure.reason.meaning}",)
