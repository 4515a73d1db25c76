"""Candidates are defined, not chosen already, and what was decided is about something on the table."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.checks.selection import obtainable
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.candidates import FILE
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-KANDIDAT-01 chosen already, -02 a verdict on nothing; M-ZIEL-01 unknown goal; as for chosen ones
    M-INDIKATOR-01, M-QUELLE-02 and M-GRUPPE-01."""
    chosen, goals = {each.code for each in monitoring.selection}, {goal.key for goal in monitoring.goals}
    for index, each in enumerate(monitoring.candidates):
        at = ("kandidat", index)
        yield from obtainable(each, known, file=FILE, at=at)
        if each.code in chosen:
            message = f"„{each.code}“ steht unter den Kandidaten und ist zugleich ausgewählt."
            remedy = "Streichen Sie ihn unter den Kandidaten; die Einträge der Abwägung dürfen bleiben."
            yield known.issue("M-KANDIDAT-01", message, remedy, file=FILE, path=at)
        for goal in (key for key in each.goals if key not in goals):
            message = f"Der Kandidat „{each.code}“ nennt das Ziel „{goal}“, das es nicht gibt."
            yield known.issue("M-ZIEL-01", message, suggestion(goal, goals), file=FILE, path=(*at, "ziele"))
    yield from _verdicts(monitoring, chosen | {each.code for each in monitoring.candidates}, known)


def _verdicts(monitoring: Monitoring, on_the_table: set[str], known: Known) -> Iterator[Issue]:
    for index, verdict in enumerate(monitoring.verdicts):
        if verdict.code and verdict.code not in on_the_table:
            message = f"Ein Eintrag der Abwägung nennt „{verdict.code}“; das ist weder Kandidat noch ausgewählt."
            remedy = suggestion(verdict.code, on_the_table)
            path = ("abwaegung", index, "code")
            yield known.issue("M-KANDIDAT-02", message, remedy, file=FILE, path=path, severity=Severity.WARNING)
