"""ISOLATION and EXPOSURE (Isolation, Kontaktmöglichkeit): of whom are the neighbours of an average group member?

Formulas: isolation Σ (aᵢ : A) · (aᵢ : nᵢ), exposure to the others Σ (aᵢ : A) · (bᵢ : nᵢ); together 1. Both follow the
size of the group: put the group's share in the whole city beside them. Source: Lieberson, S. (1981): An asymmetrical
approach to segregation. In: Peach, C. et al. (eds.): Ethnic segregation in cities, 61–82.
"""

from collections.abc import Sequence
from fractions import Fraction


def isolation(counts: Sequence[tuple[int, int]]) -> Fraction:
    """Of pairs (group, everybody) per area with residents: the share of the group among the neighbours.

    >>> isolation([(4, 10), (0, 10)])
    Fraction(2, 5)
    """
    group = sum(a for a, _ in counts)
    return sum((Fraction(a * a, group * n) for a, n in counts), Fraction(0))


def exposure(counts: Sequence[tuple[int, int]]) -> Fraction:
    """The share of the others among the neighbours of an average group member.

    >>> exposure([(4, 10), (0, 10)])
    Fraction(3, 5)
    """
    return 1 - isolation(counts)
