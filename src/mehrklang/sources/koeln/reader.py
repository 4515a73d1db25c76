"""Reads the long table of the Stadt Köln into observations."""

from dataclasses import dataclass
from typing import Self

from mehrklang.sources.additive import check_additive
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.koeln.areas import area_of
from mehrklang.sources.koeln.measures import Meaning, meaning_of
from mehrklang.sources.labels import clean
from mehrklang.sources.numbers import Mark
from mehrklang.sources.periods import Periods
from mehrklang.sources.reading import Reading
from mehrklang.sources.register import COUNTRY, REGISTER
from mehrklang.sources.signs import Comment
from mehrklang.sources.table import Row, Table
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Area, Material, Observation, SourceCell, Unit

HEADS = ("tab_id", "jahr", "raum_id", "raum", "zei_id", "zeile", "zahl")
_VALUE = "zahl"


def read_koeln(table: Table, material: Material, faults: Faults) -> Reading:
    """One observation per row, all counts.

    Measures: see `koeln.measures.meaning_of`. Areas: "05315000" the city, "05315000-1" a Bezirk, "05315000-101" a
    Stadtteil. City, Bezirke and Stadtteile stand side by side: never sum over levels.
    """
    rows = _Rows(table, material, faults)
    observations = rows.observations(table)
    tell_duplicates(observations, material, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading("koeln", observations, faults.issues(), rows.found())


@dataclass(frozen=True, slots=True)
class _Columns:
    """Positions."""

    table: int
    year: int
    area_code: int
    area_name: int
    row: int
    label: int
    value: int

    @classmethod
    def of(cls, table: Table) -> Self:
        found = [at for head in HEADS if (at := table.column(head)) is not None]
        return cls(*found)  # the form is recognised by these very heads


class _Rows:
    """Everything that is needed to turn a row into an observation."""

    __slots__ = ("_areas", "_columns", "_faults", "_material", "_meanings", "_periods", "_values")

    def __init__(self, table: Table, material: Material, faults: Faults) -> None:
        self._columns = _Columns.of(table)
        self._material = material
        self._faults = faults
        self._areas: dict[str, Area | None] = {}
        self._meanings: dict[tuple[str, str], Meaning] = {}
        self._periods = Periods("jahr", faults)
        self._values = Values(_VALUE, Mark.POINT, faults)

    def observations(self, table: Table) -> tuple[Observation, ...]:
        """The observations of all rows that are understood, in file order."""
        found = tuple(one for row in table.rows if (one := self._observe(row, table)) is not None)
        self._values.finish()
        return found

    def found(self) -> tuple[Area, ...]:
        """Every area met and what they lie in, by key."""
        met = [area for area in self._areas.values() if area is not None]
        above = [REGISTER[COUNTRY], REGISTER["05"]] if met else []
        return tuple(sorted(above + met, key=lambda area: area.key))

    def _observe(self, row: Row, table: Table) -> Observation | None:
        raw = row.cells[self._columns.value]
        area = self._area(row)
        period = self._periods.read(row.cells[self._columns.year], row.line)
        figure = self._values.read(raw, Comment.NONE, Unit.COUNT, row.line)
        if area is None or period is None or figure is None:
            return None
        meaning = self._meaning(row)
        return Observation(
            measure=meaning.measure,
            area=area.key,
            period=period,
            breakdown=meaning.breakdown,
            unit=Unit.COUNT,
            figure=figure,
            material=self._material,
            cell=SourceCell(table.file, row.line, _VALUE, raw, table.sheet),
        )

    def _area(self, row: Row) -> Area | None:
        code, name = row.cells[self._columns.area_code], clean(row.cells[self._columns.area_name])
        if code not in self._areas:
            self._areas[code] = area_of(code, name)
        area = self._areas[code]
        if area is None:
            self._faults.add("L-GEBIET-01", line=row.line, column="raum_id", name=name, schluessel=code)
        return area

    def _meaning(self, row: Row) -> Meaning:
        key = row.cells[self._columns.table], row.cells[self._columns.row]
        if key not in self._meanings:
            self._meanings[key] = meaning_of(*key, clean(row.cells[self._columns.label]))
        return self._meanings[key]
