"""Thresholds in the direction of the indicator."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.threshold import threshold_text
from mehrklang.catalogue import Direction
from mehrklang.vocabulary import Unit

HIGH = Target(Decimal(8), 2020, Operator.AT_LEAST, Decimal(12), 2030, warn=Decimal(7), act=Decimal(5))
LOW = Target(Decimal(12), 2020, Operator.AT_MOST, Decimal(8), 2030, warn=Decimal(13), act=Decimal(15))
WARN_LOW = "Die Warnschwelle (7,0\u00a0%) ist unterschritten: Bitte prüfen."
ACT_LOW = "Die Handlungsschwelle (5,0\u00a0%) ist unterschritten: Eine Entscheidung ist nötig."
NONE = "Kein Schwellenwert ist berührt."


@pytest.mark.parametrize(
    ("direction", "target", "number", "text"),
    [
        (Direction.HIGH_IS_GOOD, HIGH, "7", NONE),
        (Direction.HIGH_IS_GOOD, HIGH, "6.99", WARN_LOW),
        (Direction.HIGH_IS_GOOD, HIGH, "5", WARN_LOW),
        (Direction.HIGH_IS_GOOD, HIGH, "4.9", ACT_LOW),
        (Direction.LOW_IS_GOOD, LOW, "13", NONE),
        (Direction.LOW_IS_GOOD, LOW, "14", "Die Warnschwelle (13,0\u00a0%) ist überschritten: Bitte prüfen."),
        (
            Direction.LOW_IS_GOOD,
            LOW,
            "16",
            "Die Handlungsschwelle (15,0\u00a0%) ist überschritten: Eine Entscheidung ist nötig.",
        ),
        (Direction.HIGH_IS_GOOD, replace(HIGH, warn=None), "6", NONE),
        (Direction.HIGH_IS_GOOD, replace(HIGH, act=None), "1", WARN_LOW),
        (Direction.HIGH_IS_GOOD, replace(HIGH, warn=None, act=None), "1", ""),
        (Direction.CONTEXT, HIGH, "1", ""),
    ],
)
def test_the_graver_crossed_threshold_is_named(direction: Direction, target: Target, number: str, text: str) -> None:
    assert threshold_text(direction, target, Decimal(number), Unit.PERCENT) == text


def test_a_threshold_of_zero_is_a_threshold() -> None:
    gap = replace(HIGH, warn=Decimal(0), act=None)
    assert "(0,0" in threshold_text(Direction.HIGH_IS_GOOD, gap, Decimal(-1), Unit.PERCENTAGE_POINTS)
