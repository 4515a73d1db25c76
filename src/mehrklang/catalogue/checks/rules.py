"""Whether a rule set of disclosure control is sound in itself."""

from collections.abc import Iterator

from mehrklang.catalogue.checks.fault import Fault
from mehrklang.catalogue.rules import RuleSet

_BASES = (3, 5, 10)


def faults_in_rule_set(rules: RuleSet) -> Iterator[Fault]:
    """Numbers that no rule can have, and methods that exclude each other."""
    if rules.protection_width < 1:
        message = "Eine Schutzbreite von 0 schützt nicht: Der gesperrte Wert stünde fest."
        yield Fault("K-REGEL-02", message, "Die Angabe „schutzbreite“ ist 1 oder mehr.", ("schutzbreite",))
    if rules.rounding and rules.rounding.base not in _BASES:
        message = f"Auf Vielfache von {rules.rounding.base} wird nicht gerundet."
        yield Fault("K-REGEL-03", message, "Möglich sind 3, 5 und 10.", ("rundung", "basis"))
    if rules.rounding and rules.cell_key:
        message = "Rundung und Cell-Key schließen einander aus: Eine veränderte Zahl wird nicht noch einmal verändert."
        yield Fault("K-REGEL-04", message, "Streichen Sie einen der beiden Abschnitte.", ("cell_key",))
    yield from _noise(rules)
    yield from _dominance(rules)
    if rules.sample and rules.sample.limited_below < rules.sample.withheld_below:
        message = "Die Grenze der Klammern liegt unter der Grenze, bis zu der nichts genannt wird."
        remedy = "„klammer_unter“ muss mindestens so groß sein wie „gesperrt_unter“."
        yield Fault("K-REGEL-07", message, remedy, ("stichprobe",))


def _noise(rules: RuleSet) -> Iterator[Fault]:
    noise = rules.cell_key
    if noise and not (noise.deviation > 0 and 0 < noise.variance < noise.deviation):
        message = (
            f"Eine Varianz von {noise.variance} ist bei höchstens {noise.deviation} Abweichung nicht möglich, "
            "ohne dass die Zahl 1 verzerrt oder negativ würde."
        )
        remedy = "„hoechstens“ muss größer als 0 sein und die Varianz zwischen 0 und „hoechstens“ liegen."
        yield Fault("K-REGEL-05", message, remedy, ("cell_key",))


def _dominance(rules: RuleSet) -> Iterator[Fault]:
    rule = rules.dominance
    if rule and (bool(rule.contributors) != bool(rule.share) or rule.share > 100 or rule == type(rule)()):
        message = "Die Dominanzregel ist unvollständig oder unmöglich."
        remedy = "„groesste“ und „anteil“ (1 bis 100) gehören zusammen; allein stehen darf „p_prozent“."
        yield Fault("K-REGEL-06", message, remedy, ("dominanz",))
