"""Interpretations belong to chosen indicators and are signed by both offices."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.interpretations import FOLDER
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-INTERPRETATION-03 of an indicator that is not chosen, -04 not signed by both."""
    chosen = {selection.code for selection in monitoring.selection}
    for code, interpretation in monitoring.interpretations.items():
        file = f"{FOLDER}/{code}.md"
        if code not in chosen:
            message = f"Die Interpretation gehört zu „{code}“; dieser Indikator ist nicht ausgewählt."
            remedy = "Nehmen Sie den Indikator in die Auswahl auf, oder benennen Sie die Datei nach ihrem Indikator."
            yield known.issue("M-INTERPRETATION-03", message, remedy, file=file, severity=Severity.WARNING)
        if not interpretation.signed_by_both:
            message = "Die Interpretation ist noch nicht von Koordination und Statistik unterschrieben."
            remedy = "Beide Stellen unterschreiben mit Name und Datum; bis dahin geht der Text nicht hinaus."
            yield known.issue("M-INTERPRETATION-04", message, remedy, file=file, severity=Severity.WARNING)
