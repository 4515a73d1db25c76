"""Reads an atlas into observations: the indicator of each row, and each of its base values."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.sources.additive import check_additive
from mehrklang.sources.atlas.areas import area_of
from mehrklang.sources.atlas.columns import FORMS, Columns
from mehrklang.sources.atlas.formula import Bases, Formula, find_formula
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.layout import Content
from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.register import COUNTRY, REGISTER
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Table, make_table
from mehrklang.sources.text_file import read_text
from mehrklang.sources.values import Values, column_mark
from mehrklang.vocabulary import EVERYTHING, Area, Breakdown, Material, Observation, Period, SourceCell, Unit
from mehrklang.vocabulary.german import format_exact

_KIND = "atlas"
_MISSING = "NA"


def read_atlas(content: Content, material: Material, faults: Faults) -> Reading:
    """Indicators by their names, base values by "indicator: base value", all with the category (Ausprägung)."""
    sheet = read_text(content.text, FORMS[0].heads + FORMS[1].heads, faults)
    table = make_table(sheet, 0, faults) if sheet.rows else None
    columns = None if table is None else Columns.of(table)
    if table is None or columns is None:
        faults.add("L-DATEI-04", line=1, form="Indikatorenatlas", fehlend=", ".join(FORMS[-1].heads))
        return Reading(_KIND, issues=faults.issues())
    rows = _Rows(table, columns, content.unit, material, faults)
    observations = rows.observations()
    tell_duplicates(observations, material, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(_KIND, observations, faults.issues(), rows.found())


@dataclass(frozen=True, slots=True)
class _Place:
    """What a row stands for."""

    indicator: str
    area: str
    period: Period
    breakdown: Breakdown


class _Rows:
    """Everything that is needed to turn a row into observations."""

    __slots__ = (
        "_areas",
        "_columns",
        "_faults",
        "_formulas",
        "_given",
        "_marks",
        "_material",
        "_periods",
        "_table",
        "_values",
    )

    def __init__(self, table: Table, columns: Columns, given: Unit | None, material: Material, faults: Faults) -> None:
        self._table, self._columns, self._given = table, columns, given
        self._material, self._faults = material, faults
        self._areas: dict[str, Area] = {}
        self._periods = Periods(columns.form.year, faults)
        cells = (columns.value, *(base for base, _ in columns.bases))
        self._marks = {at: self._mark(at) for at in cells}
        self._values = {at: Values(table.heads[at], self._marks[at], faults) for at in cells}
        self._formulas = self._find_formulas()

    def observations(self) -> tuple[Observation, ...]:
        """All figures that are understood, row by row."""
        found = tuple(one for row in self._table.rows for one in self._observe(row))
        for values in self._values.values():
            values.finish()
        return found

    def found(self) -> tuple[Area, ...]:
        """Every area met and what the city lies in, by key."""
        above = (REGISTER[COUNTRY], REGISTER["09"]) if self._areas else ()
        return tuple(sorted((*above, *self._areas.values()), key=lambda area: area.key))

    def _mark(self, at: int) -> Mark:
        head = self._table.heads[at]
        mark = column_mark((row.cells[at] for row in self._table.rows), head, self._faults)
        return self._columns.form.mark if mark is Mark.OPEN else mark

    def _find_formulas(self) -> dict[tuple[str, str], Formula]:
        """The formula of each indicator and category; told where there is none."""
        series: dict[tuple[str, str], list[tuple[Decimal, Bases]]] = {}
        for row in self._table.rows:
            value = self._number(row, self._columns.value)
            rows = series.setdefault(self._series(row), [])
            if value is not None:
                rows.append((value, self._bases(row)))
        found = {}
        for key, rows in series.items():
            formula = find_formula(rows)
            if formula is not None:
                found[key] = formula
            elif rows:
                self._faults.add("L-ATLAS-01", indikator=": ".join(filter(None, key)))
        return found

    def _observe(self, row: Row) -> Iterator[Observation]:
        place = self._place(row)
        if place is None:
            return
        formula = self._formulas.get(self._series(row))
        self._check(row, formula)
        unit = formula.unit if formula else self._given or Unit.RATIO
        yield from self._figure(row, self._columns.value, place, place.indicator, unit)
        for base, name in self._columns.bases:
            title = clean(row.cells[name])
            if title not in ("", _MISSING):
                yield from self._figure(row, base, place, f"{place.indicator}: {title}", Unit.COUNT)

    def _place(self, row: Row) -> _Place | None:
        columns = self._columns
        number = "" if columns.number is None else row.cells[columns.number].strip()
        area = area_of(number, row.cells[columns.area])
        if area is None:
            name = clean(row.cells[columns.area])
            self._faults.add("L-GEBIET-01", line=row.line, name=name, schluessel=number)
        else:
            self._areas.setdefault(area.key, area)
        period = self._periods.read(row.cells[columns.year], row.line)
        indicator, category = self._series(row)
        if not indicator:
            self._faults.add("L-GROESSE-01", line=row.line, column=columns.form.indicator)
        if area is None or period is None or not indicator:
            return None
        breakdown = Breakdown.of({"Ausprägung": category}) if category not in ("", _MISSING) else EVERYTHING
        return _Place(indicator, area.key, period, breakdown)

    def _check(self, row: Row, formula: Formula | None) -> None:
        """Tell a value that its own base values do not give."""
        value, bases = self._number(row, self._columns.value), self._bases(row)
        if formula is None or value is None or formula.holds(value, bases) is not False:
            return
        computed = formula.compute(bases)
        assert computed is not None  # else holds() could not have said no
        self._faults.add(
            "L-ATLAS-02",
            line=row.line,
            column=self._columns.form.value,
            raw=row.cells[self._columns.value],
            indikator=self._series(row)[0],
            formel=formula.text,
            ergebnis=format_exact(computed),
        )

    def _figure(self, row: Row, at: int, place: _Place, measure: str, unit: Unit) -> Iterator[Observation]:
        raw = row.cells[at]
        figure = self._values[at].read("" if raw == _MISSING else raw, Comment.NONE, unit, row.line)
        if figure is not None:
            cell = SourceCell(self._table.file, row.line, self._table.heads[at], raw)
            yield Observation(measure, place.area, place.period, place.breakdown, unit, figure, self._material, cell)

    def _series(self, row: Row) -> tuple[str, str]:
        return clean(row.cells[self._columns.indicator]), clean(row.cells[self._columns.category])

    def _bases(self, row: Row) -> Bases:
        return tuple(self._number(row, base) for base, _ in self._columns.bases)

    def _number(self, row: Row, at: int) -> Decimal | None:
        return parse_number(row.cells[at].strip(), self._marks[at])
