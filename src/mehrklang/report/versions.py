"""Provisional, estimated and revised values as every exit shows them: a letter behind the number, explained below."""

from collections.abc import Iterable, Sequence

from mehrklang.assessment.versions import listed, revised
from mehrklang.indicators import IndicatorValue
from mehrklang.report import reading
from mehrklang.report.finding import GroupSeries
from mehrklang.vocabulary import Finality, Period
from mehrklang.vocabulary.german import NO_BREAK, format_figure, format_with_unit

MARKED = (Finality.PROVISIONAL, Finality.REVISED, Finality.ESTIMATED)
"""The states with a letter, in the order of the legend."""
_MOST = 6


def printed(value: IndicatorValue) -> str:
    """The number with its letter, as tables print it."""
    return with_mark(format_figure(value.figure, value.unit, value.decimals), value.mark)


def told(value: IndicatorValue) -> str:
    """The same with its unit."""
    return with_mark(format_with_unit(value.figure, value.unit, value.decimals), value.mark)


def with_mark(text: str, mark: str) -> str:
    """Text and letter.

    >>> with_mark("12,3", "p"), with_mark("12,3", "")
    ('12,3\\xa0p', '12,3')
    """
    return f"{text}{NO_BREAK}{mark}" if mark else text


def meaning(value: IndicatorValue) -> str:
    """What the letter says of this very value; "" without one."""
    if value.mark == Finality.ESTIMATED.mark:
        return Finality.ESTIMATED.label
    return revised(value) or (value.finality.label if value.mark else "")


def legend(values: Iterable[IndicatorValue]) -> tuple[str, ...]:
    """The explanation of the letters that occur: "p = vorläufige Zahl: …"."""
    marks = {value.mark for value in values}
    return tuple(f"{state.mark} = {state.meaning}" for state in MARKED if state.mark in marks)


def notes(lines: Sequence[tuple[str, IndicatorValue]]) -> tuple[str, ...]:
    """The letters of a table, then what the revised values were; pairs of a line's name and a value."""
    found = [(name, value) for name, value in lines if value.changed]
    several = len({name for name, _ in lines}) > 1
    said = [f"{f'{name}, ' if several else ''}{value.period.label}: {revised(value)}" for name, value in found[:_MOST]]
    more = [f"Weitere {len(found) - _MOST} Werte sind berichtigt."] if len(found) > _MOST else []
    return (*legend(value for _, value in lines), *said, *more, *territories(value for _, value in lines))


def territories(values: Iterable[IndicatorValue]) -> tuple[str, ...]:
    """Which values were brought onto another territory, and how surely: "2015 bis 2017: auf den Gebietsstand …"."""
    found: dict[str, set[Period]] = {}
    for value in values:
        if value.brought is not None and value.figure.known:
            found.setdefault(value.brought.sentence, set()).add(value.period)
    return tuple(f"{_span(sorted(periods))}: {sentence}." for sentence, periods in found.items())


def _span(periods: Sequence[Period]) -> str:
    return periods[0].label if len(periods) == 1 else f"{periods[0].label} bis {periods[-1].label}"


def mark_at(lines: Iterable[GroupSeries], period: Period) -> str:
    """The letter of a row in a picture of one period: that of the first value that has one."""
    values = (reading.value_at(line, period) for line in lines)
    return next((value.mark for value in values if value and value.mark), "")


def labelled(label: str, lines: Iterable[GroupSeries], period: Period) -> str:
    """The label of a row with the letter of its values."""
    mark = mark_at(lines, period)
    return f"{label} ({mark})" if mark else label


def explained(lines: Iterable[GroupSeries], period: Period) -> str:
    """What the letters of a picture of one period mean: "p = vorläufig"; "" without any."""
    values = [value for line in lines if (value := reading.value_at(line, period))]
    marks = {value.mark for value in values}
    return "; ".join(f"{state.mark} = {state.label}" for state in MARKED if state.mark in marks)


def in_words(values: Sequence[IndicatorValue]) -> str:
    """For a text alternative: which periods are provisional, estimated or revised."""
    parts = []
    for state in MARKED:
        periods = [value.period.label for value in values if value.mark == state.mark]
        parts += [f"{state.label.capitalize()}: {listed(periods)}."] if periods else []
    return " ".join((*parts, *territories(values)))
