"""An observation: one published or delivered figure with everything that says what it is."""

from dataclasses import dataclass
from enum import StrEnum

from mehrklang.vocabulary.breakdown import Breakdown
from mehrklang.vocabulary.figure import Figure
from mehrklang.vocabulary.finality import Finality
from mehrklang.vocabulary.lineage import SourceCell
from mehrklang.vocabulary.period import Period
from mehrklang.vocabulary.unit import Unit


class Material(StrEnum):
    """The two kinds of input that must never be mixed up.

    ADDITIVE: register rows, fine counts, sums: we add them up and we protect them.
    PUBLISHED: a statistic that its producer has protected: it keeps the producer's signs, is never protected twice and
    never summed.
    """

    ADDITIVE = "additiv"
    PUBLISHED = "veroeffentlicht"


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure as a source delivers it.

    Promise: `measure` is the source's own key of what is counted (a table number such as "1-2-1"); `area` is a key of
    `Area`; `breakdown` holds the source's own feature and category labels, whitespace and footnote marks cleaned;
    `cell` keeps the raw text; `finality` is what the source says about how final the figure is.
    """

    measure: str
    area: str
    period: Period
    breakdown: Breakdown
    unit: Unit
    figure: Figure
    material: Material
    cell: SourceCell
    finality: Finality = Finality.UNSTATED
