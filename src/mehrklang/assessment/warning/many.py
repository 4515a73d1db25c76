"""Many series at once: which of many chances are rare enough to be told.

Either the limits are set so that the expected number of false alarms per edition is a stated number (default 1): with m
series a chance counts from 1 : m on. Or, per delivery, by Benjamini and Hochberg: of all signals a stated share at most
is expected to be false. Source: Benjamini, Y.; Hochberg, Y. (1995): Controlling the false discovery rate. Journal of
the Royal Statistical Society B 57, 289–300.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.vocabulary.german import format_exact, format_number


@dataclass(frozen=True, slots=True)
class Limit:
    """How many false alarms are accepted: a number per edition, or (if given) a share of all signals.

    >>> Limit().sentence
    'In einer Ausgabe ist insgesamt höchstens 1 Hinweis ohne Anlass zu erwarten.'
    >>> Limit(false_share=Decimal("0.1")).sentence
    'Von 100 Hinweisen sind höchstens 10 ohne Anlass zu erwarten (Benjamini-Hochberg).'
    """

    expected_alarms: Decimal = Decimal(1)
    false_share: Decimal | None = None

    def rare(self, chances: Sequence[float]) -> float:
        """The highest chance that is told."""
        if self.false_share is not None:
            return rare_by_false_discoveries(chances, float(self.false_share))
        return rare_by_expected_alarms(chances, float(self.expected_alarms))

    @property
    def sentence(self) -> str:
        """The accepted rate in German, as it is printed beside the signals."""
        if self.false_share is not None:
            share = format_number(100 * self.false_share)
            return f"Von 100 Hinweisen sind höchstens {share} ohne Anlass zu erwarten (Benjamini-Hochberg)."
        word = "Hinweis" if self.expected_alarms == 1 else "Hinweise"
        number = format_exact(self.expected_alarms)
        verb = "ist" if self.expected_alarms == 1 else "sind"
        return f"In einer Ausgabe {verb} insgesamt höchstens {number} {word} ohne Anlass zu erwarten."


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
