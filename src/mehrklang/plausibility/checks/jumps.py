"""Jumps between neighbour years, robust to small counts and to what moved everywhere. Real outliers only warn."""

from collections.abc import Iterable, Iterator, Sequence
from math import exp, log

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.expectation import Surprise
from mehrklang.plausibility.panel import Panel
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue, Unit

_SCORE = 8.0
_FACTOR = log(2.0)
_END_SCORE = 10.0
_END_FACTOR = log(3.0)
_LEAST = 30.0
_MANY = 4
_SHARE = 0.25
_SOME_SCORE = 6.0
_SOME_FACTOR = log(1.35)
_AREAS = 8
_UNITS = (Unit.COUNT, Unit.THOUSAND, Unit.PERCENT, Unit.PER_MILLE)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-SPRUNG-01 a figure at least twice (or half) what the years on both sides expect, and eight times the usual
    spread (in the newest period of many areas: thrice and ten times); P-SPRUNG-03 a quarter of
    the areas (and four) at once, each by a third at least.

    One issue for an area and a period, however many categories jump there. Figures at a documented break are left out,
    zeros are told as such. Of a file with counts and shares only the counts are judged: the shares follow them.
    """
    told = Told()
    for panel, expected in zip(batch.panels, batch.expected, strict=True):
        if panel.unit in _UNITS and not (panel.unit is Unit.PERCENT and batch.counts_beside(panel)):
            _tell_panel(told, panel, expected.values(), batch.breaks.get(panel.measure, frozenset()))
    return told.issues()


def _tell_panel(told: Told, panel: Panel, columns: Iterable[Sequence[Surprise]], breaks: frozenset[int]) -> None:
    by_area: dict[tuple[int, str], list[Surprise]] = {}
    for column in columns:
        for found in _jumps(panel, column, breaks):
            if len(found) >= max(_MANY, _SHARE * len({one.cell.area for one in column})):
                worst = max(found, key=lambda one: abs(one.size))
                told.add("P-SPRUNG-03", worst.cell, **_words(worst), anzahl=len(found))
            else:
                for one in found:
                    by_area.setdefault((one.at, one.cell.area), []).append(one)
    for found in by_area.values():
        worst = max(found, key=lambda one: abs(one.size))
        told.add("P-SPRUNG-01", worst.cell, **_words(worst), anzahl=len(found))


def _jumps(panel: Panel, column: Sequence[Surprise], breaks: frozenset[int]) -> Iterator[list[Surprise]]:
    """The departing figures of each period, without those at a documented break."""
    areas = len({one.cell.area for one in column})
    by_period: dict[int, list[Surprise]] = {}
    for one in column:
        newest = one.at == len(panel.periods) - 1 and areas >= _AREAS
        if one.value and (one.inner or newest) and one.score >= _SOME_SCORE and not _at_break(panel, one, breaks):
            by_period.setdefault(one.at, []).append(one)
    for found in by_period.values():
        many = [one for one in found if abs(one.size) >= _SOME_FACTOR and one.expected >= _LEAST]
        yield many if len(many) >= max(_MANY, _SHARE * areas) else [one for one in found if _departs(one)]


def _departs(one: Surprise) -> bool:
    score, factor = (_SCORE, _FACTOR) if one.inner else (_END_SCORE, _END_FACTOR)
    return one.score >= score and abs(one.size) >= factor and max(one.expected, one.value) >= _LEAST


def _at_break(panel: Panel, one: Surprise, breaks: frozenset[int]) -> bool:
    following = panel.periods[min(one.at + 1, len(panel.periods) - 1)]
    return panel.periods[one.at].year in breaks or following.year in breaks


def _words(one: Surprise) -> dict[str, str]:
    return {
        "fach": place(one.cell),
        "wert": exact(one.cell),
        "erwartet": number(one.expected, 1),
        "faktor": number(exp(abs(one.size)), 1),
        "richtung": "über" if one.size > 0 else "unter",
    }
