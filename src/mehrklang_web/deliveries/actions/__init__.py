"""What may be done with a file that came, one file per subject."""

from mehrklang_web.deliveries.actions.deciding import accept, reject
from mehrklang_web.deliveries.actions.folder import keep_retirement, take_in
from mehrklang_web.deliveries.actions.kept import verify, withdraw
from mehrklang_web.deliveries.actions.sweeping import EXPIRES, sweep
from mehrklang_web.deliveries.actions.trial import Tried, read_anew, try_file, try_frozen

__all__ = [
    "EXPIRES",
    "Tried",
    "accept",
    "keep_retirement",
    "read_anew",
    "reject",
    "sweep",
    "take_in",
    "try_file",
    "try_frozen",
    "verify",
    "withdraw",
]
