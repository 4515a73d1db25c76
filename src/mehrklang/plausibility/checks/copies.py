"""Figures that stand twice: a year copied into another, a category copied into another, a file under two names."""

from collections.abc import Iterator
from itertools import combinations

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, label, place
from mehrklang.sources import Reading
from mehrklang.vocabulary import Issue, Observation

_ENOUGH = 8
_LARGE = 20.0
_SAME = 0.9
_Key = tuple[str, str, str, Pairs, str]


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-KOPIE-01 a period that repeats another; P-KOPIE-02 a category that repeats another in one period only;
    P-DOPPELT-01 contradictions between files; P-DOPPELT-02 one delivery under two names.

    Compared are figures of 20 and more: small ones repeat by chance. Two counts of 20 are equal by chance once in about
    16 cases (Poisson: 1/√(4π·20)), eight of them once in 16⁸.
    """
    told = Told()
    for panel in batch.panels:
        if not panel.is_change:
            _tell_periods(told, panel)
            _tell_columns(told, panel)
    _tell_files(told, batch.readings)
    return told.issues()


def _tell_periods(told: Told, panel: Panel) -> None:
    rows = list(panel.rows)
    for late in range(1, len(panel.periods)):
        pairs = [
            (row.cells[late], row.numbers[late] == row.numbers[late - 1])
            for row in rows
            if (row.numbers[late] or 0) >= _LARGE and row.numbers[late - 1] is not None
        ]
        same = sum(equal for _, equal in pairs)
        if len(pairs) >= _ENOUGH and same >= _SAME * len(pairs):
            first = next(cell for cell, equal in pairs if equal)
            told.add(
                "P-KOPIE-01",
                first,
                messgroesse=panel.measure,
                zeitraum=panel.periods[late].label,
                vorher=panel.periods[late - 1].label,
                anzahl=same,
                von=len(pairs),
            )


def _tell_columns(told: Told, panel: Panel) -> None:
    equal: dict[tuple[Pairs, Pairs], list[int]] = {}
    for at in range(len(panel.periods)):
        for pair in _equal_columns(panel, at):
            equal.setdefault(pair, []).append(at)
    for (one, other), found in equal.items():
        if len(found) <= max(1, len(panel.periods) // 5):
            cell = next(row.cells[found[0]] for row in panel.columns[other].values() if row.cells[found[0]] is not None)
            told.add(
                "P-KOPIE-02",
                cell,
                messgroesse=panel.measure,
                zeitraum=panel.periods[found[0]].label,
                eine=label(one),
                andere=label(other),
            )


def _equal_columns(panel: Panel, at: int) -> Iterator[tuple[Pairs, Pairs]]:
    """Pairs of categories with the same large figures in the same areas."""
    by_figures: dict[tuple[tuple[str, float], ...], list[Pairs]] = {}
    for pairs, column in panel.columns.items():
        figures = tuple((area, value) for area, row in column.items() if (value := row.numbers[at] or 0) >= _LARGE)
        if len(figures) >= _ENOUGH:
            by_figures.setdefault(figures, []).append(pairs)
    for same in by_figures.values():
        yield from combinations(same, 2)


def _tell_files(told: Told, readings: tuple[Reading, ...]) -> None:
    """By key; the figures of files whose measure is their own name are compared without it."""
    for earlier, later in combinations(readings, 2):
        if not earlier.observations or not later.observations:
            continue
        if _twins(earlier, later):
            first = later.observations[0]
            told.add("P-DOPPELT-02", first, andere=earlier.observations[0].cell.file, anzahl=len(later.observations))
        elif {one.measure for one in earlier.observations[:1]} & {one.measure for one in later.observations[:1]}:
            _tell_contradictions(told, earlier, later)


def _twins(earlier: Reading, later: Reading) -> bool:
    if len(earlier.observations) != len(later.observations):
        return False
    return all(
        (one.area, one.period.key, one.unit, one.figure) == (other.area, other.period.key, other.unit, other.figure)
        and one.breakdown == other.breakdown
        for one, other in zip(earlier.observations, later.observations, strict=True)
    )


def _tell_contradictions(told: Told, earlier: Reading, later: Reading) -> None:
    known = {_key(one): one for one in earlier.observations}
    differing: list[tuple[Observation, Observation]] = [
        (before, one)
        for one in later.observations
        if (before := known.get(_key(one))) is not None and before.figure != one.figure
    ]
    if differing:
        before, one = differing[0]
        told.add(
            "P-DOPPELT-01",
            one,
            fach=place(one),
            wert=exact(one),
            anderer=exact(before),
            datei=before.cell.file,
            zeile=before.cell.line,
            anzahl=len(differing),
        )


def _key(one: Observation) -> _Key:
    return one.measure, one.area, one.period.key, one.breakdown.pairs, one.unit.value
