"""The perturbation table of the cell-key method: with which probability a count n is changed by v.

Of all distributions on v = max(−D, −n) … D with expectation 0 and variance V, the one of greatest entropy:
p(v) ∝ exp(a·v + c·v²); a and c by Newton's method on the convex dual, in decimal arithmetic, so that every machine
finds the same table. n = 0 stays 0; from n = D on all rows are alike. Without the conditions of monotony and of a
blank range that R `ptable` also offers. Source: Giessing, S. (2016): Computational issues in the design of transition
probabilities and disclosure risk estimation for additive noise; Marley, Leaver (2011).
"""

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from mehrklang.catalogue import CellKeyNoise

_PLACES = Decimal("1e-15")
_ENOUGH = Decimal("1e-20")
_DIGITS = Context(prec=40)


@dataclass(frozen=True, slots=True)
class Row:
    """The changes that a count may meet, ascending, with their probabilities (their sum is exactly 1)."""

    changes: tuple[int, ...]
    probabilities: tuple[Decimal, ...]

    def change(self, key: Fraction) -> int:
        """The change at a cell key from 0 to below 1: where the cumulated probabilities exceed it."""
        above = Fraction(0)
        for change, probability in zip(self.changes, self.probabilities, strict=True):
            above += Fraction(probability)
            if key < above:
                return change
        raise ValueError(f"a cell key lies from 0 to below 1, not at {key}")


@dataclass(frozen=True, slots=True)
class PerturbationTable:
    """The rows for the counts 0, 1 … D; a greater count has the last one."""

    rows: tuple[Row, ...]

    def change(self, count: int, key: Fraction) -> int:
        """By how much a count is changed at this cell key."""
        return self.rows[min(count, len(self.rows) - 1)].change(key)


def perturbation_table(noise: CellKeyNoise) -> PerturbationTable:
    """The table of greatest entropy for a maximal deviation and a variance (0 < V < D).

    >>> table = perturbation_table(CellKeyNoise("D2", 2, Decimal(1)))
    >>> [round(p, 4) for p in table.rows[2].probabilities]
    [Decimal('0.0638'), Decimal('0.2447'), Decimal('0.3830'), Decimal('0.2447'), Decimal('0.0638')]
    >>> table.rows[1].changes, table.change(0, Fraction(99, 100))
    ((-1, 0, 1, 2), 0)
    """
    if not 0 < noise.variance < noise.deviation:
        raise ValueError(f"no unbiased row of variance {noise.variance} for the count 1")
    certain = Row((0,), (Decimal(1),))
    counts = range(1, noise.deviation + 1)
    return PerturbationTable((certain, *(_row(count, noise.deviation, noise.variance) for count in counts)))


def _row(count: int, deviation: int, variance: Decimal) -> Row:
    changes = tuple(range(-min(count, deviation), deviation + 1))
    with localcontext(_DIGITS):
        found = _greatest_entropy(changes, variance)
        rounded = [probability.quantize(_PLACES) for probability in found]
        rounded[changes.index(0)] += 1 - sum(rounded)
    return Row(changes, tuple(rounded))


def _greatest_entropy(changes: tuple[int, ...], variance: Decimal) -> list[Decimal]:
    """Newton's method with halved steps on log Σ exp(a·v + c·v²) − c·V, whose gradient is what must become zero."""
    a = c = Decimal(0)
    while True:
        probabilities = _exponential(changes, a, c)
        m1, m2, m3, m4 = (_moment(changes, probabilities, power) for power in (1, 2, 3, 4))
        down, across = -m1, variance - m2
        if max(abs(down), abs(across)) < _ENOUGH:
            return probabilities
        h11, h12, h22 = m2 - m1 * m1, m3 - m1 * m2, m4 - m2 * m2
        determinant = h11 * h22 - h12 * h12
        step_a = (h22 * down - h12 * across) / determinant
        step_c = (h11 * across - h12 * down) / determinant
        length = _downhill(changes, variance, (a, c), (step_a, step_c))
        a, c = a + length * step_a, c + length * step_c


def _downhill(
    changes: tuple[int, ...], variance: Decimal, at: tuple[Decimal, Decimal], step: tuple[Decimal, Decimal]
) -> Decimal:
    """The length of a step, halved until the function does not rise."""
    length = Decimal(1)
    before = _dual(changes, variance, *at)
    while _dual(changes, variance, at[0] + length * step[0], at[1] + length * step[1]) > before + _ENOUGH**2:
        length /= 2
    return length


def _dual(changes: tuple[int, ...], variance: Decimal, a: Decimal, c: Decimal) -> Decimal:
    return sum(((a * v + c * v * v).exp() for v in changes), Decimal(0)).ln() - c * variance


def _exponential(changes: tuple[int, ...], a: Decimal, c: Decimal) -> list[Decimal]:
    weights = [(a * v + c * v * v).exp() for v in changes]
    total = sum(weights, Decimal(0))
    return [weight / total for weight in weights]


def _moment(changes: tuple[int, ...], probabilities: list[Decimal], power: int) -> Decimal:
    return sum((p * v**power for v, p in zip(changes, probabilities, strict=True)), Decimal(0))
