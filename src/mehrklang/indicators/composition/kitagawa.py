"""DECOMPOSITION (Zerlegung eines Abstands): how much of a gap goes with a different composition, how much does not.

Formulas: composition Σ (sᵢ − Sᵢ) · (rᵢ + Rᵢ) : 2, rates Σ (rᵢ − Rᵢ) · (sᵢ + Sᵢ) : 2, with s, S the shares of the layers
and r, R their rates; together exactly the difference of the crude rates. It is arithmetic, not a cause.
Source: Kitagawa, E. M. (1955): Components of a difference between two rates. Journal of the American Statistical
Association 50, 1168–1194.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.composition.exact import known, total, weighted
from mehrklang.indicators.composition.stratum import Stratum
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure, Reason, Sign

_TWO = Decimal(2)


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The gap of the crude rates and its two parts: all signs of one kind, or all numbers; both parts make the gap."""

    gap: Figure
    composition: Figure
    rates: Figure


def kitagawa(strata: Sequence[Stratum], *, per: int = 100) -> Decomposition:
    """The gap group − standard.

    >>> young = Stratum("jung", Figure.of(10), Figure.of(100), Figure.of(5), Figure.of(50))
    >>> old = Stratum("alt", Figure.of(20), Figure.of(100), Figure.of(30), Figure.of(150))
    >>> parts = kitagawa([young, old])
    >>> parts.gap.number, parts.composition.number, parts.rates.number
    (Decimal('-2.5000'), Decimal('-2.500'), Decimal('0.0000'))
    """
    figures = [figure for each in strata for figure in each.figures]
    barred = obstacle(*figures)
    if barred is None and any(min(known(each.persons), known(each.standard_persons)) <= 0 for each in strata):
        barred = Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO)
    if barred:
        return Decomposition(barred, barred, barred)
    rows = _rows(strata)
    composition = weighted((share - other, (rate + standard) / _TWO) for share, other, rate, standard in rows)
    rates = weighted((rate - standard, (share + other) / _TWO) for share, other, rate, standard in rows)
    parts = (EXACT.add(composition, rates), composition, rates)
    return Decomposition(*(carry(EXACT.multiply(Decimal(per), number), *figures) for number in parts))


def _rows(strata: Sequence[Stratum]) -> list[tuple[Decimal, Decimal, Decimal, Decimal]]:
    """Share and standard share, rate and standard rate of each layer."""
    persons = total(known(each.persons) for each in strata)
    standard = total(known(each.standard_persons) for each in strata)
    return [
        (
            EXACT.divide(known(each.persons), persons),
            EXACT.divide(known(each.standard_persons), standard),
            EXACT.divide(known(each.cases), known(each.persons)),
            EXACT.divide(known(each.standard_cases), known(each.standard_persons)),
        )
        for each in strata
    ]
