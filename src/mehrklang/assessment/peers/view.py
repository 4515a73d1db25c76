"""The answer of another system's rule."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Progress(StrEnum):
    """The classes of the three systems, in plain German words; each system uses some of them."""

    REACHED = "Ziel erreicht"
    CLEAR = "deutlicher Fortschritt"
    MODERATE = "mäßiger Fortschritt"
    LITTLE = "geringer Fortschritt"
    UNCHANGED = "unverändert"
    BACK = "Rückschritt"
    CLEARLY_BACK = "deutlicher Rückschritt"
    NOT_APPLICABLE = "nicht anwendbar"


@dataclass(frozen=True, slots=True)
class PeerView:
    """What a system would say: its name, its class, the number that it decides by, and its rule in German."""

    system: str
    progress: Progress
    number: Decimal | None
    rule: str
