"""Parts of a group, for kinds that need more cells than a numerator and a denominator; weighted other indicators."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mehrklang.vocabulary import EVERYTHING, Breakdown, Unit


@dataclass(frozen=True, slots=True)
class Term:
    """One cell to look up per area and period: a measure of a source in a unit, for a breakdown.

    `source` is empty where it is the binding's own source.
    """

    measure: str
    unit: Unit
    where: Breakdown = EVERYTHING
    source: str = ""


@dataclass(frozen=True, slots=True)
class Layer:
    """One part of a group: an age group (standardised rates), a class of values (mean, median), a category (diversity),
    a stratum of a sample (survey), or the body in which a group is represented.

    `numerator` are the cases or persons of the part, `denominator` the persons they are among; `reference_numerator`
    and `reference_denominator` the same of what the group is compared with, or `weight` a stated standard population
    instead. A class holds the values from `lower` to below `upper` (None: open). Of a survey the numerator and the
    denominator are sums of weights, `respondents` the number of persons, `squares` and `numerator_squares` the sums of
    the squared weights of all and of those who say yes (absent: unweighted).
    """

    name: str
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...] = ()
    reference_numerator: tuple[Term, ...] = ()
    reference_denominator: tuple[Term, ...] = ()
    respondents: tuple[Term, ...] = ()
    squares: tuple[Term, ...] = ()
    numerator_squares: tuple[Term, ...] = ()
    lower: Decimal | None = None
    upper: Decimal | None = None
    weight: Decimal | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every cell that it takes."""
        return (
            *self.numerator,
            *self.denominator,
            *self.reference_numerator,
            *self.reference_denominator,
            *self.respondents,
            *self.squares,
            *self.numerator_squares,
        )


class ChangeForm(StrEnum):
    """How a change is told: as is usual for its unit (counts and prices in per cent, everything else by a difference),
    or expressly so."""

    USUAL = "ueblich"
    ABSOLUTE = "absolut"
    RELATIVE = "prozentual"
    PER_YEAR = "je-jahr"


@dataclass(frozen=True, slots=True)
class WeightedIndicator:
    """One group of another indicator with its stated weight in a composite; the weight is positive."""

    indicator: str
    group: str
    weight: Decimal
