"""Makes observations of a table that declares its dimensions."""

from collections import Counter

from mehrklang.sources.additive import check_additive
from mehrklang.sources.declared.areas import DeclaredAreas
from mehrklang.sources.declared.marks import MISSING, read_flags, read_state
from mehrklang.sources.declared.roles import Role
from mehrklang.sources.declared.table import DeclaredTable, Dimension, Entry
from mehrklang.sources.duplicates import tell_duplicates
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.layout import Content
from mehrklang.sources.periods import read_period
from mehrklang.sources.reading import Reading
from mehrklang.sources.units import read_unit
from mehrklang.sources.values import Values
from mehrklang.vocabulary import Area, Breakdown, Figure, Material, Observation, Period, Reason, SourceCell, Unit


def read_declared(table: DeclaredTable, content: Content, material: Material, faults: Faults) -> Reading:
    """One observation per entry. Unit and period that the table does not name are taken from `content`, else told."""
    rows = _Entries(table, content, material, faults)
    observations = tuple(one for entry in table.entries if (one := rows.observe(entry)) is not None)
    rows.finish()
    tell_duplicates(observations, material, faults)
    if material is Material.ADDITIVE:
        check_additive(observations, faults)
    return Reading(table.kind, observations, faults.issues(), rows.found(), table.notes)


class _Entries:
    """What each position of each dimension means, found out once."""

    __slots__ = (
        "_area_at", "_areas", "_categories", "_content", "_faults", "_keys", "_material", "_measures",
        "_periods", "_table", "_time_at", "_unit_at", "_units", "_values",
    )  # fmt: skip

    def __init__(self, table: DeclaredTable, content: Content, material: Material, faults: Faults) -> None:
        self._table, self._content, self._material, self._faults = table, content, material, faults
        self._area_at, self._time_at = table.find(Role.AREA), table.find(Role.TIME)
        self._unit_at, self._measures = table.find(Role.UNIT), table.find(Role.MEASURE)
        self._periods = self._read_periods()
        self._units = self._read_units()
        self._areas = None if self._area_at is None else DeclaredAreas(table.dimensions[self._area_at], faults)
        if self._area_at is None:
            faults.add("L-KUBUS-02", dimensionen=", ".join(one.label for one in table.dimensions))
        self._categories = _categories(table)
        self._values = Values("Wert", table.mark, faults)

    def observe(self, entry: Entry) -> Observation | None:
        """The observation of an entry, if area, period, unit and value are understood."""
        if self._areas is None or self._area_at is None:
            return None
        area = self._areas.read(self._table.dimensions[self._area_at], entry.at[self._area_at])
        period = self._periods[0 if self._time_at is None else entry.at[self._time_at]]
        unit = self._units[0 if self._unit_at is None else entry.at[self._unit_at]]
        figure = None if unit is None else self._figure(entry, unit)
        if period is None or unit is None or figure is None:
            return None
        cell = SourceCell(self._content.file, entry.line, entry.column, entry.raw)
        return Observation(
            self._measure(entry), area, period, self._breakdown(entry), unit, figure, self._material, cell,
            read_state(entry.flag),
        )  # fmt: skip

    def finish(self) -> None:
        """Tell what only the whole table shows."""
        self._values.finish()

    def found(self) -> tuple[Area, ...]:
        """Every area met, by key."""
        return () if self._areas is None else self._areas.found()

    def _figure(self, entry: Entry, unit: Unit) -> Figure | None:
        if entry.raw in MISSING or (not entry.raw and entry.flag in MISSING):
            return Figure.withheld(Reason.SOURCE_BLANK)
        comment = read_flags(entry.flag, entry.line, self._faults)
        return self._values.read(entry.raw, comment, unit, entry.line)

    def _measure(self, entry: Entry) -> str:
        if self._measures is None:
            return self._table.key
        return f"{self._table.key} {self._table.dimensions[self._measures].codes[entry.at[self._measures]]}"

    def _breakdown(self, entry: Entry) -> Breakdown:
        return Breakdown.of((name, labels[entry.at[at]]) for at, (name, labels) in self._categories.items())

    def _read_periods(self) -> tuple[Period | None, ...]:
        if self._time_at is None:
            if self._content.period is None:
                self._faults.add("L-ZEIT-02")
            return (self._content.period,)
        return tuple(map(self._period, *_pairs(self._table.dimensions[self._time_at])))

    def _period(self, code: str, label: str) -> Period | None:
        period = read_period(code) or read_period(label)
        if period is None:
            self._faults.add("L-ZEIT-01", raw=label or code)
        return period

    def _read_units(self) -> tuple[Unit | None, ...]:
        if self._content.unit is not None:
            size = 1 if self._unit_at is None else len(self._table.dimensions[self._unit_at].codes)
            return (self._content.unit,) * size
        if self._unit_at is None:
            return (self._unit(self._table.unit, self._table.unit),)
        return tuple(map(self._unit, *_pairs(self._table.dimensions[self._unit_at])))

    def _unit(self, code: str, label: str) -> Unit | None:
        unit = read_unit(code) or read_unit(label)
        if unit is None:
            self._faults.add("L-KUBUS-03", raw=label or code or "ohne Angabe")
        return unit


def _pairs(dimension: Dimension) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return dimension.codes, dimension.labels


def _categories(table: DeclaredTable) -> dict[int, tuple[str, tuple[str, ...]]]:
    """Of each feature its name and its labels; where two are written alike, key or code is added."""
    names = Counter(clean(one.label) for one in table.dimensions)
    found = {}
    for at, one in enumerate(table.dimensions):
        if one.role is Role.FEATURE or table.find(one.role) != at:
            name = clean(one.label)
            labels = Counter(map(clean, one.labels))
            found[at] = (
                name if names[name] == 1 else f"{name} ({one.key})",
                tuple(
                    text if labels[text := clean(label)] == 1 and text else f"{text} ({code})".strip()
                    for code, label in zip(one.codes, one.labels, strict=True)
                ),
            )
    return found
