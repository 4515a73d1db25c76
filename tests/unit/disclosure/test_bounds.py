"""What rounded and perturbed counts still say about shares and gaps."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from mehrklang.catalogue import CellKeyNoise, Rounding, RoundingKind, RuleSet
from mehrklang.disclosure.bounds import slack
from mehrklang.disclosure.perturbation import perturbation_table
from mehrklang.disclosure.rounding.deterministic import to_nearest
from mehrklang.indicators.uncertainty.rounding import Bounds
from tests.factories.cubes import rules

NOISE = CellKeyNoise("t", 2, Decimal(1))
ROUNDINGS = [Rounding(base, kind) for base, kind in product((3, 5, 10), RoundingKind)]


def _shown(count: int, rule: RuleSet) -> set[Decimal]:
    """All that may be shown of a count."""
    if rule.cell_key:
        row = perturbation_table(rule.cell_key).rows[min(count, rule.cell_key.deviation)]
        return {Decimal(count + change) for change in row.changes}
    assert rule.rounding
    base = rule.rounding.base
    if rule.rounding.kind is RoundingKind.DETERMINISTIC:
        return {to_nearest(Decimal(count), base)}
    return {Decimal(count // base * base), Decimal(-(-count // base) * base)}


RULES = [replace(rules(3), rounding=each) for each in ROUNDINGS] + [replace(rules(3), cell_key=NOISE)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.rounding or rule.cell_key))
def test_the_true_count_and_the_true_share_lie_within_the_slack_and_the_slack_is_reached(rule: RuleSet) -> None:
    width = slack(rule)
    far = max(abs(shown - count) for count in range(60) for shown in _shown(count, rule))
    assert far == width
    for part, whole in product(range(0, 40, 7), (41, 59)):
        for top, bottom in product(_shown(part, rule), _shown(whole, rule)):
            bounds = Bounds.around(top, width).over(Bounds.around(bottom, width))
            assert bounds is not None
            assert bounds.lower - Decimal("1e-20") <= Decimal(part) / whole <= bounds.upper + Decimal("1e-20")


def test_suppression_changes_no_number() -> None:
    assert slack(rules(3)) == 0
