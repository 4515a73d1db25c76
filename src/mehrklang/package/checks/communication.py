"""The communication plan names indicators that are chosen."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import communication
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-KOMMUNIKATION-02 an indicator that is not in the selection."""
    chosen = {each.code for each in monitoring.selection}
    for index, entry in enumerate(monitoring.communication.messages):
        for code in entry.contents.indicators:
            if code not in chosen:
                message = f"Der Eintrag „{entry.key}“ nennt den Indikator „{code}“, der nicht ausgewählt ist."
                path = ("eintrag", index, "indikatoren")
                remedy = suggestion(code, chosen)
                yield known.issue(
                    "M-KOMMUNIKATION-02",
                    message,
                    remedy,
                    file=communication.FILE,
                    path=path,
                    severity=Severity.WARNING,
                )
