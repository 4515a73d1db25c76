"""How an indicator is computed from its base values: found in the table itself, and checked row by row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from mehrklang.vocabulary import Unit

_FACTORS = {100: Unit.PERCENT, 1000: Unit.PER_MILLE, 1: Unit.RATIO}
_USUALLY = Decimal("0.9")

Bases = tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """factor · base value `above` / base value `below` (positions from 0)."""

    factor: int
    above: int
    below: int

    @property
    def unit(self) -> Unit:
        """The unit that the factor says."""
        return _FACTORS[self.factor]

    @property
    def text(self) -> str:
        """For messages: "100 · Basiswert 1 / Basiswert 2"."""
        factor = "" if self.factor == 1 else f"{self.factor} · "
        return f"{factor}Basiswert {self.above + 1} / Basiswert {self.below + 1}"

    def compute(self, bases: Bases) -> Decimal | None:
        """The value of a row; None where a base value is missing or the denominator is zero."""
        above, below = _base(bases, self.above), _base(bases, self.below)
        return None if above is None or not below else self.factor * above / below

    def holds(self, value: Decimal, bases: Bases) -> bool | None:
        """Whether the value can be the rounded result; None where nothing can be computed.

        Tolerance: half of the last published digit, plus what the rounding of the base values may have moved:
        factor · (δa/b + a·δb/b²), with δ half of a base value's last digit; whole numbers are counts and exact.

        >>> Formula(100, 0, 1).holds(Decimal("33.3"), (Decimal(1), Decimal(3)))
        True
        >>> Formula(100, 0, 1).holds(Decimal("33.4"), (Decimal(1), Decimal(3)))
        False
        """
        computed = self.compute(bases)
        above, below = _base(bases, self.above), _base(bases, self.below)
        if computed is None or above is None or not below:
            return None
        moved = self.factor * (_rounding(above) / abs(below) + abs(above) * _rounding(below) / below**2)
        return abs(value - computed) <= _half_digit(value) + moved


def find_formula(rows: Sequence[tuple[Decimal, Bases]]) -> Formula | None:
    """The formula that nine of ten rows obey, the first two base values and per cent tried first; None if none does.

    >>> rows = [(Decimal("33.3"), (Decimal(1), Decimal(3))), (Decimal("50.0"), (Decimal(2), Decimal(4)))]
    >>> find_formula(rows).text
    '100 · Basiswert 1 / Basiswert 2'
    """
    width = max((len(bases) for _, bases in rows), default=0)
    tried = (Formula(factor, *pair) for pair in permutations(range(width), 2) for factor in _FACTORS)
    return next((formula for formula in tried if _usual(formula.holds(*row) for row in rows)), None)


def _usual(verdicts: Iterable[bool | None]) -> bool:
    known = [verdict for verdict in verdicts if verdict is not None]
    return bool(known) and sum(known) >= _USUALLY * len(known)


def _base(bases: Bases, at: int) -> Decimal | None:
    return bases[at] if at < len(bases) else None


def _half_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(min(int(exponent), 0) - 1)


def _rounding(base: Decimal) -> Decimal:
    return Decimal(0) if base == base.to_integral_value() else _half_digit(base)
