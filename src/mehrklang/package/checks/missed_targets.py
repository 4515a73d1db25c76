"""Missed targets name chosen indicators and measures of the same monitoring, each target once."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.missed_targets import FILE
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-VERFEHLT-02 indicator that is not chosen, -03 unknown measure, -04 twice the same target."""
    codes, measures = ({each.code for each in monitoring.selection}, {each.key for each in monitoring.measures})
    taken = set()
    for index, missed in enumerate(monitoring.missed_targets):
        path, key = ("verfehltes_ziel", index), (missed.indicator, missed.area, missed.group, missed.year)
        if missed.indicator not in codes:
            message = f"Das verfehlte Ziel nennt den Indikator „{missed.indicator}“, der nicht ausgewählt ist."
            yield known.issue("M-VERFEHLT-02", message, suggestion(missed.indicator, codes), file=FILE, path=path)
        if missed.measure and missed.measure not in measures:
            message = f"Das verfehlte Ziel nennt die Maßnahme „{missed.measure}“, die es nicht gibt."
            yield known.issue("M-VERFEHLT-03", message, suggestion(missed.measure, measures), file=FILE, path=path)
        if key in taken:
            message = f"Das Ziel {missed.year} des Indikators „{missed.indicator}“ steht zweimal."
            yield known.issue("M-VERFEHLT-04", message, "Streichen Sie einen Eintrag.", file=FILE, path=path)
        taken.add(key)
