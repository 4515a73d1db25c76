"""Many series at once: which of many chances are rare enough to be told.

Either the limits are set so that the expected number of false alarms per edition is a stated number (default 1): with m
series a chance counts from 1 : m on. Or, per delivery, by Benjamini and Hochberg: of all signals a stated share at most
is expected to be false. Source: Benjamini, Y.; Hochberg, Y. (1995): Controlling the false discovery rate. Journal of
the Royal Statistical Society B 57, 289–300.
"""

from collections.abc import Sequence


def rare_by_expected_alarms(chances: Sequence[float], expected: float) -> float:
    """The highest chance that is told if so many false alarms are expected in all; never more than 1 of 20.

    >>> rare_by_expected_alarms([0.5] * 400, expected=1)
    0.0025
    """
    return min(expected / max(len(chances), 1), 0.05)


def rare_by_false_discoveries(chances: Sequence[float], share: float) -> float:
    """The highest chance that is told if at most that share of all signals may be false; 0 if none is.

    >>> rare_by_false_discoveries([0.001, 0.02, 0.2, 0.9], share=0.1)
    0.02
    """
    ordered = sorted(chances)
    told = [chance for rank, chance in enumerate(ordered, start=1) if chance <= share * rank / len(ordered)]
    return max(told, default=0.0)
