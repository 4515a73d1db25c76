"""Questions to the store."""

from dataclasses import dataclass, field

from mehrklang.territory import Membership
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
    which areas make up which (needed for areas that are not delivered themselves, and by the guard). `before` and
    `areas_before` were asked for in the past: such cells are counted and related to the others, and stay hidden.
    `deliveries` stand in the order in which they came; `superseded` are those that they replaced, also in order: they
    only say what a published cell was before.
    `memberships` add further hierarchies (Sozialräume), in which the same areas make up others.
    `secret`: the office's own text, where the guard needs keys of the rows (cell-key method).
    `greatest`: how many of the greatest single amounts of a cell the guard needs (0: none, as with counts).
    """

    deliveries: tuple[str, ...]
    requests: tuple[Request, ...]
    areas: tuple[str, ...] | None = None
    hierarchy: tuple[Area, ...] = ()
    before: tuple[Request, ...] = ()
    areas_before: tuple[str, ...] = ()
    greatest: int = 0
    superseded: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    memberships: tuple[Membership, ...] = ()

    @property
    def all_requests(self) -> tuple[Request, ...]:
        """Today's requests and those of the past, each once."""
        return tuple(dict.fromkeys((*self.requests, *self.before)))

    @property
    def all_areas(self) -> tuple[str, ...] | None:
        """Today's areas and those of the past."""
        return None if self.areas is None else tuple(dict.fromkeys((*self.areas, *self.areas_before)))
