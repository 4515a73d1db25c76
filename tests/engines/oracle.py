"""The slow, obvious oracle: answers every question by looking at each observation, one cell at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from mehrklang.cubes import CellKey
from mehrklang.store import Question, Request
from mehrklang.vocabulary import Area, AreaLevel, Figure, Material, Observation, Period, Reason, Sign

Delivery = Sequence[Observation]


class Contradiction(Exception):  # noqa: N818 — an answer, not an error of the oracle
    """The rows of a cell contradict each other."""


@dataclass
class Sum:
    """A sum on paper: a list of figures, and whether a part is lacking."""

    figures: list[Figure]
    lacking: bool = False


def answer(deliveries: Sequence[Delivery], question: Question) -> dict[CellKey, Figure]:
    """The figure of every cell."""
    oracle = Oracle(deliveries, question)
    cells: dict[CellKey, Figure] = {}
    for request in question.requests:
        for period in {o.period for delivery in deliveries for o in delivery}:
            oracle.check(request, period)
            for area in oracle.everywhere():
                figure = oracle.figure(request, period, area)
                if figure is not None:
                    cells[CellKey(request.measure, request.unit, area, period, request.where)] = figure
    return cells


class Oracle:
    """All rows of a question."""

    def __init__(self, deliveries: Sequence[Delivery], question: Question) -> None:
        self.rows = [(number, o) for number, delivery in enumerate(deliveries) for o in delivery]
        self.question = question
        asked = {(request.measure, request.unit) for request in question.requests}
        added = {o.area for _, o in self.rows if o.material is Material.ADDITIVE and (o.measure, o.unit) in asked}
        self.added_areas = added if question.areas is None else set(question.areas)

    def everywhere(self) -> set[str]:
        """All areas that may have a cell."""
        if self.question.areas is not None:
            return set(self.question.areas)
        return {o.area for _, o in self.rows}

    def figure(self, request: Request, period: Period, area: str) -> Figure | None:
        """The figure of a cell, None if there is no row for it."""
        told = {o.figure for _, o in self.of(request, period, area, Material.PUBLISHED) if o.breakdown == request.where}
        added = self.sum(request, period, area) if area in self.added_areas else None
        if len(told) + (added is not None) > 1:
            raise Contradiction
        return add_up(added) if added is not None else next(iter(told), None)

    def check(self, request: Request, period: Period) -> None:
        """A contradiction below an asked area is one, too."""
        for area in {o.area for _, o in self.rows} & self.reach(self.added_areas):
            self.own(request, period, area)

    def sum(self, request: Request, period: Period, area: str) -> Sum | None:
        """The area's own rows, else those of its parts."""
        own = self.own(request, period, area)
        if own:
            return Sum([o.figure for o in own])
        found = []
        children = [a for a in self.question.hierarchy if a.parent == area]
        rest = [a for a in children if a.level is AreaLevel.UNASSIGNED]
        for level in AreaLevel:
            parts = [a for a in children if a.level is level and a not in rest]
            if parts and (one := self.together(request, period, parts + rest)):
                found.append(one)
        return next((one for one in found if not one.lacking), found[0] if found else None)

    def together(self, request: Request, period: Period, parts: list[Area]) -> Sum | None:
        """The sum of areas."""
        sums = [(part, self.sum(request, period, part.key)) for part in parts]
        known = [one for _, one in sums if one is not None]
        lacking = any(
            one is None and part.level is not AreaLevel.UNASSIGNED and not self.delivered(request, period, part.key)
            for part, one in sums
        )
        if not known:
            return None
        figures = [figure for one in known for figure in one.figures]
        return Sum(figures, lacking or any(one.lacking for one in known))

    def own(self, request: Request, period: Period, area: str) -> list[Observation]:
        """The additive rows that are the cell."""
        rows = [
            (number, o)
            for number, o in self.of(request, period, area, Material.ADDITIVE)
            if set(request.where.pairs) <= set(o.breakdown.pairs)
        ]
        rows = [(number, o) for number, o in rows if o.breakdown == request.where] or rows
        if len({(number, tuple(f for f, _ in o.breakdown.pairs)) for number, o in rows}) > 1:
            raise Contradiction
        return [o for _, o in rows]

    def of(self, request: Request, period: Period, area: str, material: Material) -> list[tuple[int, Observation]]:
        """The rows of a measure."""
        return [
            (number, o)
            for number, o in self.rows
            if (o.measure, o.unit, o.period, o.area, o.material)
            == (request.measure, request.unit, period, area, material)
        ]

    def delivered(self, request: Request, period: Period, area: str) -> bool:
        """Whether anything is known of the measure in the area."""
        return any(self.of(request, period, place, Material.ADDITIVE) for place in self.reach({area}))

    def reach(self, areas: set[str]) -> set[str]:
        """The areas and those in them."""
        below = {a.key for a in self.question.hierarchy if a.parent in areas}
        return areas if below <= areas else self.reach(areas | below)


def add_up(parts: Sum) -> Figure:
    """What a sum says."""
    if len(parts.figures) == 1 and not parts.lacking:
        return parts.figures[0]
    hidden = [figure.reason for figure in parts.figures if figure.number is None]
    if any(reason is not None and reason.withheld for reason in hidden):
        return Figure.withheld(Reason.PART_WITHHELD)
    if hidden and not parts.lacking and set(hidden) == {Reason.BELOW_HALF_UNIT}:
        return Figure.withheld(Reason.PART_BELOW_HALF_UNIT)
    if hidden or parts.lacking:
        return Figure.withheld(Reason.PART_MISSING)
    if all(figure.sign is Sign.NOTHING for figure in parts.figures):
        return Figure.nothing()
    total = exact(sum(Fraction(figure.number) for figure in parts.figures if figure.number is not None))
    limited = any(figure.sign is Sign.LIMITED for figure in parts.figures)
    return Figure.limited(total) if limited else Figure.of(total)


def exact(number: Fraction | int) -> Decimal:
    """A fraction with at most 20 decimals as a decimal, without any rounding."""
    return Decimal(f"{int(number * 10**20)}E-20")
