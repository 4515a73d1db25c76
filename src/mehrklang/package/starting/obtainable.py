"""Which candidate indicators a municipality can have figures for, from whom, and at what pains."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from mehrklang.catalogue import Access, Authority, Catalogue, IndicatorDefinition, Source
from mehrklang.package.reach import reach_of
from mehrklang.package.starting.ways import Way, ways
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.vocabulary import Area
from mehrklang.vocabulary.german import format_exact


class Standing(Enum):
    """How the figures can be had for the municipality itself, in German as pages show it."""

    PUBLIC = "öffentlich"
    ASKED = "auf Anfrage"
    OWN_OFFICE = "eigenes Amt oder eigene Erhebung"
    STATISTICS = "nur mit abgeschotteter Statistikstelle"
    ABOVE = "nur für ein größeres Gebiet"
    NONE = "keine Quelle bekannt"


@dataclass(frozen=True, slots=True)
class Obtainable:
    """The answer for one indicator: how its figures can be had, and the best way with its source (None: no way)."""

    definition: IndicatorDefinition
    standing: Standing
    way: Way | None = None
    source: Source | None = None

    @property
    def holder(self) -> str:
        """Whom to ask."""
        if self.source is None:
            return self.definition.source
        return self.source.supply.holder or self.source.producer

    @property
    def access(self) -> str:
        """How the figures can be had, in a word."""
        known = self.source.supply.access if self.source else None
        return known.label if known else "zu klären"

    @property
    def rhythm(self) -> str:
        """How often there are new figures."""
        if self.source is None:
            return "zu klären"
        known = self.source.supply.cadence
        return known.label if known else self.source.rhythm or "zu klären"

    @property
    def effort(self) -> str:
        """Hours per delivery where the source says so, else what has to be done."""
        hours = self.source.supply.effort_hours if self.source else None
        return f"{format_exact(hours)} Stunden je Lieferung" if hours is not None else _EFFORT[self.standing]


_EFFORT = {
    Standing.PUBLIC: "Tabelle herunterladen",
    Standing.ASKED: "Anfrage stellen, Auswertung abwarten",
    Standing.OWN_OFFICE: "Auswertung im Haus vereinbaren oder befragen",
    Standing.STATISTICS: "Auswertung durch die Statistikstelle",
    Standing.ABOVE: "Tabelle herunterladen, nur zur Einordnung",
    Standing.NONE: "Quelle suchen",
}
_WITHOUT_OFFICE = (
    Standing.PUBLIC,
    Standing.ASKED,
    Standing.OWN_OFFICE,
    Standing.ABOVE,
    Standing.STATISTICS,
)
_WITH_OFFICE = (
    Standing.STATISTICS,
    Standing.PUBLIC,
    Standing.ASKED,
    Standing.OWN_OFFICE,
    Standing.ABOVE,
)


def obtainable(
    definitions: Iterable[IndicatorDefinition], catalogue: Catalogue, area: Area, point: StartingPoint
) -> tuple[Obtainable, ...]:
    """The answer for each indicator, in the given order. `area` is the municipality's own.

    >>> from mehrklang.catalogue import load
    >>> from mehrklang.territory.municipalities import lineage
    >>> kreis, wanted = lineage("03459")[0], [load().indicator("auslaenderanteil"), load().indicator("wohneigentum")]
    >>> [each.standing.value for each in obtainable(wanted, load(), kreis, StartingPoint.PUBLIC_DATA)]
    ['öffentlich', 'nur für ein größeres Gebiet']
    """
    order = _WITH_OFFICE if point is StartingPoint.LARGE_CITY else _WITHOUT_OFFICE
    return tuple(_best(each, catalogue, area, order) for each in definitions)


def _best(definition: IndicatorDefinition, catalogue: Catalogue, area: Area, order: tuple[Standing, ...]) -> Obtainable:
    found = [
        Obtainable(definition, _standing(catalogue.source(way.source), way, area), way, catalogue.source(way.source))
        for way in ways(definition, catalogue, area.key)
    ]
    return min(found, key=lambda each: order.index(each.standing), default=Obtainable(definition, Standing.NONE))


def _standing(source: Source, way: Way, area: Area) -> Standing:
    supply = source.supply
    if supply.access is Access.STATISTICS_ONLY:
        return Standing.STATISTICS
    if way.level is not None and reach_of(way.level) < reach_of(area.level):
        return Standing.ABOVE
    if supply.access is Access.OPEN:
        return Standing.PUBLIC
    return Standing.OWN_OFFICE if supply.authority is Authority.MUNICIPALITY else Standing.ASKED
