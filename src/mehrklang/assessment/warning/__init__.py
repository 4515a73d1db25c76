"""Early warning (Frühwarnung): which newest values deserve a person's look, with a known number of false alarms.

The newest value is held against what the earlier ones of its segment let expect (`level_shift`), the whole segment
against slow drift (`drift`), a gap against its own past, and the value against thresholds and target path. Many series
are watched at once, so a `Limit` holds the expected number of false alarms per edition, or their share. A
signal names why; what it means, and whether it is closed, is for people. Simulated operating characteristics:
`simulation`, printed in the methods handbook.
"""

from mehrklang.assessment.warning.many import Limit
from mehrklang.assessment.warning.signal import Signal, SignalKind
from mehrklang.assessment.warning.watch import ONE_ALARM, WARNING_RULE, Survey, Watched, survey, watch

__all__ = ["ONE_ALARM", "WARNING_RULE", "Limit", "Signal", "SignalKind", "Survey", "Watched", "survey", "watch"]
