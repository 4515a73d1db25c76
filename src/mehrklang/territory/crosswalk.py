"""From one territory to another: all apportionments between two days, and unions that the office defines itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from types import MappingProxyType
from typing import Self

from mehrklang.territory.apportionment import Apportionment, Measured, Weighting
from mehrklang.vocabulary import Area

_WHOLE = Measured(Decimal(1), Decimal(1), Decimal(1))
_DIGITS = 34


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """The apportionments between two territories; `by_target` lists the parts of every new area.

    Promise: one pair of days; each pair of source and target once.
    """

    rows: tuple[Apportionment, ...]
    by_target: Mapping[str, tuple[Apportionment, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if len({(row.source_day, row.target_day) for row in self.rows}) > 1:
            raise ValueError("a crosswalk joins two territories, not more")
        if len({(row.source, row.target) for row in self.rows}) < len(self.rows):
            raise ValueError("a pair of areas stands twice in a crosswalk")
        found: dict[str, list[Apportionment]] = {}
        for row in self.rows:
            found.setdefault(row.target, []).append(row)
        parts = {target: tuple(rows) for target, rows in found.items()}
        object.__setattr__(self, "by_target", MappingProxyType(parts))

    @classmethod
    def of_unions(cls, unions: Iterable[tuple[Area, tuple[str, ...]]], day: date) -> Self:
        """Areas that are unions of whole others, on the same day: exact, by every weighting."""
        return cls(
            tuple(
                Apportionment(part, union.key, day, day, _WHOLE, _WHOLE, target_name=union.name)
                for union, parts in unions
                for part in parts
            )
        )

    @property
    def sources(self) -> frozenset[str]:
        """The old areas."""
        return frozenset(row.source for row in self.rows)

    def reversed(self) -> "Crosswalk":
        """From the new territory back to the old one.

        The weights are made anew from the amounts: the share of the new area that comes from the old one, by area,
        population and employees of the old day. They suppose that the new area is still made up as it was then.
        """
        totals = {target: _sum(row.amounts for row in rows) for target, rows in self.by_target.items()}
        return Crosswalk(tuple(_reversed(row, totals[row.target]) for row in self.rows))


def _reversed(row: Apportionment, total: Measured) -> Apportionment:
    return Apportionment(
        source=row.target,
        target=row.source,
        source_day=row.target_day,
        target_day=row.source_day,
        weights=_shares(row.amounts, total),
        amounts=row.amounts,
        source_name=row.target_name,
        target_name=row.source_name,
    )


def _sum(amounts: Iterable[Measured]) -> Measured:
    listed = tuple(amounts)
    employees = [one.employees for one in listed if one.employees is not None]
    return Measured(
        sum((one.area for one in listed), Decimal(0)),
        sum((one.population for one in listed), Decimal(0)),
        sum(employees, Decimal(0)) if len(employees) == len(listed) else None,
    )


def _shares(part: Measured, total: Measured) -> Measured:
    def share(weighting: Weighting) -> Decimal | None:
        own, whole = part.by(weighting), total.by(weighting)
        if own is None or whole is None:
            return None
        with localcontext(prec=_DIGITS):
            return own / whole if whole else Decimal(0)

    area, population = share(Weighting.AREA), share(Weighting.POPULATION)
    assert area is not None
    assert population is not None  # every row has both
    return Measured(area, population, share(Weighting.EMPLOYEES))
