"""One row of a goal tree in a spreadsheet."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mehrklang.planning import CouncilDecision, MeasureState


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: where it stands in the tree (titles, "" where a level is left out), and its measure, if any.

    None and "": the sheet says nothing about it. `decisions` belong to the measure, or to the goal of a row without.
    """

    line: int
    path: tuple[str, str, str]
    sheet: str = ""
    measure: str = ""
    responsible: str = ""
    begins: date | None = None
    ends: date | None = None
    state: MeasureState | None = None
    budget: Decimal | None = None
    product: str = ""
    decisions: tuple[CouncilDecision, ...] = ()
