"""THEIL'S H (Entropieindex): how unevenly several groups are spread at once, from 0 (alike) to 1 (wholly apart).

Formula: H = Σ nᵢ (E − Eᵢ) : (N · E), E = −Σ pₖ ln pₖ the entropy of the whole city, Eᵢ that of an area.
Source: Theil, H.; Finizza, A. J. (1971): A note on the measurement of racial integration of schools. Journal of
Mathematical Sociology 1, 187–194.
"""

from collections.abc import Sequence
from math import log


def entropy(counts: Sequence[int]) -> float:
    """−Σ p ln p of the shares; groups without members add nothing.

    >>> round(entropy([1, 1]), 6), entropy([7, 0])
    (0.693147, 0.0)
    """
    whole = sum(counts)
    return sum(count / whole * log(whole / count) for count in counts if count)


def theil_h(areas: Sequence[Sequence[int]]) -> float:
    """Of the counts of all groups (which do not overlap) per area; 0 where there is one group only.

    >>> theil_h([[5, 5], [10, 10]]), theil_h([[10, 0], [0, 10]])
    (0.0, 1.0)
    """
    city: list[int] = [sum(column) for column in zip(*areas, strict=True)]
    of_city = entropy(city)
    if of_city == 0:
        return 0.0
    return sum(sum(area) * (of_city - entropy(area)) for area in areas if sum(area)) / (sum(city) * of_city)
