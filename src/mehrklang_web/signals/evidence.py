"""What a signal rests on: the frozen series in which it was found, as a picture and as a table."""

from dataclasses import dataclass

from mehrklang.pipeline import Result as ResultValue
from mehrklang.report import Finding, GroupSeries, charts, reading, spread, versions
from mehrklang.vocabulary import Interpretation
from mehrklang_web.results.models import Result, Run
from mehrklang_web.signals.models import Signal


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value of the series: period, figure with unit, how far chance may have moved it ("": not known); whether the
    signal speaks of it, and whether a break cuts the series before it.
    """

    period: str
    value: str
    spread: str
    meant: bool
    cut: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Result, pictures and rows, newest value first."""

    result: ResultValue
    pictures: tuple[charts.Picture, ...]
    rows: tuple[ValueRow, ...]


def evidence_of(signal: Signal) -> Evidence | None:
    """The evidence; None where nothing was computed yet, or the run has no such series."""
    if signal.run is None:
        return None
    row = Result.objects.filter(run=signal.run, code=signal.code).first()
    result = row.to_value() if row else None
    line = _line(signal, signal.run, result) if result else None
    if result is None or line is None:
        return None
    finding = _finding(result, line)
    drawn = tuple(picture for picture in charts.pictures(finding) if picture.form == "linie")
    return Evidence(result, drawn, tuple(reversed(_rows(signal, line, finding))))


def _line(signal: Signal, run: Run, result: ResultValue) -> GroupSeries | None:
    frame = run.frame()
    area = next((each for each in (frame.area, *frame.parts) if each.key == signal.area), None)
    series = result.of(area=signal.area, group=signal.group)
    if area is None or series is None:
        return None
    assessment = result.assessments.get(signal.group) if area.key == frame.area.key else None
    return GroupSeries(area, signal.group, result.labels[signal.group], series, assessment)


def _finding(result: ResultValue, line: GroupSeries) -> Finding:
    """The form that charts are drawn from; it stays in the workshop, reports take interpreted findings only."""
    text = Interpretation(result.definition.code, "Hinweis der Frühwarnung.", "", ())
    return Finding(result.definition, line.area, (line,), text, result.sources, result.protection, result.data_version)


def _rows(signal: Signal, line: GroupSeries, finding: Finding) -> list[ValueRow]:
    breaks = {each.first_year: each.text for each in reading.visible_breaks((line,), finding)}
    return [
        ValueRow(
            period=value.period.label,
            value=versions.told(value),
            spread=spread.span(value.interval, value.unit) if value.interval else "",
            meant=value.period.year == signal.year,
            cut=breaks.get(value.period.year, ""),
        )
        for value in line.series.values
    ]
