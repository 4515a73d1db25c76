"""What is to be expected of an indicator here: from where it comes, on which terms, for which areas."""

from dataclasses import dataclass, replace
from enum import Enum

from mehrklang.catalogue import Access, FeatureDefinition, IndicatorDefinition, Perspective, Supply
from mehrklang.package.chosen import bindings_of, sources_of
from mehrklang.package.monitoring import Selection
from mehrklang.package.reach import reach_of
from mehrklang.package.starting.ways import holds_for, listed_ways
from mehrklang.package.weighing.situation import Situation
from mehrklang.vocabulary import AreaLevel


class Secured(Enum):
    """How sure it is that the figures come, from the surest to what cannot come; in German for pages."""

    DELIVERED = "liegt vor"
    OPEN = "offen zugänglich"
    PROMISED = "zugesagt"
    ON_REQUEST = "auf Anfrage"
    STATISTICS_ONLY = "nur Statistikstelle"
    UNKNOWN = "Zugang nicht bekannt"
    NO_SOURCE = "keine Quelle"
    REFUSED = "verweigert"

    @property
    def is_sure(self) -> bool:
        """Whether nobody has to be asked any more."""
        return self in (Secured.DELIVERED, Secured.OPEN, Secured.PROMISED)


_OF_ACCESS = {
    Access.OPEN: Secured.OPEN,
    Access.ON_REQUEST: Secured.ON_REQUEST,
    Access.STATISTICS_ONLY: Secured.STATISTICS_ONLY,
    Access.REFUSED: Secured.REFUSED,
}
_ORDER = tuple(Secured)


@dataclass(frozen=True, slots=True)
class Origin:
    """One source that the indicator takes cells from, with the conditions that hold here; `rhythm` is in words.

    `bound` is False where the figures can be had there, but the catalogue does not say yet from which cells.
    """

    key: str
    name: str
    supply: Supply
    secured: Secured
    rhythm: str = ""
    bound: bool = True


@dataclass(frozen=True, slots=True)
class Prospect:
    """An indicator, chosen or not, with what is known of it. `origins` are all sources that it needs together."""

    selection: Selection
    definition: IndicatorDefinition
    origins: tuple[Origin, ...]
    features: tuple[FeatureDefinition, ...]

    @property
    def perspective(self) -> Perspective:
        """As it is seen here, otherwise as the catalogue has it."""
        return self.selection.perspective or self.definition.perspective

    @property
    def secured(self) -> Secured:
        """As sure as the least sure of its sources."""
        return max((each.secured for each in self.origins), key=_ORDER.index, default=Secured.NO_SOURCE)

    @property
    def level(self) -> AreaLevel | None:
        """The smallest level that all its sources deliver; without a source that which the catalogue knows. None where
        nobody says.
        """
        if not self.origins:
            return self.definition.level
        levels = [each.supply.level for each in self.origins]
        known = [each for each in levels if each is not None]
        return min(known, key=reach_of) if known and len(known) == len(levels) else None

    def reaches(self, level: AreaLevel) -> bool | None:
        """Whether there are values for areas of a level; None where that is not known."""
        return None if self.level is None else reach_of(self.level) >= reach_of(level)

    @property
    def tells_apart(self) -> bool:
        """Whether people are told apart by a feature."""
        return bool(self.definition.features)


def prospect(selection: Selection, situation: Situation) -> Prospect:
    """What is known of one indicator; KeyError where no catalogue defines it.

    Of an indicator that several sources could give, the first one counts of which a delivery is there, otherwise the
    first that holds for the municipality; where there is none, the first other way to its figures.
    """
    definition = situation.definitions[selection.code]
    bindings = tuple(each for each in bindings_of(selection, situation.definitions) if _holds(each.source, situation))
    if not bindings:
        return Prospect(selection, definition, _by_way(selection, situation), _named(definition.definitions, situation))
    binding = next((each for each in bindings if each.source in situation.delivered), bindings[0])
    return Prospect(
        selection,
        definition,
        tuple(_origin(key, situation) for key in sources_of(binding)),
        _named((binding.definition,), situation),
    )


def _named(keys: tuple[str, ...], situation: Situation) -> tuple[FeatureDefinition, ...]:
    return tuple(situation.features[key] for key in keys if key in situation.features and key != "keins")


def _holds(source: str, situation: Situation) -> bool:
    return source in situation.delivered or holds_for(source, situation.area)


def _by_way(selection: Selection, situation: Situation) -> tuple[Origin, ...]:
    """The first known way to the figures, with the finest level that they have there."""
    ways = listed_ways(selection.code, situation.area)
    way = next((each for each in ways if selection.source in ("", each.source)), None)
    if way is None:
        return ()
    origin = _origin(way.source, situation)
    return (replace(origin, supply=replace(origin.supply, level=way.level or origin.supply.level), bound=False),)


def _origin(key: str, situation: Situation) -> Origin:
    source, supply = situation.sources.get(key), situation.supply(key)
    rhythm = supply.cadence.label if supply.cadence else source.rhythm if source else ""
    return Origin(key, source.name if source else key, supply, _secured(key, supply, situation), rhythm)


def _secured(key: str, supply: Supply, situation: Situation) -> Secured:
    """A refusal counts before everything, then what is there, then what was promised, then what is usual."""
    if key in situation.refused or supply.access is Access.REFUSED:
        return Secured.REFUSED
    if key in situation.delivered:
        return Secured.DELIVERED
    if supply.access is Access.OPEN:
        return Secured.OPEN
    if key in situation.promised:
        return Secured.PROMISED
    return _OF_ACCESS[supply.access] if supply.access else Secured.UNKNOWN
