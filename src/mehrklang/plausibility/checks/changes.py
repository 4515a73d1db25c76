"""Published changes recomputed: x₁ − x₀ and 100 · (x₁/x₀ − 1), between years or against the year before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel
from mehrklang.plausibility.robust import spread
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue, Observation, Period, PeriodKind, Unit

_ENOUGH = 10
_NEARLY_ALL = 0.7
_SLACK = 1e-6
_CLOSE = 0.5
_FAR_LESS = 0.2


@dataclass(frozen=True, slots=True)
class _Change:
    """A published change beside the recomputed one."""

    cell: Observation
    published: float
    computed: float

    @property
    def departs(self) -> bool:
        exponent = self.cell.figure.number.as_tuple().exponent if self.cell.figure.number is not None else 0
        return abs(self.published - self.computed) > max(_SLACK, 0.5 * 10.0 ** int(exponent) * 1.001)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-FORMEL-03 a change that does not follow from its two years, where seven of ten others (and ten) do; P-FORMEL-04
    changes that follow nowhere from a table that they come close to: they belong to another vintage of it.

    Close: the median departure is under half a point and under a fifth of what the changes differ among each other.
    """
    told = Told()
    counts = [panel for panel in batch.panels if panel.unit is Unit.COUNT and not panel.is_change]
    for panel in batch.panels:
        if panel.is_change and panel.unit in (Unit.COUNT, Unit.PERCENT_CHANGE):
            for pairs in panel.columns:
                tables = list(_tables(panel, pairs, counts))
                if tables:
                    _tell(told, tables, panel.unit)
    return told.issues()


@dataclass(frozen=True, slots=True)
class _Table:
    """All changes recomputed from one table of counts."""

    measure: str
    changes: tuple[_Change, ...]

    @property
    def holding(self) -> int:
        return sum(not one.departs for one in self.changes)

    @property
    def distance(self) -> float:
        return median(abs(one.published - one.computed) for one in self.changes)


def _tables(panel: Panel, pairs: Pairs, counts: Sequence[Panel]) -> Iterator[_Table]:
    for base in counts:
        if pairs in base.columns:
            for first in (False, True):
                found = tuple(_changes(panel, pairs, base, first=first))
                if len(found) >= _ENOUGH:
                    yield _Table(base.measure, found)


def _tell(told: Told, tables: Sequence[_Table], unit: Unit) -> None:
    """By the table that explains most changes; if none does, by the one that comes closest."""
    best = max(tables, key=lambda table: table.holding)
    if best.holding >= max(_ENOUGH, _NEARLY_ALL * len(best.changes)):
        for one in best.changes:
            if one.departs:
                told.add("P-FORMEL-03", one.cell, **_words(one, best))
        return
    close = min(tables, key=lambda table: table.distance)
    usual = spread([one.published for one in close.changes])
    if not best.holding and unit is Unit.PERCENT_CHANGE and close.distance < min(_CLOSE, _FAR_LESS * usual):
        worst = max(close.changes, key=lambda one: abs(one.published - one.computed))
        told.add("P-FORMEL-04", worst.cell, **_words(worst, close), anzahl=len(close.changes))


def _words(one: _Change, table: _Table) -> dict[str, str]:
    return {"fach": place(one.cell), "wert": exact(one.cell), "tabelle": table.measure, "soll": number(one.computed)}


def _changes(panel: Panel, pairs: Pairs, base: Panel, *, first: bool) -> Iterator[_Change]:
    at = {period.year: position for position, period in enumerate(base.periods) if period.kind is PeriodKind.YEAR}
    rows, based = panel.columns[pairs], base.columns[pairs]
    for row, numbers in ((row, based[area].numbers) for area, row in rows.items() if area in based):
        for cell, value, period in zip(row.cells, row.numbers, panel.periods, strict=True):
            earlier, later = _years(period, base.periods[0].year if first else period.year - 1)
            if cell is None or value is None or earlier == later or not {earlier, later} <= at.keys():
                continue
            before, after = numbers[at[earlier]], numbers[at[later]]
            if before and after is not None:
                yield _Change(cell, value, _change(panel.unit, before, after))


def _years(period: Period, otherwise: int) -> tuple[int, int]:
    if period.kind is PeriodKind.CHANGE:
        earlier, later = period.key.split("..")
        return int(earlier), int(later)
    return otherwise, period.year


def _change(unit: Unit, before: float, after: float) -> float:
    return after - before if unit is Unit.COUNT else 100 * (after / before - 1)
