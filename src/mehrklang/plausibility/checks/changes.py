"""Published changes recomputed: x₁ − x₀ and 100 · (x₁/x₀ − 1), between years or against the year before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue, Observation, Period, PeriodKind, Unit

_ENOUGH = 10
_NEARLY_ALL = 0.7
_SLACK = 1e-6


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
    """P-FORMEL-03 a change that does not follow from its two years, where seven of ten others (and ten) do."""
    told = Told()
    counts = [panel for panel in batch.panels if panel.unit is Unit.COUNT and not panel.is_change]
    for panel in batch.panels:
        if panel.is_change and panel.unit in (Unit.COUNT, Unit.PERCENT_CHANGE):
            for pairs in panel.columns:
                _tell(told, panel, pairs, counts)
    return told.issues()


def _tell(told: Told, panel: Panel, pairs: Pairs, counts: Sequence[Panel]) -> None:
    """By the table (and first or previous year) that explains most changes."""
    candidates = [
        (base, first, list(_changes(panel, pairs, base, first=first)))
        for base in counts
        if pairs in base.columns
        for first in (False, True)
    ]
    fitting = [
        (sum(not one.departs for one in found), base, first, found) for base, first, found in candidates if found
    ]
    if not fitting:
        return
    holds, base, _, found = max(fitting, key=lambda item: item[0])
    if holds < max(_ENOUGH, _NEARLY_ALL * len(found)):
        return
    for one in found:
        if one.departs:
            told.add(
                "P-FORMEL-03", one.cell, fach=place(one.cell), wert=exact(one.cell), tabelle=base.measure,
                soll=number(one.computed),
            )  # fmt: skip


def _changes(panel: Panel, pairs: Pairs, base: Panel, *, first: bool) -> Iterator[_Change]:
    at = {period.year: position for position, period in enumerate(base.periods) if period.kind is PeriodKind.YEAR}
    for area, row in panel.columns[pairs].items():
        if area in base.columns[pairs]:
            numbers = base.columns[pairs][area].numbers
            for cell, value, period in zip(row.cells, row.numbers, panel.periods, strict=True):
                earlier, later = _years(period, base.periods[0].year if first else period.year - 1)
                if cell is not None and value is not None and earlier in at and later in at:
                    before, after = numbers[at[earlier]], numbers[at[later]]
                    if before and after is not None and earlier != later:
                        yield _Change(cell, value, _change(panel.unit, before, after))


def _years(period: Period, otherwise: int) -> tuple[int, int]:
    if period.kind is PeriodKind.CHANGE:
        earlier, later = period.key.split("..")
        return int(earlier), int(later)
    return otherwise, period.year


def _change(unit: Unit, before: float, after: float) -> float:
    return after - before if unit is Unit.COUNT else 100 * (after / before - 1)
