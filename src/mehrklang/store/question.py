"""Questions to the store."""

from dataclasses import dataclass

from mehrklang.vocabulary import EVERYTHING, Area, Breakdown, Unit


@dataclass(frozen=True, slots=True)
class Request:
    """One measure in one unit, for one breakdown; answered for every area and period."""

    measure: str
    unit: Unit
    where: Breakdown = EVERYTHING

    @property
    def features(self) -> tuple[str, ...]:
        """The features that the request names, in order."""
        return tuple(feature for feature, _ in self.where.pairs)


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be looked up or added up.

    `deliveries` are keys that `Store.append` gave; `areas` None: every delivered area; `hierarchy` says by `parent`
    which areas make up which (needed for areas that are not delivered themselves, and by the guard).
    """

    deliveries: tuple[str, ...]
    requests: tuple[Request, ...]
    areas: tuple[str, ...] | None = None
    hierarchy: tuple[Area, ...] = ()
