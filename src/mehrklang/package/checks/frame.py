"""The rule set that the whole monitoring asks for exists: otherwise its counts would be protected less than wanted."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known, suggestion
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.frame import FILE
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-REGEL-01 an unknown rule set."""
    rule_sets = known.catalogue.rule_sets
    if monitoring.rule_set and monitoring.rule_set not in rule_sets:
        message = f"Den Regelsatz „{monitoring.rule_set}“ der Geheimhaltung gibt es nicht."
        remedy = suggestion(monitoring.rule_set, rule_sets)
        yield known.issue("M-REGEL-01", message, remedy, file=FILE, path=("regelsatz",))
