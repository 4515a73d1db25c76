"""What is retired exists, and so does its successor; what is chosen and retired is told."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.retired import FILE
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-STILL-01 unknown indicator or successor, -02 chosen although retired (a note: its series stays)."""
    for index, (code, retirement) in enumerate(monitoring.retired_indicators.items()):
        for key, named in (("code", code), ("ersetzt_durch", retirement.successor)):
            if named and named not in known.definitions:
                message = f"Außer Kraft gesetzt oder Nachfolger ist „{named}“; diesen Indikator gibt es nicht."
                remedy, path = suggestion(named, known.definitions), ("indikator", index, key)
                yield known.issue("M-STILL-01", message, remedy, file=FILE, path=path)
    chosen = [each.code for each in monitoring.selection if each.code in monitoring.retired_indicators]
    if chosen:
        message = f"Ausgewählt, aber stillgelegt: {', '.join(f'„{code}“' for code in chosen)}."
        remedy = "Die Reihen bleiben lesbar. Nehmen Sie die Indikatoren aus der Auswahl, wenn niemand sie mehr braucht."
        yield known.issue("M-STILL-02", message, remedy, file=FILE, path=("indikator", 0), severity=Severity.NOTE)
