"""Is it better or worse? Only where that is true; otherwise "nicht bewertbar" with the reason.

Targets, thresholds, trends and breaks. Never across a break, never inside the noise, never for a context indicator.
"""

from mehrklang.assessment.result import Assessment, Movement, TargetState, Trend
from mehrklang.assessment.target import Operator, Target

__all__ = ["Assessment", "Movement", "Operator", "Target", "TargetState", "Trend"]
