"""What a rounded or perturbed count still says: how far it may be from the true one.

With this slack for numerator and denominator, the interval of a share or gap follows by interval arithmetic
(`mehrklang.indicators`, rounding). Nearest multiple of b: ⌊b/2⌋ persons; a neighbouring multiple (random, controlled):
b − 1; cell key: D. Suppression changes no number: 0.
"""

from decimal import Decimal

from mehrklang.catalogue import RoundingKind, RuleSet


def slack(rules: RuleSet) -> Decimal:
    """How many persons a count shown by these rules may be above or below the true one, at most.

    >>> from mehrklang.catalogue import Rounding
    >>> nearest = Rounding(5, RoundingKind.DETERMINISTIC)
    >>> slack(RuleSet("r", "Beispiel", 0, 0, True, "frei erfunden", "", rounding=nearest))
    Decimal('2')
    """
    if rules.rounding:
        nearest = rules.rounding.kind is RoundingKind.DETERMINISTIC
        return Decimal(rules.rounding.base // 2 if nearest else rules.rounding.base - 1)
    return Decimal(rules.cell_key.deviation if rules.cell_key else 0)
