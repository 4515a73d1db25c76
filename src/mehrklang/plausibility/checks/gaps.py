"""Gaps in the panel: an area or a category missing in a period, a period missing in the table."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.panel import Pairs, Panel, Row
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import label, listed
from mehrklang.vocabulary import Area, Issue, Observation, Period, Unit

_PRESENT = 0.8
_AT_LEAST = 4
_COUNTS = (Unit.COUNT, Unit.THOUSAND)


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-LUECKE-01 rows or whole categories missing in a period in which the others stand; P-LUECKE-02 periods left out.

    A row counts as expected if it stands in four of five periods; an area outside its validity is not expected, nor is
    a year for which the catalogue documents a break. What lacks as count and as share is told of the count.
    """
    told = Told()
    areas = {area.key: area for reading in batch.readings for area in reading.areas}
    for panel in batch.panels:
        if len(panel.periods) >= _AT_LEAST:
            sibling = None if panel.unit in _COUNTS else batch.counts_beside(panel)
            _tell_rows(told, panel, areas, sibling)
            if sibling is None or sibling.periods != panel.periods:
                _tell_periods(told, panel, batch.breaks.get(panel.measure, frozenset()))
    return told.issues()


def _tell_rows(told: Told, panel: Panel, areas: dict[str, Area], sibling: Panel | None) -> None:
    rows = list(panel.rows)
    steady = [row for row in rows if sum(cell is not None for cell in row.cells) >= _PRESENT * len(panel.periods)]
    for at, period in enumerate(panel.periods):
        absent = [row for row in steady if row.cells[at] is None and _is_due(panel, row, at, areas)]
        missing = [row for row in _unusual(panel, steady, absent, at) if not _lacks(sibling, row, period)]
        if missing:
            told.add(
                "P-LUECKE-01",
                _beside(rows, missing[0], at),
                messgroesse=panel.measure,
                einheit=panel.unit.description,
                zeitraum=period.label,
                anzahl=len(missing),
                faecher=listed([f"Gebiet {row.area} ({label(row.pairs)})" for row in missing]),
            )


def _unusual(panel: Panel, steady: Sequence[Row], absent: Sequence[Row], at: int) -> list[Row]:
    """Categories that are gone in all areas, if half of the others stand; and rows, if four of five others do."""
    gone = {pairs for pairs, column in panel.columns.items() if len(column) > 1 and _is_gone(column.values(), at)}
    whole = [row for row in absent if row.pairs in gone]
    single = [row for row in absent if row.pairs not in gone]
    rest = sum(row.pairs not in gone for row in steady)
    return [
        *(whole if 2 * len(gone) <= len(panel.columns) else []),
        *(single if rest - len(single) >= _PRESENT * rest else []),
    ]


def _is_gone(column: Iterable[Row], at: int) -> bool:
    """Whether a category stood before, and stands nowhere in this period."""
    rows = list(column)
    return all(row.cells[at] is None for row in rows) and any(
        cell is not None for row in rows for cell in row.cells[:at]
    )


def _beside(rows: Sequence[Row], missing: Row, at: int) -> Observation | None:
    """The last cell of this period before the missing one: there its row would stand."""
    above = [cell for row in rows[: rows.index(missing)] if (cell := row.cells[at]) is not None]
    return above[-1] if above else next((cell for row in rows if (cell := row.cells[at]) is not None), None)


def _lacks(sibling: Panel | None, row: Row, period: Period) -> bool:
    """Whether the count lacks as well."""
    if sibling is None or period not in sibling.periods or row.area not in sibling.columns.get(row.pairs, {}):
        return False
    return sibling.columns[row.pairs][row.area].cells[sibling.periods.index(period)] is None


def _is_due(panel: Panel, row: Row, at: int, areas: dict[str, Area]) -> bool:
    """Whether the area existed, and the category was not replaced by one that begins with this period or later."""
    area = areas.get(row.area)
    if area is not None and not area.existed_on(panel.periods[at].start):
        return False
    end = max(spot for spot, cell in enumerate(row.cells) if cell is not None) + 1
    return end > at or not any(_begins(other, end) and _is_renamed(row.pairs, other.pairs) for other in panel.rows)


def _begins(row: Row, at: int) -> bool:
    return all(cell is None for cell in row.cells[:at]) and any(cell is not None for cell in row.cells[at:])


def _is_renamed(old: Pairs, new: Pairs) -> bool:
    """Whether two breakdowns differ in one label."""
    return len(old) == len(new) and sum(one != other for one, other in zip(old, new, strict=True)) == 1


def _tell_periods(told: Told, panel: Panel, breaks: frozenset[int]) -> None:
    missing = [str(year) for year in _missing_years(panel) if year not in breaks]
    if missing:
        told.add(
            "P-LUECKE-02",
            file=panel.file,
            messgroesse=panel.measure,
            einheit=panel.unit.description,
            jahre=listed(missing),
        )


def _missing_years(panel: Panel) -> Iterator[int]:
    """Years left out of a yearly series; tables in a longer rhythm, or that change their rhythm, leave out none."""
    if panel.is_change:
        return
    years = sorted({period.year for period in panel.periods})
    steps = [later - earlier for earlier, later in pairwise(years)]
    if not steps or steps.count(1) < _PRESENT * len(steps):
        return
    for earlier, step in zip(years[:-1], steps, strict=True):
        if step == 2:
            yield earlier + 1
