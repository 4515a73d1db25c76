"""The dry run (Probelauf): what a delivery holds, what is wrong with it, and what it changes against the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.catalogue import Catalogue
from mehrklang.plausibility.comparison import Comparison, compare
from mehrklang.plausibility.examine import examine
from mehrklang.sources import Reading
from mehrklang.vocabulary import Area, Issue, Observation, Period, Severity, Unit


@dataclass(frozen=True, slots=True)
class MeasureContent:
    """What was understood of one measure in one unit.

    `features`: each with its labels in file order; `numbers`, `signs`: observations with and without a number;
    `least` and `most`: the range of the numbers (None: there is no number).
    """

    measure: str
    unit: Unit
    observations: int
    numbers: int
    signs: int
    areas: int
    periods: tuple[Period, ...]
    features: tuple[tuple[str, tuple[str, ...]], ...]
    least: Decimal | None
    most: Decimal | None


@dataclass(frozen=True, slots=True)
class DryRun:
    """A delivery before anything is stored.

    Promise: `contents` by measure and unit in file order; `areas` and `periods` of the observations, sorted; `issues`
    of the reader and of all checks, errors first, then warnings, then notes, each in file order; `comparison` is None
    where there is no earlier delivery.
    """

    file: str
    kind: str
    contents: tuple[MeasureContent, ...]
    areas: tuple[Area, ...]
    periods: tuple[Period, ...]
    issues: tuple[Issue, ...]
    comparison: Comparison | None = None

    @property
    def usable(self) -> bool:
        """Whether no issue is an error."""
        return not self.of(Severity.ERROR)

    @property
    def observations(self) -> int:
        """How many observations were understood."""
        return sum(content.observations for content in self.contents)

    def of(self, severity: Severity) -> tuple[Issue, ...]:
        """The issues of one severity."""
        return tuple(issue for issue in self.issues if issue.severity is severity)


def preview(reading: Reading, previous: Reading | None = None, *, catalogue: Catalogue | None = None) -> DryRun:
    """The dry run of one delivery; `previous` is the delivery that it would supersede."""
    return _dry_run(reading, previous, examine((reading,), catalogue=catalogue))


def preview_all(
    readings: Sequence[Reading], previous: Sequence[Reading] = (), *, catalogue: Catalogue | None = None
) -> tuple[DryRun, ...]:
    """The dry runs of deliveries that are checked together, one each and in their order.

    An issue between files stands with the file that it names. Of `previous` each delivery is compared with the one of
    the same file name, else with the one that shares most of its measures.
    """
    found = examine(readings, catalogue=catalogue)
    return tuple(_dry_run(reading, _predecessor(reading, previous), found) for reading in readings)


def _dry_run(reading: Reading, previous: Reading | None, found: Sequence[Issue]) -> DryRun:
    file = _file(reading)
    issues = (*reading.issues, *(issue for issue in found if issue.file == file))
    delivered = {one.area for one in reading.observations}
    return DryRun(
        file=file,
        kind=reading.kind,
        contents=_contents(reading),
        areas=tuple(area for area in reading.areas if area.key in delivered),
        periods=tuple(sorted({one.period for one in reading.observations})),
        issues=tuple(sorted(issues, key=lambda issue: _ORDER.index(issue.severity))),
        comparison=compare(previous.observations, reading.observations) if previous else None,
    )


def _predecessor(reading: Reading, previous: Sequence[Reading]) -> Reading | None:
    named = next((one for one in previous if _file(one) == _file(reading)), None)
    if named is not None:
        return named
    measures = {one.measure for one in reading.observations}
    shared = [(len(measures & {one.measure for one in other.observations}), other) for other in previous]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] else None


_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def _file(reading: Reading) -> str:
    """The name of the file, from its first observation or issue."""
    cells = (one.cell.file for one in reading.observations)
    return next(cells, next((issue.file for issue in reading.issues), ""))


def _contents(reading: Reading) -> tuple[MeasureContent, ...]:
    by_measure: dict[tuple[str, Unit], list[Observation]] = {}
    for one in reading.observations:
        by_measure.setdefault((one.measure, one.unit), []).append(one)
    return tuple(_content(measure, unit, found) for (measure, unit), found in by_measure.items())


def _content(measure: str, unit: Unit, observations: Sequence[Observation]) -> MeasureContent:
    numbers = [one.figure.number for one in observations if one.figure.number is not None]
    features: dict[str, dict[str, None]] = {}
    for pairs in dict.fromkeys(one.breakdown.pairs for one in observations):
        for feature, label in pairs:
            features.setdefault(feature, {})[label] = None
    return MeasureContent(
        measure=measure,
        unit=unit,
        observations=len(observations),
        numbers=len(numbers),
        signs=len(observations) - len(numbers),
        areas=len({one.area for one in observations}),
        periods=tuple(sorted({one.period for one in observations})),
        features=tuple((feature, tuple(labels)) for feature, labels in features.items()),
        least=min(numbers, default=None),
        most=max(numbers, default=None),
    )
