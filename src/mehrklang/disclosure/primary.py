"""Primary suppression: the cells that say too much by themselves, and how far they have to stay open."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from mehrklang.catalogue import Dominance, RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.dominance import Contributions, dominated
from mehrklang.disclosure.rulebook import NONE_STRICTER, Stricter
from mehrklang.vocabulary import Figure, Material, Unit


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
    persons = abs(figure.number) * (1000 if unit.in_thousands else 1)
    return persons < rules.minimum_count and (persons > 0 or not rules.zero_is_public)


def sensitive(key: CellKey, raw: RawCube, rules: RuleSet) -> bool:
    """Whether a cell says too much by itself: a small count, or a sum of amounts of too few or with too great a one.

    A sum of money of which nobody knows the single amounts is never small, and still may be that of one person.
    """
    cell = raw.cells[key]
    if cell.material is not Material.ADDITIVE or cell.figure.number is None:
        return False
    if rules.dominance is None or key not in raw.greatest:
        return key.unit.is_amount or too_small(cell.figure, key.unit, rules)
    contributors = Figure.of(cell.lineage.cell_count)
    return dominated(_amounts(key, raw), rules.dominance) or too_small(contributors, Unit.COUNT, rules)


def widened(raw: RawCube, rules: RuleSet, stricter: Stricter = NONE_STRICTER) -> RuleSet:
    """The rules with the protection width that the cells with stricter rules and the amounts of the cube need.

    By the p % rule a sum must stay open by p/100·x1 − (X − x1 − x2), by the (n, k) rule by 100/k·(x1 + … + xn) − X.
    Source: Hundepool et al., Statistical Disclosure Control (2012), 4.2.2, upper protection levels.
    """
    width = max((rules.protection_width, *(each.protection_width for each in set(stricter.values()))))
    rules = replace(rules, protection_width=width)
    if rules.dominance is None or not raw.greatest:
        return rules
    needed = (
        level
        for key in raw.greatest
        if sensitive(key, raw, rules)
        for level in _levels(_amounts(key, raw), rules.dominance)
    )
    level = int(max(needed, default=Decimal(0)).to_integral_value(ROUND_CEILING))
    return replace(rules, protection_width=max(width, level))


def _amounts(key: CellKey, raw: RawCube) -> Contributions:
    number = raw.cells[key].figure.number
    return Contributions(number if number is not None else sum(raw.greatest[key], Decimal(0)), raw.greatest[key])


def _levels(cell: Contributions, rule: Dominance) -> Iterator[Decimal]:
    first, second = (*cell.greatest, Decimal(0), Decimal(0))[:2]
    yield Decimal(rule.closeness) * first / 100 - (cell.total - first - second)
    if rule.contributors and rule.share:
        yield Decimal(100) * sum(cell.greatest[: rule.contributors]) / rule.share - cell.total
