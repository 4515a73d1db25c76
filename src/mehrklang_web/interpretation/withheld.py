"""Why a number is not shown, said at the number: the same words for every cell of one rule set.

Whether a cell is small itself or only covers another one is never said. An attacker who could tell them apart would
know of each small one that it lies below the minimum count, and of all others that they do not.
"""

from mehrklang.catalogue import load
from mehrklang.indicators import IndicatorValue
from mehrklang.pipeline import Result
from mehrklang.vocabulary import Reason

_OWN = (Reason.SUPPRESSED, Reason.PART_WITHHELD)


def why_withheld(value: IndicatorValue, result: Result) -> tuple[str, ...]:
    """German sentences; none where the value is shown or was withheld by its producer."""
    done = result.protection
    if value.figure.reason not in _OWN or done.passed_published == done.cell_count:
        return ()
    rules = load().rule_sets.get(done.rule_set)
    return (
        "Die Zahl ist bekannt, wird aber nicht gezeigt: Aus ihr, oder aus ihr zusammen mit anderen gezeigten Zahlen, "
        "ließe sich auf wenige Personen schließen.",
        "Ob sie selbst klein ist oder eine andere Zahl schützt, wird nicht gesagt. Schon das würde verraten, wo die "
        "kleinen Zahlen stehen.",
        *(("Gesperrt heißt nicht null: Eine Null wird gezeigt.",) if rules and rules.zero_is_public else ()),
        *((f"Regelsatz „{rules.name}“: {rules.reason}", f"Rechtsgrundlage: {rules.legal_basis}") if rules else ()),
    )
