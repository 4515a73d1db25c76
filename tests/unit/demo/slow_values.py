"""What an indicator's definition yields from the deliveries: the slow, obvious oracle of the pipeline.

Plain sums over the delivered rows of the whole town, without protection and without engine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import GroupBinding, IndicatorDefinition, IndicatorKind, Source, Term
from mehrklang.demo.delivery import Delivery, Row
from mehrklang.demo.town import CITY
from mehrklang.vocabulary import Figure, Material, Period

Cells = dict[str, list[Row]]
"""Rows by the key of their period."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of an indicator for the whole town, always with a number; its parts where it has them."""

    period: Period
    figure: Figure
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def number(self) -> Decimal:
        """The number of the figure."""
        assert self.figure.number is not None  # points without a number are left out
        return self.figure.number


class Values:
    """All values that definitions yield from deliveries."""

    __slots__ = ("_additive", "_definitions", "_rows")

    def __init__(
        self, deliveries: Iterable[Delivery], definitions: Mapping[str, IndicatorDefinition], sources: Iterable[Source]
    ) -> None:
        self._definitions = definitions
        self._additive = {source.key for source in sources if source.material is Material.ADDITIVE}
        self._rows: dict[tuple[str, str], Cells] = {}
        for delivery in deliveries:
            for row in () if delivery.replaced or delivery.early else delivery.rows:
                cells = self._rows.setdefault((delivery.source, row.measure), {})
                cells.setdefault(row.period, []).append(row)

    def points(self, code: str, group: str) -> tuple[Point, ...]:
        """The values of one group in time, those without a number left out."""
        definition = self._definitions[code]
        derived = definition.derivation
        if derived and definition.kind is IndicatorKind.GAP:
            base = {point.period: point.number for point in self.points(derived.indicator, derived.base)}
            points = self.points(derived.indicator, derived.group)
            return tuple(Point(p.period, Figure.of(p.number - base[p.period])) for p in points if p.period in base)
        if derived:
            return _changes(self.points(derived.indicator, derived.group), derived.years)
        bound = {each.group: (binding.source, each) for binding in definition.bindings for each in binding.groups}
        return self._bound_points(*bound[group])

    def _bound_points(self, source: str, group: GroupBinding) -> tuple[Point, ...]:
        first = group.numerator[0]
        periods = sorted(map(Period.parse, self._rows[first.source or source, first.measure]))
        points = (self._point(source, group, period) for period in periods)
        return tuple(point for point in points if point)

    def _point(self, source: str, group: GroupBinding, period: Period) -> Point | None:
        part = self._sum(source, group.numerator, period)
        if part is None or part.number is None or not group.denominator:
            return Point(period, part) if part and part.known else None
        whole = self._sum(source, group.denominator, period)
        if whole is None or not whole.number:
            return None
        return Point(period, Figure.of(100 * part.number / whole.number), part.number, whole.number)

    def _sum(self, source: str, terms: tuple[Term, ...], period: Period) -> Figure | None:
        """A single cell as it is; of several the sum. None as soon as a cell is missing or has no number."""
        found = [self._matching(source, term, period) for term in terms]
        figures = [row.figure for rows in found for row in rows]
        if not all(found) or not all(figure.known for figure in figures):
            return None
        if len(figures) == 1:
            return figures[0]
        return Figure.of(sum((figure.number for figure in figures if figure.number is not None), Decimal(0)))

    def _matching(self, source: str, term: Term, period: Period) -> list[Row]:
        """Additive: all rows of the categories named, in all quarters. Published: the one row of exactly these."""
        key = term.source or source
        rows = self._rows.get((key, term.measure), {}).get(period.key, [])
        wanted = set(term.where.pairs)
        if key in self._additive:
            return [row for row in rows if wanted <= set(row.categories.pairs)]
        return [row for row in rows if row.area is CITY and row.categories == term.where]


def _changes(points: tuple[Point, ...], years: int) -> tuple[Point, ...]:
    """The change in percent against the value that many years before."""
    by_year = {point.period.year: point.number for point in points}
    return tuple(
        Point(point.period, Figure.of(100 * (point.number - before) / before))
        for point in points
        if (before := by_year.get(point.period.year - years))
    )
