"""What the municipality says about sources: they exist, and their days and amounts can be."""

from collections.abc import Iterator

from mehrklang.catalogue.checks.supply import faults_in_supply
from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.supplies import FILE
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-QUELLE-01 unknown source; M-TERMIN-01 and M-TERMIN-02 impossible days, M-AUFWAND-01 a negative amount,
    M-MERKMAL-01 an unknown feature definition."""
    for index, (key, supply) in enumerate(monitoring.supplies.items()):
        if key and key not in known.sources:
            message = f"Die Quelle „{key}“ gibt es weder im Katalog noch unter den eigenen."
            path = ("quelle", index, "schluessel")
            yield known.issue("M-QUELLE-01", message, suggestion(key, known.sources), file=FILE, path=path)
        for fault in faults_in_supply(supply, known.features):
            code = fault.code.replace("K-", "M-", 1)
            yield known.issue(code, fault.message, fault.remedy, file=FILE, path=("quelle", index, *fault.at))
