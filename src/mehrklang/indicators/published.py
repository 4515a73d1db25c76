"""PUBLISHED (veröffentlicht): a value that its producer has computed and protected.

It passes unchanged with the producer's sign. It is not recomputed, not rounded, and has no numerator or denominator.
A finished count passes in the same way; only a sum has a formula.
"""

from mehrklang.indicators.part import Outcome, Part


def published(part: Part) -> Outcome:
    """The figure as its producer tells it.

    >>> from mehrklang.vocabulary import Figure, Reason, Sign
    >>> published(Part(Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE))).figure.sign
    <Sign.UNRELIABLE: '/'>
    """
    return Outcome(part.figure, part.text)
