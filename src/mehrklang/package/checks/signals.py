"""Signals that were taken up speak of chosen indicators, each value once."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.signals import FILE
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-HINWEIS-01 indicator that is not chosen, -02 twice the same signal."""
    codes, taken = {each.code for each in monitoring.selection}, set()
    for index, signal in enumerate(monitoring.handled_signals):
        path = ("hinweis", index)
        if signal.indicator not in codes:
            message = f"Der Hinweis nennt den Indikator „{signal.indicator}“, der nicht ausgewählt ist."
            yield known.issue("M-HINWEIS-01", message, suggestion(signal.indicator, codes), file=FILE, path=path)
        if signal.key in taken:
            message = f"Derselbe Hinweis ({signal.kind}, {signal.indicator}, {signal.year}) steht zweimal."
            yield known.issue("M-HINWEIS-02", message, "Streichen Sie einen Eintrag.", file=FILE, path=path)
        taken.add(signal.key)
