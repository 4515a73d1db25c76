"""Status and dynamics of the parts of an area, from a finding: what is classified, and over how many years.

Classified is the leading group where the indicator has a wished direction and its values have a base. The weights are
the values' own denominators. Nothing is judged here: the classes are those of `assessment.small_areas`.
"""

from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.small_areas import Place, Position, positions
from mehrklang.catalogue import Direction
from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Reason, Sign

YEARS = 3
"""Over so many years the dynamics are taken: one year is mostly chance in small areas."""

_NOT_THERE = Figure.withheld(Reason.NOT_DELIVERED)


@dataclass(frozen=True, slots=True)
class Placed:
    """One part of the area with its position."""

    line: GroupSeries
    position: Position
    value: IndicatorValue

    @property
    def told(self) -> str:
        """The position in words, or why there is none."""
        status, dynamics, reason = self.position.status, self.position.dynamics, self.value.figure.reason
        if status is not None:
            return f"{status.label}; {dynamics.label if dynamics else 'Dynamik nicht eingeordnet'}"
        return reason.meaning.rstrip(".") if reason else self.position.reason.rstrip(".")


def placed(finding: Finding) -> tuple[Placed, ...]:
    """The parts of the level that has most of them, in their order; none where nothing is to be classified."""
    lead = reading.lead(finding)
    if lead is None or finding.definition.direction is Direction.CONTEXT:
        return ()
    levels = reading.levels([line for line in reading.part_lines(finding) if line.group == lead.group])
    lines = max(levels, key=len, default=())
    period = reading.latest_common_period(lines)
    city = _place(lead, period, finding) if period else None
    if period is None or city is None:
        return ()
    values = [(line, reading.value_at(line, period)) for line in reading.existing(lines, [period])]
    known = [(line, value, place) for line, value in values if value and (place := _place(line, period, finding))]
    found = positions([place for _, _, place in known], city, finding.definition.direction)
    return tuple(Placed(line, position, value) for (line, value, _), position in zip(known, found, strict=True))


def _place(line: GroupSeries, period: Period, finding: Finding) -> Place | None:
    """None where the value has no base."""
    now = reading.value_at(line, period)
    if now is None or now.denominator is None:
        return None
    residents = now.denominator.number or Decimal(0)
    return Place(line.area.key, residents, now.figure, _before(line, now, finding))


def _before(line: GroupSeries, now: IndicatorValue, finding: Finding) -> Figure:
    """The figure some years earlier; across a break there is none to compare with."""
    year = now.period.year - YEARS
    if any(each.between(year, now.period.year, area=line.area.key) for each in finding.definition.breaks):
        return Figure.signed(Sign.BLOCKED, Reason.NOT_COMPARABLE)
    return next((value.figure for value in line.series.values if value.period.year == year), _NOT_THERE)
