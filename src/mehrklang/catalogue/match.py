"""How far indicators of different catalogues mean the same, and what differs."""

from dataclasses import dataclass
from enum import StrEnum


class MatchDegree(StrEnum):
    """The same indicator; a close one, whose values may stand side by side with what differs; only a related one."""

    SAME = "gleich"
    CLOSE = "nah"
    RELATED = "verwandt"

    def through(self, further: "MatchDegree") -> "MatchDegree | None":
        """The degree over an indicator in between; None where nothing can be concluded.

        What is the same as something has its degree; two steps that are close make a related one.

        >>> MatchDegree.SAME.through(MatchDegree.CLOSE), MatchDegree.CLOSE.through(MatchDegree.CLOSE)
        (<MatchDegree.CLOSE: 'nah'>, <MatchDegree.RELATED: 'verwandt'>)
        >>> MatchDegree.RELATED.through(MatchDegree.CLOSE)
        """
        if MatchDegree.SAME in (self, further):
            return further if self is MatchDegree.SAME else self
        return MatchDegree.RELATED if self is further is MatchDegree.CLOSE else None


@dataclass(frozen=True, slots=True)
class Match:
    """What an indicator says of another one, of another catalogue: the `indicator` of that code is to it as `degree`
    says. `difference` says in German what differs; `source` on what the judgement rests.
    """

    indicator: str
    degree: MatchDegree
    difference: str = ""
    source: str = ""
