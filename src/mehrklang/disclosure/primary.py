"""Primary suppression: the cells that say too much by themselves."""

from mehrklang.catalogue import RuleSet
from mehrklang.vocabulary import Figure, Unit


def too_small(figure: Figure, unit: Unit, rules: RuleSet) -> bool:
    """Whether a count falls below the minimum count: 0 < n < k, or n = 0 where the rules hide zeros.

    Numbers in thousands are counted in persons; of a balance (which may be negative) the amount counts. k = 0 switches
    the rule off. Source: Hundepool et al., Statistical Disclosure Control (2012), minimum frequency rule.

    >>> rules = RuleSet("k3", "Beispiel", 3, 0, True, "frei erfunden", "")
    >>> [n for n in range(6) if too_small(Figure.of(n), Unit.COUNT, rules)]
    [1, 2]
    """
    if figure.number is None or rules.minimum_count == 0:
        return False
    persons = abs(figure.number) * (1000 if unit is Unit.THOUSAND else 1)
    return persons < rules.minimum_count and (persons > 0 or not rules.zero_is_public)
