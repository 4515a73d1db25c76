"""How unevenly groups live across areas, and how mixed an area is.

One file per measure, over counts by area. All of them change with the area system: never compare across area systems
or their vintages. They describe places, not people, and say nothing about causes or about what would be desirable.
`settled` takes counts of areas to all measures of two groups; a withheld area withholds the result.
"""

from mehrklang.indicators.segregation.areas import AreaCounts, areas_of
from mehrklang.indicators.segregation.dissimilarity import dissimilarity, expected_dissimilarity
from mehrklang.indicators.segregation.diversity import shannon, simpson
from mehrklang.indicators.segregation.entropy import theil_h
from mehrklang.indicators.segregation.exposure import exposure, isolation
from mehrklang.indicators.segregation.settled import Settled, settled

__all__ = [
    "AreaCounts",
    "Settled",
    "areas_of",
    "dissimilarity",
    "expected_dissimilarity",
    "exposure",
    "isolation",
    "settled",
    "shannon",
    "simpson",
    "theil_h",
]
