"""From protected cells to indicator values: one file per kind, each with formula, source and a worked example.

Only protected cubes come in. Numerator, denominator and further constituents stay with the value; nothing is rounded
here. `compute` turns the cells of a binding into series (kinds of several parts in `layered`, of several areas in
`spatial`), `derive` computes gap, ratio, change and index number from the series of another indicator, `combine` a
composite of several. How
signs go on stands in `signs`, the one division in `division`; how far chance or rounding may have moved a value in
`uncertainty`; what a value was in the version before in `versions`. Whether a definition is sound is the catalogue's
affair; trends, targets and words like "better" belong to the room above, `assessment`.
"""

from mehrklang.indicators.combine import combine
from mehrklang.indicators.compute import compute
from mehrklang.indicators.derive import derive
from mehrklang.indicators.interval import LEVEL, Interval, IntervalMethod
from mehrklang.indicators.part import EXACT
from mehrklang.indicators.published import as_printed_by_source
from mehrklang.indicators.value import Constituent, Earlier, IndicatorValue, Series
from mehrklang.indicators.versions import as_before, with_earlier

__all__ = [
    "EXACT",
    "LEVEL",
    "Constituent",
    "Earlier",
    "IndicatorValue",
    "Interval",
    "IntervalMethod",
    "Series",
    "as_before",
    "as_printed_by_source",
    "combine",
    "compute",
    "derive",
    "with_earlier",
]
