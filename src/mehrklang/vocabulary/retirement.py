"""Why a delivery is no longer counted with, or an indicator no longer offered: superseded, or withdrawn."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Retirement:
    """Who took a delivery or an indicator out of use, when and why; `successor` names what came in its place, "" if
    nothing did.

    Promise: who and why are told. The delivery itself stays: any number that was computed from it leads back to it. The
    series of a retired indicator stays readable.

    >>> Retirement("A. Muster", date(2026, 5, 1), "falscher Stichtag").withdrawn
    True
    >>> Retirement("", date(2026, 5, 1), "falscher Stichtag")
    Traceback (most recent call last):
    ...
    ValueError: a retirement needs who and why
    """

    who: str
    day: date
    why: str
    successor: str = ""

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.why.strip():
            raise ValueError("a retirement needs who and why")

    @property
    def withdrawn(self) -> bool:
        """Whether nothing came in its place."""
        return not self.successor
