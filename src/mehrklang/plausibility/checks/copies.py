"""Figures that stand twice: a year copied into another, a category copied into another, a file under two names."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel, Row
from mehrklang.plausibility.quotients import WHOLE
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, label, listed, place
from mehrklang.sources import Reading
from mehrklang.vocabulary import Issue, Observation, Unit

_ENOUGH = 10
_LARGE = 50.0
_LARGE_SHARE = 10.0
_SAME = 0.9
_Key = tuple[str, str, str, Pairs, str]


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-KOPIE-01 a period that repeats another; P-KOPIE-02 a category that repeats another in one period only;
    P-DOPPELT-01 contradictions between files; P-DOPPELT-02 one delivery under two names.

    Compared are counts of 50 and more (shares of 10): small ones repeat by chance. Two counts of 50 are equal by chance
    once in 25 cases (Poisson: 1/√(4π·50)), rounded to 5 once in five, ten of them once in ten millions.
    """
    told = Told()
    for panel in batch.panels:
        if not panel.is_change:
            _tell_periods(told, panel)
            _tell_columns(told, panel)
    _tell_files(told, batch.readings)
    return told.issues()


def _tell_periods(told: Told, panel: Panel) -> None:
    """Category by category where there are areas enough, else the whole table; once per period."""
    columns = [list(column.values()) for column in panel.columns.values()]
    groups = [rows for rows in columns if len(rows) >= _ENOUGH] or [list(panel.rows)]
    for late in range(1, len(panel.periods)):
        copied = [(rows, same) for rows in groups if (same := _repeating(panel, rows, late))]
        if copied:
            told.add(
                "P-KOPIE-01",
                copied[0][1][0],
                messgroesse=panel.measure,
                zeitraum=panel.periods[late].label,
                vorher=panel.periods[late - 1].label,
                anzahl=sum(len(same) for _, same in copied),
                angaben=listed([label(rows[0].pairs) for rows, _ in copied]) if len(groups) > 1 else "alle Angaben",
            )


def _repeating(panel: Panel, rows: Sequence[Row], late: int) -> list[Observation]:
    """The larger figures that are those of the period before, if they are nearly all."""
    least = _LARGE if panel.unit is Unit.COUNT else _LARGE_SHARE
    whole = WHOLE.get(panel.unit)
    compared = [
        (row.cells[late], row.numbers[late] == row.numbers[late - 1])
        for row in rows
        if (row.numbers[late] or 0) >= least and row.numbers[late] != whole and row.numbers[late - 1] is not None
    ]
    same = [cell for cell, equal in compared if equal and cell is not None]
    return same if len(compared) >= _ENOUGH and len(same) >= _SAME * len(compared) else []


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
    least = _LARGE if panel.unit is Unit.COUNT else _LARGE_SHARE
    by_figures: dict[tuple[tuple[str, float], ...], list[Pairs]] = {}
    for pairs, column in panel.columns.items():
        figures = tuple((area, value) for area, row in column.items() if (value := row.numbers[at] or 0) >= least)
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
