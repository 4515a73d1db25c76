"""What happens to signals and to proposed breaks, one file per subject."""

from mehrklang_web.signals.actions.breaks import BreakWords, confirm_break, keep_proposals, reject_break
from mehrklang_web.signals.actions.freezing import freeze, look_through
from mehrklang_web.signals.actions.handling import acknowledge, assign, close, explain, reopen, take_in

__all__ = [
    "BreakWords",
    "acknowledge",
    "assign",
    "close",
    "confirm_break",
    "explain",
    "freeze",
    "keep_proposals",
    "look_through",
    "reject_break",
    "reopen",
    "take_in",
]
