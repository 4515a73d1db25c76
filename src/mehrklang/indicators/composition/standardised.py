"""STANDARDISED RATE (standardisierte Rate): a rate as it would be with the age and sex composition of another group.

Direct: Σ Sᵢ · (cᵢ : nᵢ) : Σ Sᵢ, the group's rates in the layers of the standard population S. Indirect: crude rate of
the standard · Σ cᵢ : Σ nᵢ · (Cᵢ : Sᵢ), for few cases per layer. Neither is a rate that anybody has: both say what a
comparison would be if the groups were composed alike.
Source: Breslow, N. E.; Day, N. E. (1987): Statistical Methods in Cancer Research II, chapter 2.
"""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.indicators.composition.exact import known, total, weighted
from mehrklang.indicators.composition.stratum import Stratum
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure, Reason, Sign


def directly_standardised(strata: Sequence[Stratum], *, per: int = 100) -> Figure:
    """The group's rate in the composition of the standard. A layer without persons of the group has no rate: blocked.

    >>> young = Stratum("jung", Figure.of(10), Figure.of(100), Figure.of(5), Figure.of(50))
    >>> old = Stratum("alt", Figure.of(10), Figure.of(50), Figure.of(30), Figure.of(150))
    >>> directly_standardised([young, old]).number
    Decimal('17.5')
    """
    barred = obstacle(*[figure for each in strata for figure in (each.cases, each.persons, each.standard_persons)])
    if barred:
        return barred
    if any(known(each.persons) <= 0 for each in strata):
        return _NO_PERSONS
    expected = weighted((known(each.standard_persons), _rate(each.cases, each.persons)) for each in strata)
    return _result(expected, total(known(each.standard_persons) for each in strata), strata, per)


def indirectly_standardised(strata: Sequence[Stratum], *, per: int = 100) -> Figure:
    """The standard's crude rate times observed by expected cases of the group.

    >>> young = Stratum("jung", Figure.of(12), Figure.of(100), Figure.of(5), Figure.of(50))
    >>> old = Stratum("alt", Figure.of(12), Figure.of(50), Figure.of(30), Figure.of(150))
    >>> indirectly_standardised([young, old]).number
    Decimal('21.00')
    """
    barred = obstacle(*[figure for each in strata for figure in each.figures])
    if barred:
        return barred
    if any(known(each.standard_persons) <= 0 for each in strata):
        return _NO_PERSONS
    expected = weighted((known(each.persons), _rate(each.standard_cases, each.standard_persons)) for each in strata)
    crude = EXACT.divide(
        total(known(each.standard_cases) for each in strata), total(known(each.standard_persons) for each in strata)
    )
    observed = total(known(each.cases) for each in strata)
    return _result(EXACT.multiply(crude, observed), expected, strata, per)


_NO_PERSONS = Figure.signed(Sign.BLOCKED, Reason.DENOMINATOR_ZERO)


def _rate(cases: Figure, persons: Figure) -> Decimal:
    return EXACT.divide(known(cases), known(persons))


def _result(numerator: Decimal, denominator: Decimal, strata: Sequence[Stratum], per: int) -> Figure:
    if denominator <= 0:
        return _NO_PERSONS
    number = EXACT.divide(EXACT.multiply(Decimal(per), numerator), denominator)
    return carry(number, *(figure for each in strata for figure in each.figures))
