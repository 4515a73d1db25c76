"""Whether the conditions of a source can be: days that exist, amounts that are not negative, known definitions."""

from collections.abc import Iterator, Mapping

from mehrklang.catalogue.calendar import reference_date
from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.checks.references import near
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.supply import Supply, TimeReference

_ANY_COMMON_YEAR = 2023
_LONGEST = 120
"""Months; ten years after its period nobody waits for a delivery any more."""


def faults_in_supply(supply: Supply, definitions: Mapping[str, FeatureDefinition]) -> Iterator[Fault]:
    """Days that do not exist, negative amounts, unknown feature definitions."""
    if supply.expected and not (1 <= supply.expected.day <= 31 and supply.expected.months <= _LONGEST):
        message = "Der erwartete Tag der Lieferung ist nicht möglich."
        remedy = "Am 15. im siebten Monat danach heißt zum Beispiel: bei „erwartet_monate“ 7 und bei „erwartet_tag“ 15."
        yield Fault("K-TERMIN-01", message, remedy, ("erwartet_tag",))
    for text in supply.reference_days:
        if not _exists(text) or supply.time_reference is TimeReference.SPAN:
            message = f"Der Stichtag „{text}“ ist kein Tag des Jahres oder passt nicht zum Zeitbezug."
            yield Fault("K-TERMIN-02", message, "Schreiben Sie den Tag zum Beispiel so: „31.12.“", ("stichtage",))
    for key, amount in (("aufwand_stunden", supply.effort_hours), ("kosten_euro", supply.cost_euro)):
        if amount is not None and amount < 0:
            message = f"Die Angabe „{key}“ ist negativ."
            yield Fault("K-AUFWAND-01", message, "Tragen Sie 0 oder mehr ein, oder lassen Sie die Angabe weg.", (key,))
    for key in supply.definitions:
        if key not in definitions:
            message = f"Die Merkmalsdefinition „{key}“ gibt es nicht."
            yield Fault("K-MERKMAL-01", message, near(key, definitions), ("definitionen",))


def _exists(text: str) -> bool:
    try:
        reference_date(text, _ANY_COMMON_YEAR)
    except ValueError:
        return False
    return True
