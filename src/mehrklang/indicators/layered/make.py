"""Which kind computes what from the layers of a group."""

from collections.abc import Sequence

from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.indicators.layered.classes import mean, median
from mehrklang.indicators.layered.diversity import mixed_by_shannon, mixed_by_simpson
from mehrklang.indicators.layered.parts import LayerParts
from mehrklang.indicators.layered.representation import represented
from mehrklang.indicators.layered.standardised import directly, indirectly
from mehrklang.indicators.layered.survey import surveyed
from mehrklang.indicators.made import Made

_BY_KIND = {
    IndicatorKind.MEAN: mean,
    IndicatorKind.MEDIAN: median,
    IndicatorKind.REPRESENTATION: represented,
    IndicatorKind.SURVEY: surveyed,
    IndicatorKind.SIMPSON: mixed_by_simpson,
    IndicatorKind.SHANNON: mixed_by_shannon,
}
_WITH_REFERENCE = {IndicatorKind.STANDARDISED: directly, IndicatorKind.INDIRECTLY_STANDARDISED: indirectly}


def make(definition: IndicatorDefinition, layers: Sequence[LayerParts]) -> Made:
    """The value of one area, period and group."""
    if definition.kind in _WITH_REFERENCE:
        return _WITH_REFERENCE[definition.kind](layers, per=definition.per)
    return _BY_KIND[definition.kind](layers)
