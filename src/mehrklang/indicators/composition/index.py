"""INDEX (Messzahl; zusammengesetzter Index): a value against a base of 100, and the weighted mean of several such.

Formulas: 100 · value : base value; composite Σ wᵢ · Iᵢ : Σ wᵢ with stated weights. A composite hides which part moved:
show its parts beside it. Source: OECD/JRC (2008): Handbook on Constructing Composite Indicators.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.indicators.composition.exact import known, total, weighted
from mehrklang.indicators.division import divide
from mehrklang.indicators.part import EXACT, Outcome, Part
from mehrklang.indicators.signs import carry, obstacle
from mehrklang.vocabulary import Figure
from mehrklang.vocabulary.german import format_exact


@dataclass(frozen=True, slots=True)
class Component:
    """An index with its weight, which is positive and stated."""

    name: str
    index: Figure
    weight: Decimal


def index(value: Part, base: Part) -> Outcome:
    """The value in per cent of its base.

    >>> index(Part(Figure.of(120)), Part(Figure.of(96))).figure.number
    Decimal('125')
    """
    return Outcome(divide(value, base, times=100), f"100 · {value.written} : {base.written}")


def composite(components: Sequence[Component]) -> Outcome:
    """The weighted mean; ValueError if a weight is not positive.

    >>> parts = Component("A", Figure.of(110), Decimal(2)), Component("B", Figure.of(95), Decimal(1))
    >>> composite(parts).figure.number, composite(parts).formula
    (Decimal('105'), '(2 · 110 + 1 · 95) : 3')
    """
    if not components or any(each.weight <= 0 for each in components):
        raise ValueError("a composite needs components with positive weights")
    indices = [each.index for each in components]
    barred = obstacle(*indices)
    if barred:
        return Outcome(barred)
    weights = total(each.weight for each in components)
    number = EXACT.divide(weighted((each.weight, known(each.index)) for each in components), weights)
    written = " + ".join(f"{format_exact(each.weight)} · {format_exact(known(each.index))}" for each in components)
    return Outcome(carry(number, *indices), f"({written}) : {format_exact(weights)}")
