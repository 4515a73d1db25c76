"""A finding: the one object that every exit renders."""

from dataclasses import dataclass

from mehrklang.assessment import Assessment, Target
from mehrklang.assessment.small_areas import Estimate
from mehrklang.catalogue import FeatureDefinition, IndicatorDefinition, Source
from mehrklang.cubes import Protection
from mehrklang.indicators import Series
from mehrklang.planning import Measure, MissedTarget
from mehrklang.vocabulary import Area, Interpretation


@dataclass(frozen=True, slots=True)
class GroupSeries:
    """One line of a finding: the series of one group in one area, with its assessment (None for comparison lines).

    `stabilised` stand beside the values of a small area, where they were asked for; they replace none.
    """

    area: Area
    group: str
    label: str
    series: Series
    assessment: Assessment | None = None
    stabilised: tuple[Estimate, ...] = ()


@dataclass(frozen=True, slots=True)
class Steering:
    """Whether the municipality can move the indicator itself, and what it has agreed on.

    `steerable` is the German word ("ja", "teilweise", "nein"); `proposed` is a target that does not hold yet, because
    the offices in `unsigned` have not signed it.
    """

    steerable: str
    reason: str = ""
    addressees: tuple[str, ...] = ()
    proposed: Target | None = None
    unsigned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """An indicator's values with their assessment and their interpretation. `feature` is the definition by which the
    groups are told apart, `further_features` name what else the figures should be told apart by; `files` are the names
    of the delivered files; `rules` names the rule set of the protection. `missed` is what was recorded about missed
    targets of the area and of its parts, also of those that have been replaced since. `measures` are those that are
    shown beside the indicator as events; no effect is read off them.

    Promise: it cannot be built without an interpretation of this very indicator. „Indikatoren sind für sich genommen
    nicht aussagekräftig“ (Difu 2022) is a constructor here.
    """

    definition: IndicatorDefinition
    area: Area
    lines: tuple[GroupSeries, ...]
    interpretation: Interpretation
    sources: tuple[Source, ...]
    protection: Protection
    data_version: str
    goals: tuple[str, ...] = ()
    why: str = ""
    why_feature: str = ""
    comparison: tuple[GroupSeries, ...] = ()
    feature: FeatureDefinition | None = None
    further_features: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    steering: Steering | None = None
    rules: str = ""
    missed: tuple[MissedTarget, ...] = ()
    measures: tuple[Measure, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.interpretation, Interpretation):
            raise TypeError("a finding needs an interpretation")
        if self.interpretation.indicator != self.definition.code:
            raise ValueError(
                f"the interpretation speaks of {self.interpretation.indicator}, not of {self.definition.code}"
            )

    @property
    def stale(self) -> bool:
        """Whether the data have changed since the interpretation was written."""
        return self.interpretation.stale(self.data_version)
