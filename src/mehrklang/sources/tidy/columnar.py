"""Reads a large table in table form by columns: each different text once, and only the rows that need a look.

The verdict is that of `read_tidy`, by its own code: every check is given the part of the rows that decides it. A plain
number in a row of known texts decides nothing, and there are millions of them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge

from mehrklang.sources.additive import check_additive, is_total
from mehrklang.sources.departures import Counts
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.finality import of_mark, of_remark
from mehrklang.sources.labels import clean
from mehrklang.sources.numbers import find_marks
from mehrklang.sources.periods import read_period
from mehrklang.sources.register import REGISTER, parts_of
from mehrklang.sources.table import Row, Table
from mehrklang.sources.tidy.asked import LargeTable
from mehrklang.sources.tidy.columns import VALUE, Columns
from mehrklang.sources.tidy.reader import Rows
from mehrklang.sources.totals import feature_totals, is_sum, tell_departing_areas, tell_departing_categories
from mehrklang.sources.units import read_unit
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Area, Finality, Issue, Material, Observation, Severity, Unit
from mehrklang.vocabulary.texts import Group, Meaning, Meanings, PlainNumbers, ReadValue, TextRow

_ONE_COMMA = "[+-]?[0-9]+,[0-9]+"
_ONE_POINT = "[+-]?(0[0-9]*|[0-9]{4,})[.][0-9]+|[+-]?[0-9]+[.]([0-9]{1,2}|[0-9]{4,})"


@dataclass(frozen=True, slots=True)
class ColumnReading:
    """What a `Reading` says, without the observations: those stay in the table. `observations` is their number."""

    observations: int
    issues: tuple[Issue, ...]
    areas: tuple[Area, ...]
    measures: frozenset[str]

    @property
    def usable(self) -> bool:
        """Whether no issue is an error."""
        return all(issue.severity is not Severity.ERROR for issue in self.issues)


def read_columns(table: LargeTable, heads: tuple[str, ...], material: Material, faults: Faults) -> ColumnReading:
    """Reads the table; afterwards it knows what its texts mean."""
    columns = Columns.of(Table(faults.file, "", heads, ()))
    _leave_out(table, columns, len(heads), faults)
    sample = Table(faults.file, "", heads, tuple(map(_row, table.lines(_sample(table, columns)))))
    counts = {at: _counts(table, at, columns.period) for at in columns.features}
    quiet = Rows(sample, material, Faults(faults.file), counts)
    said = _meanings(table, columns, quiet)
    table.learn(said)
    rows = Rows(sample, material, faults, counts)
    _tell_rows(rows, sample, table)
    again = _Again(quiet)
    tell_duplicates(again.observations(table.repeated()), material, faults)
    _tell_totals(table, said, again, faults)
    if material is Material.ADDITIVE:
        check_additive(again.observations(_against_adding_up(table, said)), faults)
    measures = frozenset(measure for measure in said.measure.means if measure)
    return ColumnReading(table.count(), faults.issues(), rows.areas.found(), measures)


class _Again:
    """Makes observations of rows that have been spoken of already."""

    def __init__(self, quiet: Rows) -> None:
        self._quiet = quiet

    def observations(self, lines: Iterator[TextRow]) -> tuple[Observation, ...]:
        """Those of the lines that are understood, in file order."""
        return tuple(one for line in lines if (one := self._quiet.observe(_row(line))) is not None)


def _row(line: TextRow) -> Row:
    return Row(line.line, line.cells)


def _leave_out(table: LargeTable, columns: Columns, width: int, faults: Faults) -> None:
    """Blank lines, and notes below the table in a single cell, are no rows."""
    gone: dict[int, Row] = {}
    for at in (columns.measure, columns.area):
        blank = [group.texts[0] for group in table.groups(at) if not group.texts[0].strip()]
        gone |= {line.line: _row(line) for line in table.holding(at, blank)}
    gone = {line: row for line, row in sorted(gone.items()) if row.blank or (row.lonely and width > 2)}
    for line, row in gone.items():
        if row.lonely:
            faults.add("L-TABELLE-04", line=line)
    table.leave_out(tuple(gone))


def _sample(table: LargeTable, columns: Columns) -> tuple[int, ...]:
    """Lines in which every text of area, measure, period and unit stands, and what shows the decimal mark."""
    lines = {group.line for at in (columns.measure, columns.period, columns.unit) for group in table.groups(at)}
    lines |= {group.line for group in table.groups(*_area_columns(columns))}
    marked = [(group.line, find_marks(group.texts)) for group in table.unusual(columns.value)]
    lines |= set([line for line, marks in marked if marks.with_comma][:1])
    lines |= set([line for line, marks in marked if marks.with_point][:1])
    for mark, pattern in ((",", _ONE_COMMA), (".", _ONE_POINT)):
        lines |= set(table.first_like(columns.value, mark, pattern))
    return tuple(sorted(lines))


def _area_columns(columns: Columns) -> tuple[int, ...]:
    described = (columns.area, columns.area_name, columns.area_level, columns.parent)
    return tuple(at for at in described if at is not None)


def _counts(table: LargeTable, at: int, period: int) -> Counter[tuple[str, str]]:
    return Counter({(group.texts[0], group.texts[1]): group.rows for group in table.groups(at, period)})


def _tell_rows(rows: Rows, sample: Table, table: LargeTable) -> None:
    """The rows of which something is to be said, and the sample, in file order, each once."""
    last = 0
    for row in merge(sample.rows, map(_row, table.told()), key=lambda row: row.line):
        if row.line != last:
            rows.observe(row)
        last = row.line
    rows.finish()


def _meanings(table: LargeTable, columns: Columns, quiet: Rows) -> Meanings:
    units = {group.texts[0]: read_unit(group.texts[0]) for group in table.groups(columns.unit)}
    labels = zip(columns.features, quiet.dimensions.spelled(), strict=True)
    plain = PlainNumbers(
        value=columns.value,
        comment=columns.comment,
        unit=columns.unit,
        mark=quiet.mark.value,
        counts=_texts(units, Unit.COUNT),
        thousands=(*_texts(units, Unit.THOUSAND), *_texts(units, Unit.THOUSAND_EURO)),
        unknown=_texts(units, None),
    )
    return Meanings(
        measure=_meaning(
            columns.measure, {g.texts[0]: clean(g.texts[0]) or None for g in table.groups(columns.measure)}
        ),
        unit=_meaning(columns.unit, {raw: unit.value if unit else None for raw, unit in units.items()}),
        area=_areas(table, columns, quiet),
        period=_meaning(columns.period, {g.texts[0]: _period(g.texts[0]) for g in table.groups(columns.period)}),
        features=tuple((quiet.heads[at], _meaning(at, spelled)) for at, spelled in labels),
        plain=plain,
        values=tuple(_read_value(group, units, quiet) for group in table.to_be_read(plain)),
    )


def _meaning(at: int, means: Mapping[str, str | None]) -> Meaning:
    return Meaning((at,), tuple((raw,) for raw in means), tuple(means.values()))


def _texts(units: Mapping[str, Unit | None], wanted: Unit | None) -> tuple[str, ...]:
    return tuple(raw for raw, unit in units.items() if unit is wanted)


def _period(raw: str) -> str | None:
    period = read_period(raw)
    return None if period is None else period.key


def _areas(table: LargeTable, columns: Columns, quiet: Rows) -> Meaning:
    """The keys of the areas, met in file order, because the first description of an area is the one that holds."""
    asked = _area_columns(columns)
    groups = table.groups(*asked)
    keys = tuple(quiet.areas.read(_described(group, asked)) for group in groups)
    return Meaning(asked, tuple(group.texts for group in groups), keys)


def _described(group: Group, asked: Sequence[int]) -> Row:
    """A row of which only the cells that describe the area are filled in."""
    cells = dict(zip(asked, group.texts, strict=True))
    return Row(group.line, tuple(cells.get(at, "") for at in range(max(asked) + 1)))


def _read_value(group: Group, units: Mapping[str, Unit | None], quiet: Rows) -> ReadValue:
    raw, comment, unit = group.texts
    known = units[unit]
    if known is None:
        return ReadValue((raw, comment, unit), group.line, None, None, None, usable=False, told=True)
    scratch = Faults("")
    values = Values(VALUE, quiet.mark, scratch, by_hand=True)
    figure = values.read(raw, values.comment(comment if quiet.commented else ""), known, group.line)
    values.finish()
    number = figure.number if figure else None
    return ReadValue(
        texts=(raw, comment, unit),
        line=group.line,
        number=None if number is None else format(number, "f"),
        sign=figure.sign.value if figure and figure.sign else None,
        reason=figure.reason.value if figure and figure.reason else None,
        usable=figure is not None,
        told=bool(scratch),
        finality=_state(raw, comment if quiet.commented else ""),
    )


def _state(raw: str, remark: str) -> str | None:
    """How final the cell is; None where the file does not say so."""
    state = of_mark(raw.strip())
    state = of_remark(remark) if state is Finality.UNSTATED else state
    return None if state is Finality.UNSTATED else state.value


def _tell_totals(table: LargeTable, said: Meanings, again: _Again, faults: Faults) -> None:
    here = {key for key in said.area.means if key}
    wholes = {key: parts_of(key) for key in here & REGISTER.keys()}
    parts = [(part, whole) for whole, below in wholes.items() if below and here.issuperset(below) for part in below]
    if parts:
        tell_departing_areas(Counts(again.observations(table.departing_areas(parts))), faults)
    for number, labels in _with_total(table, said):
        total = next(filter(is_sum, labels))
        others = tuple(label for label in labels if not is_sum(label))
        compared, lines = table.departing_categories(number, total, others)
        feature = said.features[number][0]
        found = feature_totals(Counts(again.observations(lines)), feature, others)
        tell_departing_categories(found, feature, others, compared=compared, faults=faults)


def _with_total(table: LargeTable, said: Meanings) -> list[tuple[int, list[str]]]:
    """The features that have a label for their total and several others, in the order in which they come first."""
    found: list[tuple[int, str, int, list[str]]] = []
    for number, (head, meaning) in enumerate(said.features):
        if any(map(is_sum, filter(None, meaning.means))):
            categories = table.categories(number, Unit.COUNT.value)
            labels = [label for label, _ in categories]
            if len(labels) > 2 and any(map(is_sum, labels)):
                found.append((categories[0][1], head, number, labels))
    return [(number, labels) for _, _, number, labels in sorted(found)]


def _against_adding_up(table: LargeTable, said: Meanings) -> Iterator[TextRow]:
    units = [unit.value for unit in Unit if unit.additive]
    totals = [
        [label for label in dict.fromkeys(meaning.means) if label and is_total(label)] for _, meaning in said.features
    ]
    return table.against_adding_up(units, totals)
