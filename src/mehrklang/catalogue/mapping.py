"""Which indicators of one catalogue are which of another: said directly, or concluded over one in between."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.match import Match, MatchDegree

_ORDER = list(MatchDegree)


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One line of the table between two catalogues: an indicator, and one of the other catalogue with the match.

    `other` and `match` are None where the other catalogue has nothing like it. `over` is the indicator in between, over
    which the match was concluded; None where it is said directly.
    """

    indicator: IndicatorDefinition
    other: IndicatorDefinition | None = None
    match: Match | None = None
    over: IndicatorDefinition | None = None


class Matches:
    """All matches of a set of indicators, to be looked up from both sides; unknown codes are passed over.

    What differs is told as the indicator has said it ("dort … hier …"); read from the other side it says who speaks.
    """

    def __init__(self, indicators: Mapping[str, IndicatorDefinition]) -> None:
        self._indicators = indicators
        self._of: defaultdict[str, dict[str, Match]] = defaultdict(dict)
        for code, definition in indicators.items():
            for match in definition.matches:
                if match.indicator in indicators:
                    self._of[code][match.indicator] = match
                    seen = f"Von „{definition.name}“ aus: {match.difference}" if match.difference else ""
                    self._of[match.indicator].setdefault(code, replace(match, indicator=code, difference=seen))

    def of(self, code: str) -> tuple[Match, ...]:
        """What the indicator matches, the same first; each other indicator once, whoever has said it."""
        return tuple(sorted(self._of[code].values(), key=lambda match: _ORDER.index(match.degree)))

    def between(self, first: str, second: str) -> tuple[Correspondence, ...]:
        """For every indicator of the catalogue `first` what the catalogue `second` has that is like it, or nothing.

        Promise: every indicator of `first` occurs, in the order of its catalogue, as often as there are matches; what
        is said directly goes before what is concluded over one indicator in between (`MatchDegree.through`).
        """
        lines = (self._lines(each, second) for each in self._indicators.values() if each.catalogue == first)
        return tuple(line for found in lines for line in found)

    def _lines(self, definition: IndicatorDefinition, catalogue: str) -> Iterable[Correspondence]:
        direct = [match for match in self.of(definition.code) if self._in(match, catalogue)]
        if direct:
            return [Correspondence(definition, self._indicators[match.indicator], match) for match in direct]
        concluded = self._concluded(definition, catalogue)
        best = sorted(concluded, key=lambda line: _ORDER.index(line.match.degree) if line.match else 0)
        once = {line.other.code: line for line in reversed(best) if line.other}
        return reversed(once.values()) if once else [Correspondence(definition)]

    def _concluded(self, definition: IndicatorDefinition, catalogue: str) -> Iterable[Correspondence]:
        for first in self.of(definition.code):
            for second in self.of(first.indicator):
                degree = first.degree.through(second.degree)
                if degree and second.indicator != definition.code and self._in(second, catalogue):
                    over, other = self._indicators[first.indicator], self._indicators[second.indicator]
                    said = [(definition, first.difference), (other, second.difference)]
                    difference = " ".join(f"{each.number or each.name} – {text}" for each, text in said if text)
                    yield Correspondence(definition, other, Match(other.code, degree, difference, second.source), over)

    def _in(self, match: Match, catalogue: str) -> bool:
        return self._indicators[match.indicator].catalogue == catalogue
