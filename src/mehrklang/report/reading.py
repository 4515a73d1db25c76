"""Reading a finding: which line leads, what a line is called, which breaks cut it, what its latest figure is.

Everything that a table, a chart or a sentence has to know in the same way. Nothing is computed here.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from mehrklang.assessment.small_areas import Estimate
from mehrklang.catalogue import Break, Direction
from mehrklang.indicators import IndicatorValue
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Area, Figure, Period, Reason, Unit


def lead(finding: Finding) -> GroupSeries | None:
    """The line that overviews and sentences speak of: with a target, else the first assessed, else the first."""
    own = own_lines(finding) or finding.lines
    with_target = (line for line in own if line.assessment and line.assessment.target)
    assessed = (line for line in own if line.assessment)
    return next(with_target, None) or next(assessed, None) or next(iter(own), None)


def own_lines(finding: Finding) -> tuple[GroupSeries, ...]:
    """The lines of the finding's own area."""
    return tuple(line for line in finding.lines if line.area.key == finding.area.key)


def part_lines(finding: Finding) -> tuple[GroupSeries, ...]:
    """The lines of other areas that belong to the finding itself: districts, quarters, municipalities."""
    return tuple(line for line in finding.lines if line.area.key != finding.area.key)


def existing(lines: Iterable[GroupSeries], periods: Sequence[Period]) -> tuple[GroupSeries, ...]:
    """The lines whose area existed in at least one of the periods: a quarter that was dissolved before is not missing
    there, it is gone. All of them, if none did."""
    every = tuple(lines)
    return tuple(line for line in every if any(_existed(line.area, period) for period in periods)) or every


def _existed(area: Area, period: Period) -> bool:
    begun = area.valid_from is None or area.valid_from <= period.end
    return begun and (area.valid_until is None or period.start <= area.valid_until)


def levels(lines: Sequence[GroupSeries]) -> tuple[tuple[GroupSeries, ...], ...]:
    """The lines by the level of their areas, in the order in which the levels come."""
    found = dict.fromkeys(line.area.level for line in lines)
    return tuple(tuple(line for line in lines if line.area.level is level) for level in found)


def name_of(line: GroupSeries, finding: Finding, among: Sequence[GroupSeries] = ()) -> str:
    """What a line is called beside those shown with it (`among`; none: the area's own lines and the comparison): by
    its group where all are of one area, by its area where all are of one group, else by both (the finding's own area
    goes without saying)."""
    beside = (line, *(among or (*own_lines(finding), *finding.comparison)))
    if len({other.area.key for other in beside}) == 1:
        return line.label
    if common_group(beside):
        return line.area.name
    return line.label if line.area.key == finding.area.key else f"{line.area.name}: {line.label}"


def common_group(lines: Sequence[GroupSeries]) -> str:
    """The label of the one group that all lines show for several areas; "" where it needs no saying."""
    groups, areas = {line.group for line in lines}, {line.area.key for line in lines}
    return lines[0].label if len(groups) == 1 and len(areas) > 1 else ""


def unit_of(finding: Finding) -> Unit:
    """The unit of the values; the definition's where there are none."""
    values = (value for line in (*finding.lines, *finding.comparison) for value in line.series.values)
    return next((value.unit for value in values), finding.definition.unit)


def decimals_of(finding: Finding) -> int | None:
    """With how many decimals the values are printed where their source has fewer than the unit."""
    values = (value for line in (*finding.lines, *finding.comparison) for value in line.series.values)
    return next((value.decimals for value in values if value.decimals is not None), None)


def is_context(finding: Finding) -> bool:
    """Whether the indicator describes the frame and is never assessed."""
    return finding.definition.direction is Direction.CONTEXT


def breaks_of(line: GroupSeries, finding: Finding) -> tuple[Break, ...]:
    """The breaks that cut a line: as assessed, else those of the definition that apply to its area."""
    if line.assessment is not None:
        return line.assessment.breaks
    return tuple(item for item in finding.definition.breaks if not item.areas or line.area.key in item.areas)


def cut_between(earlier: Period, later: Period, breaks: Iterable[Break]) -> Break | None:
    """The break that lies between two periods, if there is one."""
    return next((item for item in breaks if earlier.year < item.first_year <= later.year), None)


def visible_breaks(lines: Iterable[GroupSeries], finding: Finding) -> tuple[Break, ...]:
    """The breaks that lie inside at least one of the series, by year, each once."""
    found: dict[tuple[int, str], Break] = {}
    for line in lines:
        years = [value.period.year for value in line.series.values]
        for item in breaks_of(line, finding):
            if years and years[0] < item.first_year <= years[-1]:
                found.setdefault((item.first_year, item.text), item)
    return tuple(found[key] for key in sorted(found))


def skips(values: Sequence[IndicatorValue]) -> tuple[tuple[Period, Period], ...]:
    """The neighbours between which periods are missing: further apart than the series' usual step, which is its most
    frequent distance if it occurs more than once, else a year.
    """
    pairs = [(one.period, two.period) for one, two in pairwise(values)]
    counted = Counter(two.year - one.year for one, two in pairs)
    often = max(counted.values(), default=0)
    usual = min((step for step, number in counted.items() if number == often > 1), default=1)
    return tuple((one, two) for one, two in pairs if two.year - one.year > max(usual, 1))


def newest(line: GroupSeries) -> IndicatorValue | None:
    """The newest value, known or not: it says when and why a number is missing."""
    return line.series.values[-1] if line.series.values else None


def periods_of(lines: Iterable[GroupSeries]) -> tuple[Period, ...]:
    """All periods of the lines, in order of time."""
    return tuple(sorted({value.period for line in lines for value in line.series.values}))


def value_at(line: GroupSeries, period: Period) -> IndicatorValue | None:
    """The value of one period, if the series has it."""
    return next((value for value in line.series.values if value.period == period), None)


def figure_at(line: GroupSeries, period: Period) -> Figure:
    """The figure of one period; one that was never delivered says so."""
    value = value_at(line, period)
    return value.figure if value else Figure.withheld(Reason.NOT_DELIVERED)


def estimate_at(line: GroupSeries, period: Period) -> Estimate | None:
    """The stabilised value beside the raw one of a period; only where the raw one is told."""
    found = next((each for each in line.stabilised if each.period == period), None)
    return found if found and figure_at(line, period).known else None


def latest_common_period(lines: Iterable[GroupSeries]) -> Period | None:
    """The newest period in which at least one line has a number, else the newest of all."""
    lines = tuple(lines)
    known = [value.period for line in lines for value in line.series.values if value.figure.known]
    return max(known or periods_of(lines), default=None)
