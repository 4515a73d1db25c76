"""A delivery that is expected: which source, which period, by which day."""

from dataclasses import dataclass
from datetime import date

from mehrklang.vocabulary import Period


@dataclass(frozen=True, slots=True)
class ExpectedDelivery:
    """One line of the calendar; `due` None: no day is known yet. Who is reminded belongs to no folder."""

    source: str
    period: Period
    due: date | None = None
