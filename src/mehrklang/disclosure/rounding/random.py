"""Random rounding: up or down to a neighbouring multiple, so that the expected value is the true count.

Formula: with n = q·b + r, up with probability r / b, else down; the error is below b, its expectation 0, its variance
r·(b − r). A multiple stays. The chance is no draw but a keyed checksum of what the cell stands for: the same cell is
rounded the same way in every table and for ever, and nobody without the secret can redo it.
Source: Fellegi, I. P. (1975): Controlled random rounding; Hundepool et al. (2012), 5.4.
"""

import hmac
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from mehrklang.cubes import CellKey


def luck(key: CellKey, secret: str) -> Fraction:
    """A number from 0 to below 1 that belongs to the cell for ever.

    >>> from mehrklang.vocabulary import Period, Unit
    >>> cell = CellKey("einwohner", Unit.COUNT, "03153", Period.parse("2024"))
    >>> luck(cell, "geheim") == luck(cell, "geheim") != luck(cell, "anders")
    True
    """
    pairs = [part for pair in key.breakdown.pairs for part in pair]
    text = "\x1f".join((key.measure, key.unit.value, key.area, key.period.key, *pairs))
    digest = hmac.digest(secret.encode(), text.encode(), "sha256")
    return Fraction(int.from_bytes(digest[:8]), 2**64)


def up_or_down(count: Decimal, base: int, luck: Fraction) -> Decimal:
    """The multiple above if the luck is below r / b, else the one below.

    >>> [int(up_or_down(Decimal(7), 3, Fraction(k, 6))) for k in range(6)]
    [9, 9, 6, 6, 6, 6]
    """
    below = (count / base).to_integral_value(ROUND_FLOOR) * base
    return below + base if luck < Fraction(count - below) / base else below
