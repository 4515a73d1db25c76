"""One figure out of weighted parts: signs are values, no part gets lost in silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext

from mehrklang.vocabulary import Figure, Reason, Sign

_DIGITS = 34
"""As everywhere else: a weight of 17 digits times a count stays exact."""


@dataclass(frozen=True, slots=True)
class Part:
    """The figure of an old area (None: not delivered), the weight taken, and the weights of all weightings."""

    figure: Figure | None
    weight: Decimal
    weights: tuple[Decimal, ...]

    @property
    def divided(self) -> bool:
        """Whether only a share of the old area is meant, by any weighting."""
        return any(weight != 1 for weight in self.weights)


def combine(parts: Iterable[Part]) -> Figure:
    """Σ figure · weight; a sign with its reason as soon as one part has no number.

    >>> one, half = Decimal(1), Decimal("0.5")
    >>> combine([Part(Figure.of(10), one, (one,)), Part(Figure.of(5), half, (half,))]).number
    Decimal('12.5')
    >>> combine([Part(Figure.of(10), one, (one,)), Part(None, half, (half,))]).reason
    <Reason.PART_MISSING: 'bestandteil-fehlt'>
    """
    listed = tuple(parts)
    figures = [part.figure for part in listed]
    reason = next((reason for figure in figures if (reason := _obstacle(figure)) is not None), None)
    if reason is not None:
        return Figure.withheld(reason)
    with localcontext(prec=_DIGITS):
        total = sum(
            (part.figure.number * part.weight for part in listed if part.figure and part.figure.number), Decimal(0)
        )
    limited = any(figure is not None and figure.sign is Sign.LIMITED for figure in figures)
    return Figure.limited(total) if limited else Figure.of(total)


def _obstacle(figure: Figure | None) -> Reason | None:
    if figure is None:
        return Reason.PART_MISSING
    if figure.known:
        return None
    if figure.reason is Reason.BELOW_HALF_UNIT:
        return Reason.PART_BELOW_HALF_UNIT
    return Reason.PART_WITHHELD if figure.reason is not None and figure.reason.withheld else Reason.PART_MISSING


def error_bound(parts: Iterable[Part]) -> Decimal:
    """How far the sum could be led away by other weightings: Σ |figure| · max |other weight − weight|. Where there is
    one weighting alone, by the whole of a divided area: nobody of it, or everybody, could belong here.

    >>> error_bound([Part(Figure.of(1000), Decimal("0.82"), (Decimal("0.82"), Decimal("0.88")))])
    Decimal('60.00')
    >>> error_bound([Part(Figure.of(1000), Decimal("0.82"), (Decimal("0.82"),))])
    Decimal('820.00')
    """
    return sum(
        (
            abs(part.figure.number) * _astray(part)
            for part in parts
            if part.figure is not None and part.figure.number is not None
        ),
        Decimal(0),
    )


def _astray(part: Part) -> Decimal:
    """The greatest distance between the weight taken and another possible one."""
    if not part.divided:
        return Decimal(0)
    others = part.weights if len(set(part.weights)) > 1 else (Decimal(0), Decimal(1))
    return max(abs(other - part.weight) for other in others)
