"""Stabilised shares of small areas: each is drawn towards the share of all, the more the fewer persons it rests on.

Empirical Bayes, beta-binomial: with p the share of all areas and M the prior size, an area's stabilised share is
(x + M p) : (n + M). M by moments: the scatter between areas beyond chance. If there is none, all areas get p. Always
beside the raw value and labelled. Source: Kleinman, J. C. (1973): Proportions with extraneous variance. Journal of the
American Statistical Association 68, 46–54.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.segregation import AreaCounts
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.vocabulary import Figure


@dataclass(frozen=True, slots=True)
class Stabilised:
    """Raw and stabilised share in per cent; `own` is the weight of the area's own value, from 0 to 1."""

    area: str
    raw: Figure
    stabilised: Figure
    own: Decimal


def stabilised(areas: Sequence[AreaCounts]) -> tuple[Stabilised, ...]:
    """Of the areas whose counts are known and in which anybody lives; at least two, otherwise none.

    >>> from mehrklang.vocabulary import Figure
    >>> counts = [(30, 100), (10, 100), (0, 5)]
    >>> found = stabilised([AreaCounts(str(n), Figure.of(x), Figure.of(n)) for x, n in counts])
    >>> [(each.raw.number, round(each.stabilised.number, 1)) for each in found]
    [(Decimal('30.0'), Decimal('29.2')), (Decimal('10.0'), Decimal('10.7')), (Decimal('0.0'), Decimal('11.9'))]
    """
    known = [each for each in areas if each.group.known and each.everybody.number]
    counts = [each.counts for each in known]
    if len(counts) < 2:
        return ()
    mean = sum(x for x, _ in counts) / sum(n for _, n in counts)
    prior = _prior_size(counts, mean)
    return tuple(_drawn(each.area, x, n, mean=mean, prior=prior) for each, (x, n) in zip(known, counts, strict=True))


def _drawn(area: str, cases: int, base: int, *, mean: float, prior: float | None) -> Stabilised:
    own = 0.0 if prior is None else base / (base + prior)
    raw = cases / base
    return Stabilised(area, _per_cent(raw), _per_cent(own * raw + (1 - own) * mean), decimal(own))


def _prior_size(counts: Sequence[tuple[int, int]], mean: float) -> float | None:
    """M by Kleinman's moments with weights n; None: the areas do not differ beyond chance."""
    whole = sum(n for _, n in counts)
    scatter = sum(n * (x / n - mean) ** 2 for x, n in counts)
    chance = mean * (1 - mean)
    if chance == 0:
        return None
    room = whole - sum(n * n for _, n in counts) / whole
    between = (scatter - chance * (len(counts) - 1)) / (chance * (room - len(counts) + 1))
    return (1 - between) / between if 0 < between < 1 else (0.0 if between >= 1 else None)


def _per_cent(share: float) -> Figure:
    return Figure.of(decimal(round(100 * share, 12)))
