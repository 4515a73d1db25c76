"""A batch: readings that are checked together, because some faults show only between files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.catalogue import Catalogue
from mehrklang.plausibility.expectation import Surprise, surprises
from mehrklang.plausibility.panel import Pairs, Panel, panels_of
from mehrklang.sources import Reading
from mehrklang.vocabulary import Unit

_YEARS = 3
_SHARES = (Unit.PERCENT, Unit.PER_MILLE)


@dataclass(frozen=True, slots=True)
class Batch:
    """The readings with their panels.

    `breaks`: for each measure the first years after a documented break in series; `expected`: beside each panel, by
    breakdown, its figures with what their neighbour years expect (changes expect nothing, nor
    do shares beside their counts: they follow the counts).
    """

    readings: tuple[Reading, ...]
    panels: tuple[Panel, ...]
    breaks: Mapping[str, frozenset[int]]
    expected: tuple[Mapping[Pairs, tuple[Surprise, ...]], ...]

    def sibling(self, panel: Panel, unit: Unit) -> Panel | None:
        """The panel of the same file and measure in another unit."""
        return next(
            (
                one
                for one in self.panels
                if (one.file, one.measure, one.unit) == (panel.file, panel.measure, unit)
                and one.periods[0].kind is panel.periods[0].kind
            ),
            None,
        )

    def counts_beside(self, panel: Panel) -> Panel | None:
        """The counts, in persons or thousands, of a table of shares."""
        return self.sibling(panel, Unit.COUNT) or self.sibling(panel, Unit.THOUSAND)


def make_batch(readings: Sequence[Reading], catalogue: Catalogue | None) -> Batch:
    """The readings laid out; the catalogue tells the breaks that its indicators document."""
    panels = tuple(panel for reading in readings for panel in panels_of(reading.observations))
    counted = {(panel.file, panel.measure) for panel in panels if panel.unit in (Unit.COUNT, Unit.THOUSAND)}
    expected = tuple(
        {} if panel.unit in _SHARES and (panel.file, panel.measure) in counted else _expected(panel) for panel in panels
    )
    return Batch(tuple(readings), panels, MappingProxyType(_breaks(catalogue) if catalogue else {}), expected)


def _expected(panel: Panel) -> Mapping[Pairs, tuple[Surprise, ...]]:
    if panel.is_change or len(panel.periods) < _YEARS:
        return {}
    return {pairs: tuple(surprises(panel, column)) for pairs, column in panel.columns.items()}


def _breaks(catalogue: Catalogue) -> dict[str, frozenset[int]]:
    years: dict[str, set[int]] = {}
    for indicator in catalogue.indicators.values():
        for binding in indicator.bindings:
            for group in binding.groups:
                for term in group.terms:
                    years.setdefault(term.measure, set()).update(each.first_year for each in indicator.breaks)
    return {measure: frozenset(found) for measure, found in years.items()}
