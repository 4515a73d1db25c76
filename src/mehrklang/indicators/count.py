"""COUNT (Anzahl): a number of cases, or the sum of several. A numerator and a denominator are counts too.

Formula: n = n₁ + n₂ + …
"""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.indicators.part import EXACT, Part, merged_lineage
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.territory.transfer import together
from mehrklang.vocabulary import Figure, Material

SUM_OF_PUBLISHED = "Summe aus veröffentlichten Zahlen: Deren Rundungen können sich addieren."


def count(terms: Sequence[Part]) -> Part:
    """The sum of the terms; a single term passes unchanged, with its own sign.

    >>> count([Part(Figure.of(120)), Part(Figure.of(30)), Part(Figure.nothing())]).figure
    Figure(number=Decimal('150'), sign=None, reason=None)
    >>> count([Part(Figure.of(120)), Part(Figure.of(30))]).text
    '120 + 30'
    """
    if len(terms) == 1:
        return terms[0]
    figures = [term.figure for term in terms]
    return Part(
        figure=obstacle(*figures) or carry(_total(figures), *figures),
        unit=terms[0].unit,
        lineage=merged_lineage(tuple(terms)),
        text=" + ".join(term.written for term in terms),
        notes=_notes(terms),
        rate_floor=max(term.rate_floor for term in terms),
        material=_material(terms),
        slack=_slack(terms),
        base=max(term.base for term in terms),
        brought=together(term.brought for term in terms),
    )


def _material(terms: Sequence[Part]) -> Material:
    """A sum with a published term is no count of our own any more."""
    published = any(term.material is Material.PUBLISHED for term in terms)
    return Material.PUBLISHED if published else Material.ADDITIVE


def _slack(terms: Sequence[Part]) -> Decimal | None:
    """Roundings add up at worst; unknown as soon as one is unknown."""
    slacks = [term.slack for term in terms if term.slack is not None]
    return sum(slacks, Decimal(0)) if len(slacks) == len(terms) else None


def _notes(terms: Sequence[Part]) -> tuple[str, ...]:
    published = _material(terms) is Material.PUBLISHED
    return (*(note for term in terms for note in term.notes), *([SUM_OF_PUBLISHED] if published else []))


def _total(figures: Sequence[Figure]) -> Decimal:
    total = Decimal(0)
    for figure in figures:
        assert figure.number is not None  # obstacle() has looked
        total = EXACT.add(total, figure.number)
    return total
