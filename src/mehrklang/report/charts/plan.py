"""What a chart over time shows, gathered from a finding before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from mehrklang.assessment import Target
from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading, versions
from mehrklang.report.charts import strip, time_axis, whisker
from mehrklang.report.charts.palette import Style, comparison_style, own_style
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Period, Unit


@dataclass(frozen=True, slots=True)
class Curve:
    """One series with what is needed to draw it."""

    name: str
    style: Style
    values: tuple[IndicatorValue, ...]
    breaks: tuple[Break, ...]
    latest: IndicatorValue | None

    @property
    def told(self) -> str:
        """The latest value in words, with its period where that is not the newest."""
        if self.latest is None:
            return "kein Wert ausgewiesen"
        text = versions.told(self.latest)
        return text if self.latest is self.values[-1] else f"{text} ({time_axis.short(self.latest.period)})"


@dataclass(frozen=True, slots=True)
class Plan:
    """All series of a chart, their periods, and the breaks and the target that concern them; only the leading line is
    drawn with its intervals."""

    curves: tuple[Curve, ...]
    periods: tuple[Period, ...]
    breaks: tuple[Break, ...]
    target: Target | None
    unit: Unit
    group: str
    leading: Curve | None
    events: bool = False

    @classmethod
    def of(cls, finding: Finding, lines: Sequence[GroupSeries]) -> Self:
        """The plan for these lines; the first target among them is shown."""
        curves, lead = _curves(finding, lines), reading.lead(finding)
        targets = (line.assessment.target for line in lines if line.assessment)
        return cls(
            tuple(curves),
            reading.periods_of(lines),
            reading.visible_breaks(lines, finding),
            next((target for target in targets if target), None),
            reading.unit_of(finding),
            reading.common_group(lines),
            next((curve for curve in curves if lead and curve.values is lead.series.values), None),
            events=any(each.begins for each in finding.measures),
        )

    @property
    def known(self) -> list[Decimal]:
        """All numbers, with the limits of the leading line."""
        values = (value for curve in self.curves for value in curve.values)
        numbers = [value.figure.number for value in values if value.figure.number is not None]
        return [*numbers, *(whisker.numbers(self.leading.values) if self.leading else ())]

    @property
    def letters(self) -> tuple[str, ...]:
        """What the letters beside provisional and revised values mean."""
        return versions.legend(value for curve in self.curves for value in curve.values)

    @property
    def with_gaps(self) -> tuple[Curve, ...]:
        """The series in which numbers are missing."""
        return tuple(curve for curve in self.curves if strip.missing(curve.values))

    @property
    def offset(self) -> float:
        """Where in its year the latest period lies, so that a target year lies alike."""
        return time_axis.position(self.periods[-1]) - self.periods[-1].year


def _curves(finding: Finding, lines: Sequence[GroupSeries]) -> list[Curve]:
    """Each line with its style: comparison lines apart from the finding's own."""
    own = [line for line in lines if line not in finding.comparison]
    other = [line for line in lines if line in finding.comparison]
    styles = [own_style(at) for at in range(len(own))] + [comparison_style(at) for at in range(len(other))]
    return [
        Curve(
            reading.name_of(line, finding, lines),
            style,
            line.series.values,
            reading.breaks_of(line, finding),
            line.series.latest,
        )
        for line, style in zip([*own, *other], styles, strict=True)
    ]
