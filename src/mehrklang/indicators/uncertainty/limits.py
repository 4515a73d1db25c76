"""A pair of limits inside this room, as floats."""

from typing import NamedTuple


class Limits(NamedTuple):
    """Lower and upper limit."""

    lower: float
    upper: float

    def times(self, factor: float) -> "Limits":
        """Both limits in another measure; the factor is positive.

        >>> Limits(0.1, 0.2).times(10)
        Limits(lower=1.0, upper=2.0)
        """
        return Limits(self.lower * factor, self.upper * factor)
