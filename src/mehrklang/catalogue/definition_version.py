"""A version of a definition: what somebody has changed, and when."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DefinitionVersion:
    """The version `number` (from 1) holds since `day`; `change` says in German what is different from the one before,
    `who` made it.
    """

    number: int
    day: date
    change: str
    who: str = ""
