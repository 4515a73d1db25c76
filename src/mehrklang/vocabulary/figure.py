"""A figure: a number, a sign, or both. Suppressed, missing and zero are three different figures."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from mehrklang.vocabulary.sign import Reason, Sign


@dataclass(frozen=True, slots=True)
class Figure:
    """One table cell, as a value.

    Promise: there is always either a number or a sign with its reason; a number is finite; NOTHING is exactly
    zero; signs that hide a number (., /, x, …) have none; the sign 0 has the number 0 where a count was rounded to it.
    So no exit ever meets None, NaN or a silent 0.

    >>> Figure.of(12)
    Figure(number=Decimal('12'), sign=None, reason=None)
    >>> Figure.withheld(Reason.SUPPRESSED).sign
    <Sign.UNKNOWN: '.'>
    >>> Figure(None, None, None)
    Traceback (most recent call last):
    ...
    ValueError: a figure needs a number or a sign
    """

    number: Decimal | None
    sign: Sign | None = None
    reason: Reason | None = None

    def __post_init__(self) -> None:
        if self.number is None and self.sign is None:
            raise ValueError("a figure needs a number or a sign")
        if (self.sign is None) != (self.reason is None):
            raise ValueError("a sign needs its reason, and a reason its sign")
        if self.number is not None and not self.number.is_finite():
            raise ValueError(f"not a finite number: {self.number}")
        carries = self.sign is not None and (self.sign.carries_number or self.rounded_to_zero)
        if self.sign is not None and (self.number is not None) != carries:
            raise ValueError(f"the sign {self.sign.value!r} and the number {self.number} do not go together")
        if (self.sign is Sign.NOTHING or self.rounded_to_zero) and self.number != 0:
            raise ValueError("the signs – and 0 (rounded) go with zero only")

    @classmethod
    def of(cls, number: Decimal | int) -> Self:
        """A plain number. Floats are not taken: text or exact arithmetic goes in."""
        return cls(Decimal(number))

    @classmethod
    def nothing(cls) -> Self:
        """Exactly zero, printed –."""
        return cls(Decimal(0), Sign.NOTHING, Reason.NOTHING_THERE)

    @classmethod
    def rounded_zero(cls) -> Self:
        """Zero after rounding, printed 0: the true count may be zero or a little more.

        >>> Figure.rounded_zero().known, Figure.rounded_zero().rounded_to_zero
        (True, True)
        """
        return cls(Decimal(0), Sign.NEGLIGIBLE, Reason.ROUNDED_TO_ZERO)

    @classmethod
    def limited(cls, number: Decimal | int) -> Self:
        """A number that its producer calls uncertain, printed in brackets."""
        return cls(Decimal(number), Sign.LIMITED, Reason.SOURCE_LIMITED)

    @classmethod
    def withheld(cls, reason: Reason) -> Self:
        """No number is told; printed as a point: secret, unknown, or not delivered."""
        return cls(None, Sign.UNKNOWN, reason)

    @classmethod
    def signed(cls, sign: Sign, reason: Reason) -> Self:
        """A sign without a number: 0, ., /, x or …."""
        return cls(None, sign, reason)

    @property
    def rounded_to_zero(self) -> bool:
        """Whether it is a zero that rounding made."""
        return self.reason is Reason.ROUNDED_TO_ZERO

    @property
    def known(self) -> bool:
        """Whether one may calculate with it."""
        return self.number is not None
