"""A decision of the council or one of its committees."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CouncilDecision:
    """Who decided (Gremium), when, and under which number of the council's papers.

    `day` None and `number` "": not known; `text` is what was decided, in a few words.

    >>> str(CouncilDecision("Rat der Stadt", date(2024, 3, 14), "VO/2024/117"))
    'Rat der Stadt, 14.03.2024, VO/2024/117'
    >>> str(CouncilDecision("Sozialausschuss"))
    'Sozialausschuss'
    """

    body: str
    day: date | None = None
    number: str = ""
    text: str = ""

    def __str__(self) -> str:
        """As it is cited."""
        day = f"{self.day:%d.%m.%Y}" if self.day else ""
        return ", ".join(part for part in (self.body, day, self.number) if part)
