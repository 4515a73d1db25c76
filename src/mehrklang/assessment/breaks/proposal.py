"""A break that is proposed, with its evidence."""

from dataclasses import dataclass

from mehrklang.catalogue import Break, BreakKind


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

    def confirmed(self, text: str, source: str) -> Break:
        """The break of the monitoring's own that a person makes of it, in words and with the document that proves it.

        >>> proposal = BreakProposal(2009, BreakKind.DEFINITION, "Sprung.", ("05315",), "mit-mh")
        >>> proposal.confirmed("neue Ableitung", "Amt für Statistik, Schreiben vom 3.4.").first_year
        2009
        """
        return Break(self.first_year, self.kind, text, source, self.areas)
