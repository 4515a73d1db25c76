"""Figures under the wrong label: rows shifted against their areas, two areas or two categories exchanged."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import log

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.expectation import Surprise
from mehrklang.plausibility.panel import Panel
from mehrklang.plausibility.robust import log_change
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue

_RUN = 4
_FAR = log(1.5)
_NEAR = log(1.12)
_LEAST = 30.0
_TIMES = 4.0


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-VERSCHOBEN-01 four and more areas in a row whose figures fit the area one row up or down, and three of them not
    their own; P-TAUSCH-01 two
    areas exchanged; P-TAUSCH-02 two categories exchanged in an area.

    A figure fits another label if it is within 12 per cent of what is expected there, and a third off at its own.
    """
    told = Told()
    for panel, expected in zip(batch.panels, batch.expected, strict=True):
        by_area: dict[tuple[int, str], list[Surprise]] = {}
        for column in expected.values():
            _tell_column(told, panel, column)
            for one in column:
                if _departs(one):
                    by_area.setdefault((one.at, one.cell.area), []).append(one)
        for departing in by_area.values():
            _tell_exchanged(told, "P-TAUSCH-02", departing)
    return told.issues()


def _tell_column(told: Told, panel: Panel, column: Sequence[Surprise]) -> None:
    by_period: list[list[Surprise]] = [[] for _ in panel.periods]
    for one in column:
        by_period[one.at].append(one)
    for here in by_period:
        if sum(abs(one.size) > _FAR for one in here) > 1:
            shifted = list(_shifted(here))
            for run, step in shifted:
                _tell_run(told, run, step)
            if not shifted:
                _tell_exchanged(told, "P-TAUSCH-01", [one for one in here if _departs(one)])


def _departs(one: Surprise) -> bool:
    return abs(one.size) > _FAR and one.expected >= _LEAST and one.score > _TIMES


def _shifted(here: Sequence[Surprise]) -> Iterator[tuple[list[Surprise], int]]:
    """Stretches that fit the label `step` rows further."""
    for step in (1, -1):
        run: list[Surprise] = []
        for position, one in enumerate(here):
            other = here[position + step] if 0 <= position + step < len(here) else None
            if other is not None and _is_near(one, other):
                run.append(one)
                continue
            if _is_shift(run):
                yield run, step
            run = []
        if _is_shift(run):
            yield run, step


def _is_shift(run: Sequence[Surprise]) -> bool:
    """Long enough, and several far from where they stand."""
    return len(run) >= _RUN and sum(abs(one.size) > _FAR for one in run) >= _RUN - 1


def _fits(one: Surprise, other: Surprise) -> bool:
    return _is_near(one, other) and abs(one.size) > _NEAR


def _is_near(one: Surprise, other: Surprise) -> bool:
    return one.value >= _LEAST / 3 and abs(log_change(other.expected, one.value)) < _NEAR


def _tell_run(told: Told, run: list[Surprise], step: int) -> None:
    first, last = run[0].cell, run[-1].cell
    told.add(
        "P-VERSCHOBEN-01",
        first,
        fach=place(first),
        anzahl=len(run),
        zeilen=f"{first.cell.line} bis {last.cell.line}",
        richtung="nach oben" if step > 0 else "nach unten",
    )


def _tell_exchanged(told: Told, code: str, departing: Sequence[Surprise]) -> None:
    """Pairs that fit crosswise; where more depart than are exchanged, fits are chance and nothing is told."""
    pairs = [(one, other) for one, other in combinations(departing, 2) if _fits(one, other) and _fits(other, one)]
    if len(departing) > 2 * len(pairs) + 1:
        return
    for one, other in pairs:
        told.add(
            code,
            one.cell,
            fach=place(one.cell),
            wert=exact(one.cell),
            anderes=place(other.cell),
            anderer=exact(other.cell),
            zeile=other.cell.cell.line,
            erwartet=number(one.expected, 1),
        )
