"""One line of a register as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """The texts by column, and in how many rows they stand. Printing it in an error would quote persons: do not."""

    texts: Mapping[str, str]
    rows: int
