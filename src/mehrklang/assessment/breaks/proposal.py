"""A break that is proposed, with its evidence."""

from dataclasses import dataclass

from mehrklang.catalogue import BreakKind


@dataclass(frozen=True, slots=True)
class BreakProposal:
    """From `first_year` on values may not be comparable with earlier ones.

    Promise: `evidence` is a German sentence with the numbers; `indicator` is "" where a whole source is meant, then
    `source` names it. Nothing follows from a proposal until somebody confirms it.
    """

    first_year: int
    kind: BreakKind
    evidence: str
    areas: tuple[str, ...] = ()
    indicator: str = ""
    source: str = ""
