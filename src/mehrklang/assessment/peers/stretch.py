"""What the other systems look at: a first and a newest value, and which way is wished for."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Stretch:
    """From base to current; `wished` is 1 where high values are good, −1 where low ones are."""

    base_year: int
    base: Decimal
    current_year: int
    current: Decimal
    wished: int

    @property
    def years(self) -> int:
        """How many years lie between."""
        return self.current_year - self.base_year
