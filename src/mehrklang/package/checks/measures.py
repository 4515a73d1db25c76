"""Measures name goals and indicators of the same monitoring."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import measures
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-MASSNAHME-01 unknown goal, -02 indicator that is not chosen."""
    goals = {goal.key for goal in monitoring.goals}
    codes = {chosen.code for chosen in monitoring.selection}
    for index, measure in enumerate(monitoring.measures):
        for goal in (each for each in measure.goals if each not in goals):
            message = f"Die Maßnahme „{measure.key}“ nennt das Ziel „{goal}“, das es nicht gibt."
            path = ("massnahme", index, "ziele")
            yield known.issue("M-MASSNAHME-01", message, suggestion(goal, goals), file=measures.FILE, path=path)
        for code in (each for each in measure.indicators if each not in codes):
            message = f"Die Maßnahme „{measure.key}“ nennt den Indikator „{code}“, der nicht ausgewählt ist."
            path = ("massnahme", index, "indikatoren")
            yield known.issue("M-MASSNAHME-02", message, suggestion(code, codes), file=measures.FILE, path=path)
