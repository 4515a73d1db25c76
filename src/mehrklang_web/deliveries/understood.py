"""What a dry run understood, as a trial keeps and shows it: printed as German readers write it, and bounded in size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from mehrklang.plausibility import Change, Comparison, DryRun, MeasureContent
from mehrklang.sources import Reading
from mehrklang.vocabulary import Observation, Period, Unit
from mehrklang.vocabulary.german import NO_BREAK, format_exact, format_figure, format_number

MOST_ROWS = 20
MOST_NAMES = 8
MOST_SAMPLES = 8


@dataclass(frozen=True, slots=True)
class Content:
    """One measure in one unit: how many figures and signs, which areas, periods and features; None: not to be seen."""

    measure: str
    unit: str
    observations: int | None
    signs: int | None
    areas: int
    periods: str
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureBeside:
    """A figure in both deliveries; "" where it is in one of them only, and for a change that is no number."""

    place: str
    before: str
    after: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Against an earlier delivery, named with its day: how much is new, changed, vanished, and the first of each.

    Promise: `changes` are those of signs, then the largest first. The lists hold at most 20, and nothing at all where
    the figures are not protected yet.
    """

    against: str
    new: int | None
    changed: int | None
    vanished: int | None
    unchanged: int | None
    changes: tuple[FigureBeside, ...] = ()
    arrivals: tuple[FigureBeside, ...] = ()
    losses: tuple[FigureBeside, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """What is in a file; `difference` is None where there is no earlier delivery with one of its measures."""

    observations: int | None
    areas: str
    periods: str
    contents: tuple[Content, ...]
    difference: Difference | None = None
    period_keys: tuple[str, ...] = ()

    def without_counts(self) -> Self:
        """As those see it who may not see cells (decision 0011): no counts, no labels, only what the file is about."""
        contents = (replace(each, observations=None, signs=None, features=_names(each)) for each in self.contents)
        hidden = Difference(self.difference.against, None, None, None, None) if self.difference else None
        return replace(self, observations=None, contents=tuple(contents), difference=hidden)


def understood_of(run: DryRun, *, against: str, protected: bool) -> Understood:
    """The dry run for a page. Single figures are shown only if they are `protected`, as published statistics are."""
    names = {area.key: area.name or area.key for area in run.areas}
    return Understood(
        observations=run.observations,
        areas=_listed(list(names.values())),
        periods=_span(run.periods),
        contents=tuple(_content(each) for each in run.contents),
        difference=_difference(run.comparison, against, names if protected else None) if run.comparison else None,
        period_keys=tuple(period.key for period in run.periods),
    )


@dataclass(frozen=True, slots=True)
class Sample:
    """One figure as it was understood, and the line in which it stands."""

    place: str
    figure: str
    line: int


def samples_of(reading: Reading) -> tuple[Sample, ...]:
    """The first figures of a reading."""
    names = {area.key: area.name or area.key for area in reading.areas}
    first = reading.observations[:MOST_SAMPLES]
    return tuple(Sample(_place(each, names), _exact(each), each.cell.line) for each in first)


def _names(content: Content) -> tuple[str, ...]:
    """The features without their labels: a rare one may stand for a single person."""
    return tuple(feature.split(":", 1)[0] for feature in content.features)


def _content(content: MeasureContent) -> Content:
    return Content(
        measure=content.measure,
        unit=content.unit.description,
        observations=content.observations,
        signs=content.signs,
        areas=content.areas,
        periods=_span(content.periods),
        features=tuple(f"{feature}: {_listed(labels)}" for feature, labels in content.features),
    )


def _difference(comparison: Comparison, against: str, names: Mapping[str, str] | None) -> Difference:
    counted = Difference(
        against, len(comparison.new), len(comparison.changed), len(comparison.vanished), comparison.unchanged
    )
    if names is None:
        return counted
    return replace(
        counted,
        changes=tuple(_change(each, names) for each in comparison.changed[:MOST_ROWS]),
        arrivals=tuple(FigureBeside(_place(each, names), "", _exact(each)) for each in comparison.new[:MOST_ROWS]),
        losses=tuple(FigureBeside(_place(each, names), _exact(each), "") for each in comparison.vanished[:MOST_ROWS]),
    )


def _change(change: Change, names: Mapping[str, str]) -> FigureBeside:
    return FigureBeside(_place(change.after, names), _exact(change.before), _exact(change.after), _size(change))


def _size(change: Change) -> str:
    """ "+4 (+10,0 %)"; a change from zero has no share."""
    if change.difference is None:
        return ""
    difference = _signed(format_exact(change.difference))
    share = "" if change.relative is None else f" ({_signed(format_number(change.relative, 1))}{NO_BREAK}%)"
    return difference + share


def _signed(number: str) -> str:
    """With a plus where it is not below zero.

    >>> _signed("4"), _signed("-4")
    ('+4', '-4')
    """
    return number if number.startswith(("-", "−")) else f"+{number}"


def _place(one: Observation, names: Mapping[str, str]) -> str:
    unit = "" if one.unit is Unit.COUNT else f", {one.unit.description}"
    return f"{one.measure}, {names.get(one.area, one.area)}, {one.period.label}, {one.breakdown.label}{unit}"


def _exact(one: Observation) -> str:
    """With all its decimals, so that small changes can be seen; else the sign."""
    number = one.figure.number
    return format_figure(one.figure, one.unit) if number is None or one.figure.sign else format_exact(number)


def _span(periods: Sequence[Period]) -> str:
    """First and last, and how many."""
    if len(periods) < 2:
        return "".join(period.label for period in periods)
    return f"{periods[0].label} bis {periods[-1].label} ({len(periods)} Zeiträume)"


def _listed(names: Sequence[str]) -> str:
    """The first eight, and how many more.

    >>> _listed(["weiblich", "männlich"]), _listed(list("abcdefghij"))
    ('weiblich, männlich', 'a, b, c, d, e, f, g, h und 2 weitere')
    """
    rest = f" und {len(names) - MOST_NAMES} weitere" if len(names) > MOST_NAMES else ""
    return ", ".join(names[:MOST_NAMES]) + rest
