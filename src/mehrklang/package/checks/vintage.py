"""The sources of the territory are known, and there is an Umsteigeschlüssel to get there."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import KEY_KIND, Monitoring
from mehrklang.package.parts.vintage import FILE
from mehrklang.territory import Manner
from mehrklang.vocabulary import Issue, Severity


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-QUELLE-01 unknown source; M-GEBIETSSTAND-02 no file with an Umsteigeschlüssel."""
    if monitoring.vintage is None:
        return
    for at, one in enumerate(monitoring.vintage.sources):
        if one.source and one.source not in known.sources:
            message = f"Die Quelle „{one.source}“ gibt es weder im Katalog noch unter den eigenen."
            remedy = suggestion(one.source, known.sources)
            yield known.issue("M-QUELLE-01", message, remedy, file=FILE, path=("quelle", at, "quelle"))
    asked = any(one.manner is Manner.BROUGHT for one in monitoring.vintage.sources)
    if asked and not any(each.kind == KEY_KIND and each.valid for each in monitoring.data):
        message = "Es soll umgerechnet werden, aber unter den Daten ist kein Umsteigeschlüssel."
        remedy = "Liefern Sie einen Umsteigeschlüssel, oder rechnen Sie keine Quelle um."
        yield known.issue("M-GEBIETSSTAND-02", message, remedy, file=FILE, path=("tag",), severity=Severity.WARNING)
