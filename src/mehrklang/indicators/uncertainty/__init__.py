"""How far chance, sampling or rounding may have moved a value: one file per method, with formula, source and example.

`of_value` and `of_derived` choose the method by kind and material; where the producer gives neither sampling error nor
rounding, no interval is invented and the note says so. The limits of chance are floats inside (they are estimates, good
to ten digits and more) and become `Decimal` at the border; the limits of rounding are exact. The values themselves are
computed in the room above, what an interval means for a target or a trend is the affair of `assessment`.
"""

from mehrklang.indicators.uncertainty.of_derived import of_change, of_gap, of_ratio
from mehrklang.indicators.uncertainty.of_value import of_count, of_published, of_rate, of_share
from mehrklang.indicators.uncertainty.spread import NO_SPREAD, Spread

__all__ = [
    "NO_SPREAD",
    "Spread",
    "of_change",
    "of_count",
    "of_gap",
    "of_published",
    "of_rate",
    "of_ratio",
    "of_share",
]
