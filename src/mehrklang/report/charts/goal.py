"""Target, path to it and thresholds in a chart over time."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import Break
from mehrklang.report.charts import lettering, svg
from mehrklang.report.charts.frame import Frame
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_quantity

_WORDS = {Operator.AT_LEAST: "mindestens", Operator.AT_MOST: "höchstens"}


def describe(target: Target, unit: Unit) -> str:
    """The target in words.

    >>> describe(Target(Decimal(2), 2020, Operator.AT_LEAST, Decimal(4), 2030), Unit.PERCENT)
    'Ziel 2030: mindestens 4,0\\xa0%'
    """
    return f"Ziel {target.year}: {_WORDS[target.operator]} {format_quantity(target.value, unit)}"


def numbers(target: Target) -> tuple[Decimal, ...]:
    """The numbers that the value axis has to hold."""
    return tuple(n for n in (target.base_value, target.value, target.warn, target.act) if n is not None)


def draw(frame: Frame, target: Target, breaks: Sequence[Break], *, offset: float) -> str:
    """The target as a ring in its year, the straight path from the base year (unless a break cuts it), and the
    thresholds as thin level lines. `offset` is where in a year the periods lie."""
    start = frame.x(target.base_year + offset), frame.y(target.base_value)
    end = frame.x(target.year + offset), frame.y(target.value)
    cut = any(target.base_year < item.first_year <= target.year for item in breaks)
    drawn = [] if cut else [svg.line(start, end, stroke_width=1.2, stroke_dasharray="1 4", stroke_linecap="round")]
    drawn.append(_ring(*end))
    text = describe(target, frame.unit)
    above = end[1] - 12 > frame.top + 8
    drawn.append(
        svg.label(end[0] + 6, end[1] - 12 if above else end[1] + 22, text, text_anchor="end",
                  font_size=lettering.SMALL, font_weight=600)
    )  # fmt: skip
    drawn.extend(_threshold(frame, "Warnwert", target.warn))
    drawn.extend(_threshold(frame, "Eingriffswert", target.act))
    return svg.element("g", *drawn, class_="target")


def _ring(x: float, y: float) -> str:
    outer = svg.element("circle", cx=x, cy=y, r=6, stroke="currentColor", stroke_width=1.6)
    return outer + svg.element("circle", cx=x, cy=y, r=2.2, fill="currentColor")


def _threshold(frame: Frame, name: str, number: Decimal | None) -> list[str]:
    if number is None:
        return []
    y = frame.y(number)
    text = f"{name} {format_quantity(number, frame.unit)}"
    return [
        svg.line((frame.left, y), (frame.right, y), stroke_width=1, stroke_dasharray="8 3 1.5 3"),
        svg.label(frame.left + 4, y - 4, text, font_size=lettering.SMALL),
    ]
