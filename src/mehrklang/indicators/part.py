"""The parts of a computation (numerator, denominator, summand) and what comes out of it."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Context, Decimal

from mehrklang.territory import Brought
from mehrklang.vocabulary import Figure, Lineage, Material, Sign, Unit
from mehrklang.vocabulary.finality import together
from mehrklang.vocabulary.german import format_exact

EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)
"""All arithmetic of this room: decimal128's precision, twice that of a float, independent of the caller's context."""


NO_LINEAGE = Lineage(delivery="")
"""Of a part that nobody delivered."""


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that enters a computation, with what goes on into the value.

    `text` is the sum that it came from, if any; `rate_floor` is the smallest denominator that the rules of its source
    allow; `slack` is how far the true number may be from this one because the source rounds (None: not known), or
    because we round it or change it by chance to protect it, or because an area was divided; `base` is the base of our
    own rounding (0: none); `brought`: the figure was brought onto another territory.

    >>> Part(Figure.of(14020)).written, Part(Figure.of(-3)).written, Part(Figure.limited(7)).written
    ('14.020', '(−3)', '(7)')
    """

    figure: Figure
    unit: Unit = Unit.COUNT
    lineage: Lineage = NO_LINEAGE
    text: str = ""
    notes: tuple[str, ...] = ()
    rate_floor: int = 0
    material: Material = Material.ADDITIVE
    slack: Decimal | None = None
    base: int = 0
    brought: Brought | None = None

    @property
    def estimated(self) -> bool:
        """Whether an area was divided for it."""
        return self.brought is not None and self.brought.estimated

    @property
    def written(self) -> str:
        """For the formula: the number with up to six decimals, its sum in brackets, or the sign."""
        return f"({self.text})" if self.text else _written(self.figure)

    def in_unit(self, unit: Unit) -> "Part":
        """Thousands as a plain sum, or the reverse: an exact factor. ValueError for any other unit.

        >>> Part(Figure.of(Decimal("12.5")), Unit.THOUSAND).in_unit(Unit.COUNT).written
        '12.500'
        >>> Part(Figure.of(Decimal("3.2")), Unit.THOUSAND_EURO).in_unit(Unit.EURO_IN_TOTAL).written
        '3.200'
        """
        if unit is self.unit:
            return self
        if unit.plain is not self.unit.plain:
            raise ValueError(f"no conversion from {self.unit} to {unit}")
        if self.figure.number is None:
            return replace(self, unit=unit)
        number = EXACT.multiply(self.figure.number, _factor(self.unit) / _factor(unit))
        note = "Die Quelle gibt Tausend an; gerechnet wird mit dem Tausendfachen."
        return replace(
            self,
            unit=unit,
            figure=replace(self.figure, number=number),
            slack=None if self.slack is None else EXACT.multiply(self.slack, _factor(self.unit) / _factor(unit)),
            notes=(*self.notes, note) if self.unit.in_thousands else self.notes,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one computation: the figure, the computation with its numbers, and what has to be said about it."""

    figure: Figure
    formula: str = ""
    notes: tuple[str, ...] = ()


def merged_lineage(parts: tuple[Part, ...]) -> Lineage:
    """The lineage of all delivered parts together, each delivery and each cell once."""
    delivered = [part.lineage for part in parts if part.lineage.delivery]
    if len(delivered) == 1:
        return delivered[0]
    if len(delivered) == 2 and all(len(lineage.cells) <= 1 for lineage in delivered):  # numerator and denominator
        first, second = delivered
        if first.delivery == second.delivery and (not first.cells or first.cells != second.cells):
            return first + second
    deliveries = dict.fromkeys(key for lineage in delivered for key in lineage.delivery.split(" + "))
    cells = dict.fromkeys(cell for lineage in delivered for cell in lineage.cells)
    count = sum(lineage.cell_count for lineage in delivered)
    state = together(lineage.finality for lineage in delivered)
    return Lineage(" + ".join(deliveries), tuple(cells), count, state)


def _written(figure: Figure) -> str:
    if figure.number is None:
        return figure.sign.value if figure.sign else ""
    text = format_exact(figure.number)
    return f"({text})" if figure.number < 0 or figure.sign is Sign.LIMITED else text


def _factor(unit: Unit) -> Decimal:
    return Decimal(1000 if unit.in_thousands else 1)
