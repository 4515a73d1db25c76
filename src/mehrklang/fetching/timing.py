"""Time as the fetch sees it: when it is, how to wait, and how long to wait before asking again."""

import email.utils
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

_FIRST_WAIT = 5.0


def _now() -> datetime:
    return datetime.now(tz=UTC)


@dataclass(frozen=True, slots=True)
class Timing:
    """The clock (UTC), the way to wait in seconds, and chance between 0 and 1; tests bring their own."""

    now: Callable[[], datetime] = _now
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random


def wait_after(failures: int, asked: float, longest: float, chance: float) -> float:
    """Seconds to wait after so many failures: doubled each time from five on, spread by chance, as asked at least.

    The wait is between half and all of min(longest, 5 · 2^(failures − 1)), so that many clients do not come back at
    once. What the service itself asks for (`asked`) is never shortened.

    >>> wait_after(1, 0, 900, 1.0), wait_after(3, 0, 900, 0.0), wait_after(20, 0, 900, 1.0), wait_after(1, 60, 900, 0.0)
    (5.0, 10.0, 900.0, 60)
    """
    full = min(longest, _FIRST_WAIT * 2.0 ** (failures - 1))
    return max(asked, full * (0.5 + chance / 2))


def asked_wait(header: str, now: datetime) -> float:
    """The seconds of a Retry-After header, given as such or as a date; 0 if it is missing or not understood.

    >>> noon = datetime(2026, 11, 23, 12, tzinfo=UTC)
    >>> asked_wait("120", noon), asked_wait("Mon, 23 Nov 2026 12:05:00 GMT", noon), asked_wait("bald", noon)
    (120.0, 300.0, 0.0)
    """
    text = header.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        then = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return 0.0
    aware = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
