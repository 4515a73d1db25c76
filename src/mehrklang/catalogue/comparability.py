"""Whether two definitions of a feature may stand in one series or comparison: a rule table, not a judgement."""

from dataclasses import dataclass
from enum import StrEnum


class Degree(StrEnum):
    """How far two definitions agree; read "the first … the second"."""

    SAME = "gleich"
    CONTAINED = "enthalten-in"
    CONTAINS = "umfasst"
    OFFICIALLY_EQUAL = "amtlich-gleich"
    SIMILAR = "aehnlich"
    NOT_COMPARABLE = "nicht-vergleichbar"

    @property
    def reverse(self) -> "Degree":
        """The degree with the two definitions exchanged.

        >>> Degree.CONTAINED.reverse is Degree.CONTAINS, Degree.SIMILAR.reverse is Degree.SIMILAR
        (True, True)
        """
        return _REVERSE.get(self, self)


_REVERSE = {Degree.CONTAINED: Degree.CONTAINS, Degree.CONTAINS: Degree.CONTAINED}


@dataclass(frozen=True, slots=True)
class Comparability:
    """The answer of the rule table.

    Promise: `warning` is a German sentence that has to stand beside every common display; it is empty only for SAME.
    `difference` says with source how far the two definitions lie apart, where that is known.
    """

    degree: Degree
    warning: str = ""
    difference: str = ""

    @property
    def overlapping(self) -> bool:
        """Whether the same people may be counted under both: then the two are never added up."""
        return self.degree is not Degree.NOT_COMPARABLE

    @property
    def said(self) -> str:
        """Warning and difference together."""
        return " ".join(part for part in (self.warning, self.difference) if part)

    @property
    def reverse(self) -> "Comparability":
        """The same answer with the two definitions exchanged."""
        return Comparability(self.degree.reverse, self.warning, self.difference)


@dataclass(frozen=True, slots=True)
class ComparedPair:
    """One line of the rule table: the definition `first` is to `second` as the answer says."""

    first: str
    second: str
    answer: Comparability


SAME_DEFINITION = Comparability(Degree.SAME)
NEVER_COMPARED = Comparability(
    Degree.NOT_COMPARABLE,
    "Für diese beiden Definitionen ist keine Vergleichbarkeit belegt. Sie gehören weder in eine gemeinsame Zeitreihe "
    "noch in einen Vergleich.",
)
"""The default: what nobody has shown to be comparable is not."""
