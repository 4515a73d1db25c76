"""The points of a segment as whole numbers: scaled once, so that everything after is exact and fast."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from mehrklang.indicators import EXACT, IndicatorValue

_WIDE = Context(prec=200)  # moving the decimal point must not round


@dataclass(frozen=True, slots=True)
class Points:
    """Values by ascending year, each times 10^places.

    >>> Points.of([(2019, Decimal("1.5")), (2020, Decimal(2))])
    Points(years=(2019, 2020), scaled=(15, 20), places=1)
    """

    years: tuple[int, ...]
    scaled: tuple[int, ...]
    places: int

    @classmethod
    def of(cls, pairs: Sequence[tuple[int, Decimal]]) -> "Points":
        """From years and numbers, exactly."""
        places = max((_places(number) for _, number in pairs), default=0)
        scaled = tuple(int(_WIDE.scaleb(number, places)) for _, number in pairs)
        return cls(tuple(year for year, _ in pairs), scaled, places)

    @classmethod
    def of_quotients(cls, years: Sequence[int], numbers: Sequence[Decimal]) -> "Points":
        """From numbers of at most 34 digits, as all arithmetic of the indicators makes them: quicker than `of`.

        >>> Points.of_quotients([2019], [EXACT.divide(Decimal(1), Decimal(3))]).scaled
        (3333333333333333333333333333333333,)
        """
        places = max(EXACT.prec - 1 - min((number.adjusted() for number in numbers if number), default=0), 0)
        return cls(tuple(years), tuple(int(_WIDE.scaleb(number, places)) for number in numbers), places)

    @classmethod
    def of_values(cls, values: Sequence[IndicatorValue]) -> "Points":
        """The values that have a number."""
        return cls.of([(value.period.year, value.figure.number) for value in values if value.figure.number is not None])

    @property
    def scale(self) -> int:
        """10^places."""
        return int(10**self.places)

    @property
    def ties(self) -> tuple[int, ...]:
        """How often each value occurs, ascending."""
        return tuple(sorted(Counter(self.scaled).values()))

    def __len__(self) -> int:
        return len(self.years)


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
