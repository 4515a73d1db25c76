"""Target, path to it and thresholds in a chart over time."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import Break
from mehrklang.report.charts import marker, svg
from mehrklang.report.charts.ends import End
from mehrklang.report.charts.frame import Frame
from mehrklang.report.charts.palette import TARGET, THRESHOLD, Style
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_quantity

_WORDS = {Operator.AT_LEAST: "mindestens", Operator.AT_MOST: "höchstens"}


def numbers(target: Target) -> tuple[Decimal, ...]:
    """The numbers that the value axis has to hold."""
    return tuple(n for n in (target.base_value, target.value, target.warn, target.act) if n is not None)


def draw(frame: Frame, target: Target, breaks: Sequence[Break], *, offset: float) -> str:
    """The target as a ring in its year, the straight path from the base year (unless a break cuts it), and the
    thresholds as thin level lines. `offset` is where in a year the periods lie."""
    start = frame.x(target.base_year + offset), frame.y(target.base_value)
    end = frame.x(target.year + offset), frame.y(target.value)
    cut = any(target.base_year < item.first_year <= target.year for item in breaks)
    drawn = [] if cut else [svg.line(start, end, stroke_width=1.2, stroke_dasharray=TARGET.dash)]
    drawn.append(marker.draw(TARGET.marker, end))
    for _, number in _thresholds(target):
        y = frame.y(number)
        drawn.append(svg.line((frame.left, y), (frame.right, y), stroke_width=1, stroke_dasharray=THRESHOLD.dash))
    return svg.element("g", *drawn, class_="target")


def named(target: Target, unit: Unit) -> list[tuple[str, str, Decimal, Style]]:
    """What stands beside the drawing: name, amount in words, height and style of target and thresholds."""
    amount = f"{_WORDS[target.operator]} {format_quantity(target.value, unit)}"
    return [
        (f"Ziel {target.year}", amount, target.value, TARGET),
        *((name, format_quantity(number, unit), number, THRESHOLD) for name, number in _thresholds(target)),
    ]


def ends(frame: Frame, target: Target, *, offset: float) -> list[End]:
    """Target and thresholds as direct labels, each at its height."""
    at_target = frame.x(target.year + offset)
    return [
        End((at_target, frame.y(number)), name, (amount,), style)
        if style is TARGET
        else End((frame.right, frame.y(number)), "", (f"{name} {amount}",), style)
        for name, amount, number, style in named(target, frame.unit)
    ]


def _thresholds(target: Target) -> list[tuple[str, Decimal]]:
    pairs = (("Warnwert", target.warn), ("Eingriffswert", target.act))
    return [(name, number) for name, number in pairs if number is not None]
