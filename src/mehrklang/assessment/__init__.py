"""Is it better or worse? Only where that is true; otherwise "nicht bewertbar" with the reason.

`assess` sets the latest value against target and thresholds, `trend` describes the latest segment. Never across a
break, never inside the noise, never for a context indicator. Both rules are printed in German beside their results
(`Trend.rule`, `STATE_RULE`). No values are computed here; what they mean is written by people.
"""

from mehrklang.assessment.assess import assess
from mehrklang.assessment.result import Assessment, Movement, TargetState, Trend
from mehrklang.assessment.state import RULE as STATE_RULE
from mehrklang.assessment.target import Operator, PathKind, Step, Target
from mehrklang.assessment.trend import RULE as TREND_RULE
from mehrklang.assessment.trend import trend

__all__ = [
    "STATE_RULE",
    "TREND_RULE",
    "Assessment",
    "Movement",
    "Operator",
    "PathKind",
    "Step",
    "Target",
    "TargetState",
    "Trend",
    "assess",
    "trend",
]
