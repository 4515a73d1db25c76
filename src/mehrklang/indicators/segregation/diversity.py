"""DIVERSITY (Vielfalt): how mixed the residents of an area are, by the groups that a source knows.

Simpson: 1 − Σ nₖ(nₖ − 1) : (N(N − 1)), the chance that two residents belong to different groups. Shannon: −Σ pₖ ln pₖ :
ln K, from 0 (one group) to 1 (K groups of equal size). Both depend on how finely the source divides: compare only areas
with the same groups. Sources: Simpson, E. H. (1949): Measurement of diversity. Nature 163, 688; Shannon, C. E. (1948):
A mathematical theory of communication. Bell System Technical Journal 27, 379–423.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import log

from mehrklang.indicators.segregation.entropy import entropy


def simpson(counts: Sequence[int]) -> Fraction:
    """The chance that two residents belong to different groups; at least two residents.

    >>> simpson([2, 2])
    Fraction(2, 3)
    """
    whole = sum(counts)
    return 1 - Fraction(sum(count * (count - 1) for count in counts), whole * (whole - 1))


def shannon(counts: Sequence[int]) -> float:
    """The evenness of at least two groups, members or not.

    >>> shannon([5, 5]), shannon([9, 0])
    (1.0, 0.0)
    """
    return entropy(counts) / log(len(counts))
