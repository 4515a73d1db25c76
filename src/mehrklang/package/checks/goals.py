"""The goal tree holds together, and goals and indicators know of each other."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import goals, selection
from mehrklang.planning.goal import circular, parents_of
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-ZIEL-01 unknown goal, -02 unknown parent, -03 circle, -04 goal without indicator, -05 the other way."""
    yield from _references(monitoring, known)
    yield from _tree(monitoring, known)
    yield from _loose_ends(monitoring, known)


def _references(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    keys = {goal.key for goal in monitoring.goals}
    for index, chosen in enumerate(monitoring.selection):
        for goal in chosen.goals:
            if goal not in keys:
                message = f"Der Indikator „{chosen.code}“ nennt das Ziel „{goal}“, das es nicht gibt."
                path = ("indikator", index, "ziele")
                yield known.issue("M-ZIEL-01", message, suggestion(goal, keys), file=selection.FILE, path=path)


def _tree(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    parents = parents_of(monitoring.goals)
    for index, goal in enumerate(monitoring.goals):
        unknown = [above for above in parents[goal.key] if above not in parents]
        for above in unknown:
            path = ("ziel", index, "oberziel" if above == goal.parent else "dient_auch")
            message = f"Das Oberziel „{above}“ des Ziels „{goal.key}“ gibt es nicht."
            yield known.issue("M-ZIEL-02", message, suggestion(above, parents), file=goals.FILE, path=path)
        if not unknown and circular(goal.key, parents):
            message = f"Das Ziel „{goal.key}“ ist über seine Oberziele sich selbst untergeordnet."
            remedy = "Prüfen Sie die Oberziele; das oberste Ziel hat keines."
            path = ("ziel", index, "oberziel" if goal.parent else "dient_auch")
            yield known.issue("M-ZIEL-03", message, remedy, file=goals.FILE, path=path)


def _loose_ends(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    measured = {goal for chosen in monitoring.selection for goal in chosen.goals}
    parents = {above for each in parents_of(monitoring.goals).values() for above in each}
    for index, goal in enumerate(monitoring.goals):
        if goal.key and goal.key not in measured | parents:
            message = f"Zum Ziel „{goal.key}“ gibt es keinen Indikator."
            remedy = "Das ist erlaubt. Prüfen Sie, woran Sie erkennen wollen, ob das Ziel näher rückt."
            path = ("ziel", index)
            yield known.issue("M-ZIEL-04", message, remedy, file=goals.FILE, path=path, severity=Severity.NOTE)
    for index, chosen in enumerate(monitoring.selection):
        if monitoring.goals and chosen.code and not chosen.goals:
            message = f"Der Indikator „{chosen.code}“ hängt an keinem Ziel."
            remedy = "Das ist erlaubt, zum Beispiel als Rahmen. Prüfen Sie, wozu Sie ihn brauchen."
            path = ("indikator", index)
            yield known.issue("M-ZIEL-05", message, remedy, file=selection.FILE, path=path, severity=Severity.NOTE)
