"""The proof that nothing is lost: every area, year and category that was asked for comes exactly once.

It trusts neither the slicing nor the service: first the slices are counted over everything asked for, then the rows
that came are held against them. What is missing is told as an issue.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from mehrklang.fetching.codes import issue
from mehrklang.fetching.flat_table import FlatRow, FlatTable
from mehrklang.fetching.plan import FetchPlan
from mehrklang.fetching.slices import COUNTRY, STATES, TOTALS, Slice, matches, whole
from mehrklang.fetching.totals import compare_totals
from mehrklang.vocabulary import Issue

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Leaf:
    """A slice that was small enough, the file of its answer, and the table in it."""

    part: Slice
    file: str
    table: FlatTable


def prove(plan: FetchPlan, leaves: Sequence[Leaf], categories: Mapping[str, tuple[str, ...]]) -> tuple[Issue, ...]:
    """The issues of a finished fetch; `categories` are those of the features along which it was sliced."""
    rows = [row for leaf in leaves for row in leaf.table.rows]
    if not rows:
        return (*_uncovered(plan, leaves, categories, set()), issue("A-ANTWORT-05", tabelle=plan.table))
    areas = {row.categories.get(plan.area_feature, "") for row in rows} if plan.area_feature else set()
    return (
        *_uncovered(plan, leaves, categories, areas),
        *_outside(plan, leaves),
        *_repeated(leaves),
        *_missing(plan, rows, areas),
        *_gaps(plan, rows),
        *_without_total(plan, leaves, rows),
        *compare_totals(rows, plan.area_feature),
    )


def _uncovered(
    plan: FetchPlan, leaves: Sequence[Leaf], categories: Mapping[str, tuple[str, ...]], seen: set[str]
) -> Iterator[Issue]:
    """Each area × year × combination of categories lies in exactly one slice."""
    limited = {choice.feature: choice.categories for choice in plan.choices} | dict(categories)
    probes = seen | {*STATES, COUNTRY} | {area for area in plan.areas if not area.endswith("*")}
    asked = sorted(area for area in probes if whole(plan).covers_area(area)) if plan.areas else [""]
    faulty = [
        f"{area} {year} {' '.join(combination)}".strip()
        for area in asked
        for year in range(plan.first_year, plan.last_year + 1)
        if (near := [leaf.part for leaf in leaves if leaf.part.covers_area(area) and leaf.part.covers_year(year)])
        is not None
        for combination in product(*limited.values())
        if sum(part.covers_categories(dict(zip(limited, combination, strict=True))) for part in near) != 1
    ]
    if faulty:
        yield issue("A-UMFANG-09", anzahl=len(faulty), beispiel=faulty[0])


def _outside(plan: FetchPlan, leaves: Iterable[Leaf]) -> Iterator[Issue]:
    """Rows that their own slice did not ask for; a total may come along with the categories that were asked for."""
    for leaf in leaves:
        strange = [row for row in leaf.table.rows if not _asked(plan, leaf.part, row)]
        if strange:
            yield issue("A-UMFANG-01", datei=leaf.file, anzahl=len(strange), beispiel=strange[0].place)


def _asked(plan: FetchPlan, part: Slice, row: FlatRow) -> bool:
    in_time = part.covers_year(row.year) or ("P" in row.time and part.covers_year(row.year + 1))
    in_area = not plan.area_feature or part.covers_area(row.categories.get(plan.area_feature, ""))
    return in_time and in_area and all(
        row.categories.get(each.feature, "") in (*each.categories, *TOTALS) for each in part.choices
    )  # fmt: skip


def _repeated(leaves: Iterable[Leaf]) -> Iterator[Issue]:
    """Cells that come more than once. Slices of one feature may all bring the same total: that is no repetition."""
    first: dict[tuple[object, ...], tuple[str, FlatRow]] = {}
    repeated: list[tuple[str, str, FlatRow]] = []
    for leaf in leaves:
        for row in leaf.table.rows:
            file, earlier = first.setdefault(row.cell, (leaf.file, row))
            total = any(row.categories.get(each.feature) in TOTALS for each in leaf.part.choices)
            if earlier is not row and not (total and file != leaf.file and earlier.value == row.value):
                repeated.append((file, leaf.file, row))
    if repeated:
        one, other, row = repeated[0]
        files = ", ".join(dict.fromkeys((one, other)))
        yield issue("A-UMFANG-02", anzahl=len(repeated), beispiel=row.place, dateien=files)


def _missing(plan: FetchPlan, rows: Sequence[FlatRow], areas: set[str]) -> Iterator[Issue]:
    """What the plan names and no row has."""
    years = {row.year for row in rows} | {row.year + 1 for row in rows if "P" in row.time}
    named = [area for area in plan.areas if not any(matches(area, each) for each in areas)]
    without = [str(year) for year in range(plan.first_year, plan.last_year + 1) if year not in years]
    lost = [
        f"{choice.feature} {category}"
        for choice in plan.choices
        for category in choice.categories
        if not any(row.categories.get(choice.feature) == category for row in rows)
    ]
    for code, missing in (("A-UMFANG-03", named), ("A-UMFANG-04", without), ("A-UMFANG-05", lost)):
        if missing:
            yield issue(code, anzahl=len(missing), beispiele=_few(missing))


def _gaps(plan: FetchPlan, rows: Sequence[FlatRow]) -> Iterator[Issue]:
    """Each area that came × each time that came × each breakdown that came."""
    cells = {(_area(plan, row), row.time, _breakdown(plan, row)) for row in rows}
    areas, times, breakdowns = (tuple(sorted({cell[at] for cell in cells}, key=str)) for at in range(3))
    expected = len(areas) * len(times) * len(breakdowns)
    if expected > len(cells):
        gaps = (f"{area} {time}" for area in areas for time in times for one in breakdowns
                if (area, time, one) not in cells)  # fmt: skip
        few = list(dict.fromkeys(gaps))[: _SHOWN + 1]
        yield issue("A-UMFANG-06", anzahl=expected - len(cells), erwartet=expected, beispiele=_few(few))


def _without_total(plan: FetchPlan, leaves: Iterable[Leaf], rows: Sequence[FlatRow]) -> Iterator[Issue]:
    """Features along which it was sliced, and of which no total came."""
    chosen = {choice.feature for choice in plan.choices}
    sliced = Counter(each.feature for leaf in leaves for each in leaf.part.choices if each.feature not in chosen)
    for feature in sliced:
        if not any(row.categories.get(feature) in TOTALS for row in rows):
            yield issue("A-UMFANG-08", merkmal=feature)


def _area(plan: FetchPlan, row: FlatRow) -> str:
    return row.categories.get(plan.area_feature, "")


def _breakdown(plan: FetchPlan, row: FlatRow) -> tuple[object, ...]:
    others = sorted(pair for pair in row.categories.items() if pair[0] != plan.area_feature)
    return (row.measure, *others)


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" und weitere" if len(names) > _SHOWN else "")
