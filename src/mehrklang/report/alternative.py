"""The text alternative of a chart or map: what a sighted reader takes from the picture, in sentences.

Range, latest values, movement (only where the assessment allows the word), breaks, missing numbers with their signs.
"""

from collections.abc import Sequence
from itertools import groupby

from mehrklang.assessment import Movement
from mehrklang.assessment.small_areas import STABILISED_LABEL
from mehrklang.indicators import IndicatorValue
from mehrklang.report import events, reading, spread, versions
from mehrklang.report.finding import Finding, GroupSeries
from mehrklang.vocabulary import Figure, Period, Reason, Sign, Unit
from mehrklang.vocabulary.german import format_with_unit, sentence


def title(finding: Finding, form: str) -> str:
    """The name of a picture: its form and the indicator."""
    return f"{form}: {finding.definition.name}, {finding.area.name}"


def describe(finding: Finding, lines: Sequence[GroupSeries]) -> str:
    """The whole text; `lines` are those that the picture shows."""
    parts = [
        _frame(finding, lines),
        *(_line(line, finding, lines) for line in lines),
        *(f"Bruch ab {item.first_year}: {sentence(item.text)}" for item in reading.visible_breaks(lines, finding)),
        events.in_words(finding),
    ]
    return " ".join(part for part in parts if part)


def describe_at(finding: Finding, lines: Sequence[GroupSeries], period: Period, *, with_estimates: bool = True) -> str:
    """The text of a picture that shows one period: every line's figure, or its sign with the reason, and beside it the
    stabilised value, unless the picture shows none."""
    unit, decimals = reading.unit_of(finding), reading.decimals_of(finding)
    told = [
        _told(
            reading.name_of(line, finding, lines),
            reading.figure_at(line, period),
            unit,
            decimals,
            _version(line, period),
        )
        + (_estimated(line, period, unit, decimals) if with_estimates else "")
        for line in lines
    ]
    return " ".join([f"{_measured(finding, lines)}, {period.label}.", *told])


def _version(line: GroupSeries, period: Period) -> str:
    """That the figure is provisional or revised."""
    value = reading.value_at(line, period)
    said = versions.meaning(value) if value else ""
    return f" ({said})" if said else ""


def _estimated(line: GroupSeries, period: Period, unit: Unit, decimals: int | None) -> str:
    """The stabilised value beside the raw one."""
    found = reading.estimate_at(line, period)
    return f" {line.area.name}, {STABILISED_LABEL}: {format_with_unit(found.figure, unit, decimals)}." if found else ""


def _told(name: str, figure: Figure, unit: Unit, decimals: int | None, version: str) -> str:
    text = f"{name}: {format_with_unit(figure, unit, decimals)}{version}"
    return f"{text} – {figure.reason.meaning}" if figure.reason else f"{text}."


def _frame(finding: Finding, lines: Sequence[GroupSeries]) -> str:
    """Unit and span of time."""
    periods = reading.periods_of(lines)
    if not periods:
        return "Es liegen keine Werte vor."
    span = f" bis {periods[-1].label}" if len(periods) > 1 else ""
    return f"{_measured(finding, lines)}, {periods[0].label}{span}."


def _measured(finding: Finding, lines: Sequence[GroupSeries]) -> str:
    """The unit, and the group where all lines are of one."""
    group = reading.common_group(lines)
    return f"Einheit: {reading.unit_of(finding).description}{f', {group}' if group else ''}"


def _line(line: GroupSeries, finding: Finding, among: Sequence[GroupSeries]) -> str:
    """Latest value, range, movement and missing numbers of one line."""
    name = reading.name_of(line, finding, among)
    known = [value for value in line.series.values if value.figure.known]
    if not known:
        return f"{name}: kein Wert ausgewiesen. {_missing(line.series.values)}".strip()
    latest = known[-1]
    width = f"; {spread.told(latest)}" if line == reading.lead(finding) and latest.interval else ""
    parts = [f"{name}: zuletzt {_value(latest)} ({latest.period.label}{width}){_range(known)}."]
    if line.assessment and line.assessment.trend.movement is not Movement.NOT_ASSESSABLE:
        parts.append(f"Entwicklung: {line.assessment.trend.movement.label}.")
    parts += [_missing(line.series.values), _skipped(line.series.values), versions.in_words(line.series.values)]
    return " ".join(part for part in parts if part)


def _range(known: Sequence[IndicatorValue]) -> str:
    if len(known) < 3:
        return f", davor {_value(known[0])} ({known[0].period.label})" if len(known) == 2 else ""
    ordered = sorted(known, key=lambda value: (value.figure.number or 0, value.period))
    low, high = ordered[0], ordered[-1]
    return f"; niedrigster Wert {_value(low)} ({low.period.label}), höchster Wert {_value(high)} ({high.period.label})"


def _missing(values: Sequence[IndicatorValue]) -> str:
    """The periods without a number, by sign and reason, and those of limited reliability."""
    parts = []
    absent = sorted((v for v in values if not v.figure.known), key=lambda v: (_cause(v), v.period))
    for (sign, reason), group in groupby(absent, key=_cause):
        when = ", ".join(value.period.label for value in group)
        parts.append(f"Ohne Wert ({sign.value}): {when}. {reason.meaning}")
    limited = ", ".join(value.period.label for value in values if value.figure.sign is Sign.LIMITED)
    if limited:
        parts.append(f"In Klammern, weil statistisch relativ unsicher: {limited}.")
    return " ".join(parts)


def _skipped(values: Sequence[IndicatorValue]) -> str:
    """The years for which the source has nothing at all, where the line is interrupted."""
    gaps = ", ".join(f"{one.label} und {two.label}" for one, two in reading.skips(values))
    return f"Keine Angaben zwischen {gaps}." if gaps else ""


def _cause(value: IndicatorValue) -> tuple[Sign, Reason]:
    assert value.figure.sign is not None  # a figure without a number has a sign
    assert value.figure.reason is not None  # and a reason
    return value.figure.sign, value.figure.reason


def _value(value: IndicatorValue) -> str:
    return format_with_unit(value.figure, value.unit, value.decimals)
