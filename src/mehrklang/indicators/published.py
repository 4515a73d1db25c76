"""PUBLISHED (veröffentlicht): a value that its producer has computed and protected.

It passes unchanged with the producer's sign. It is not recomputed, not rounded, and has no numerator or denominator.
A finished count passes in the same way; only a sum has a formula.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from mehrklang.indicators.part import Outcome, Part
from mehrklang.indicators.value import Series


def published(part: Part) -> Outcome:
    """The figure as its producer tells it.

    >>> from mehrklang.vocabulary import Figure, Reason, Sign
    >>> published(Part(Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE))).figure.sign
    <Sign.UNRELIABLE: '/'>
    """
    return Outcome(part.figure, part.text)


def as_printed_by_source(series: Sequence[Series]) -> tuple[Series, ...]:
    """The same series of one published indicator with as many decimals as the source uses anywhere in them, at most the
    unit's: 356 of 1,000 is not printed as 356.0, and 13.0 stays 13.0 beside 13.4."""
    numbers = [value.figure.number for one in series for value in one.values if value.figure.number is not None]
    decimals = max(map(_decimals, numbers), default=None)
    if decimals is None:
        return tuple(series)
    return tuple(
        replace(
            one,
            values=tuple(replace(value, decimals=min(decimals, value.unit.decimals)) for value in one.values),
        )
        for one in series
    )


def _decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
