"""Early warning (Frühwarnung): which newest values deserve a person's look, with a known number of false alarms.

The newest value is held against what the earlier ones of its segment let expect (`level_shift`), the whole segment
against slow drift (`drift`), a gap against its own past, and the value against thresholds and target path. Many series
are watched at once, so the limits are set to an expected number of false alarms per edition (`expected_alarms`). A
signal names why; what it means, and whether it is closed, is for people. Simulated operating characteristics:
`simulation`, printed in the methods handbook.
"""

from mehrklang.assessment.warning.signal import Signal, SignalKind
from mehrklang.assessment.warning.watch import WARNING_RULE, Watched, watch

__all__ = ["WARNING_RULE", "Signal", "SignalKind", "Watched", "watch"]
