"""What is held together with other monitors is there."""

from collections.abc import Iterator, Mapping

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.shared import FILE
from mehrklang.planning.shared import SharedKind
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-GEMEINSAM-01: an entry names something that this folder does not hold."""
    here: Mapping[SharedKind, frozenset[str]] = {
        SharedKind.INDICATOR: frozenset(each.code for each in monitoring.own_indicators if not each.catalogue),
        SharedKind.SOURCE: frozenset(each.key for each in monitoring.own_sources),
        SharedKind.CATALOGUE: frozenset(each.key for each in monitoring.catalogues),
        SharedKind.CONDITIONS: frozenset(monitoring.supplies),
    }
    for index, each in enumerate(monitoring.shared):
        if each.key and each.key not in here[each.kind]:
            message = f"Gemeinsam geführt wird „{each.key}“ ({each.kind.label}); in diesem Ordner gibt es das nicht."
            path = ("gemeinsam", index, "schluessel")
            yield known.issue("M-GEMEINSAM-01", message, suggestion(each.key, here[each.kind]), file=FILE, path=path)
