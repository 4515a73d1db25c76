"""Stabilised rates of small areas: each is drawn towards the rate of all, the more the fewer cases are to be expected.

Empirical Bayes, global: with m = Σ x : Σ n, s² = Σ n (r − m)² : Σ n and n̄ the mean base, the variance between areas is
A = s² − m : n̄ (not below 0); an area's rate r leans on m with own weight A : (A + m : n). For cases, which may exceed
the base. Source: Marshall, R. J. (1991): Mapping disease and mortality rates using empirical Bayes estimators.
Journal of the Royal Statistical Society, Series C 40, 283–294.
"""

from collections.abc import Sequence

from mehrklang.assessment.small_areas.stabilised import Stabilised
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import Figure


def stabilised_rates(areas: Sequence[AreaCounts], *, per: int) -> tuple[Stabilised, ...]:
    """Of the areas whose counts are known and whose base is not empty; at least two, otherwise none.

    >>> from mehrklang.vocabulary import Figure
    >>> counts = [(30, 1000), (10, 1000), (2, 50)]
    >>> found = stabilised_rates([AreaCounts(str(n), Figure.of(x), Figure.of(n)) for x, n in counts], per=1000)
    >>> [(each.raw.number, round(each.stabilised.number, 1)) for each in found]
    [(Decimal('30.0'), Decimal('28.0')), (Decimal('10.0'), Decimal('12.2')), (Decimal('40.0'), Decimal('23.6'))]
    """
    known = [each for each in areas if each.group.known and each.everybody.number]
    counts = [(float(each.group.number or 0), float(each.everybody.number or 0)) for each in known]
    if len(counts) < 2:
        return ()
    mean = sum(x for x, _ in counts) / sum(n for _, n in counts)
    between = _between(counts, mean)
    weights = [between / (between + mean / n) if between else 0.0 for _, n in counts]
    return tuple(
        _drawn(each.area, x / n, mean, own, per) for each, (x, n), own in zip(known, counts, weights, strict=True)
    )


def _between(counts: Sequence[tuple[float, float]], mean: float) -> float:
    """The variance between the areas beyond chance."""
    whole = sum(n for _, n in counts)
    scatter = sum(n * (x / n - mean) ** 2 for x, n in counts) / whole
    return max(scatter - mean * len(counts) / whole, 0.0)


def _drawn(area: str, raw: float, mean: float, own: float, per: int) -> Stabilised:
    told, drawn = (Figure.of(decimal(round(per * rate, 12))) for rate in (raw, own * raw + (1 - own) * mean))
    return Stabilised(area, told, drawn, decimal(own))
