"""Which area a row belongs to: by its GeoCode, checked against and, where it fails, resolved by its name."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.sources.faults import Faults, list_lines
from mehrklang.sources.labels import clean, words
from mehrklang.sources.opensdg.columns import CODE, Columns, cell
from mehrklang.sources.opensdg.geocodes import (
    GeoCode,
    geocode_level,
    geocode_parent,
    is_country_of_the_world,
    read_geocode,
)
from mehrklang.sources.opensdg.profile import LAND
from mehrklang.sources.register import REGISTER, key_of
from mehrklang.sources.table import Row, Table
from mehrklang.vocabulary import Area

_CONTRADICTION = "L-GEBIET-02"
_FEW = 3


@dataclass(frozen=True, slots=True)
class _Decision:
    """The area of one pair of code and name ("" where there is none), and the fault to tell ("" for none)."""

    key: str
    fault: str = ""


class Areas:
    """The areas of one file.

    A code that the official register gives to another area than the row's name is not believed: the name stands beside
    the value, a column of codes slips. Every such decision is told.
    """

    __slots__ = ("_columns", "_faults", "_in_file", "_known", "_met", "_slipped")

    def __init__(self, table: Table, columns: Columns, faults: Faults) -> None:
        self._columns = columns
        self._faults = faults
        self._in_file = _codes_by_name(table, columns)
        self._known: dict[tuple[str, str], _Decision] = {}
        self._met: dict[str, Area] = {}
        self._slipped: dict[tuple[str, str], list[int]] = {}

    def read(self, row: Row) -> str | None:
        """The key of the row's area; None, with an issue, if it cannot be found."""
        raw, name = cell(row, self._columns.code), cell(row, self._columns.area)
        decision = self._known.get((raw, name))
        if decision is None:
            decision = self._known[raw, name] = self._decide(raw, name)
            self._meet(decision.key, raw, name)
        if decision.fault == _CONTRADICTION:
            self._slipped.setdefault((raw, name), []).append(row.line)
        elif decision.fault:
            self._tell(decision, raw, name, row.line)
        return decision.key or None

    def finish(self) -> None:
        """Tell the contradictions between code and name: a few one by one, many as what they are, a slipped column."""
        if len(self._slipped) > _FEW:
            (raw, name), lines = next(iter(self._slipped.items()))
            self._faults.add(
                "L-GEBIET-12",
                line=lines[0],
                column=CODE,
                anzahl=sum(map(len, self._slipped.values())),
                gebiete=len(self._slipped),
                schluessel=raw,
                name=clean(name),
                zeilen=list_lines(sorted(line for lines in self._slipped.values() for line in lines)),
            )
            return
        for (raw, name), lines in self._slipped.items():
            for line in lines:
                self._tell(self._known[raw, name], raw, name, line)

    def found(self) -> tuple[Area, ...]:
        """Every area met, with the areas that they lie in, by key."""
        everything = dict(self._met)
        for area in self._met.values():
            everything |= {parent.key: everything.get(parent.key, parent) for parent in _ancestors(area)}
        return tuple(area for _, area in sorted(everything.items()))

    def add(self, key: str) -> None:
        """An official area that was found by other means than its row."""
        self._met[key] = REGISTER[key]

    def _tell(self, decision: _Decision, raw: str, name: str, line: int) -> None:
        self._faults.add(decision.fault, line=line, column=CODE, name=clean(name), schluessel=raw, gebiet=decision.key)

    def _decide(self, raw: str, name: str) -> _Decision:
        code = read_geocode(raw)
        if self._columns.area is None and (code is None or is_country_of_the_world(raw)):
            return _Decision(LAND)
        official = key_of(name)
        if code is None:
            return self._by_name(raw, name, official)
        if official and code.system != "RA" and official != code.key:
            return _Decision(official, _CONTRADICTION)
        return _Decision(code.key)

    def _by_name(self, raw: str, name: str, official: str | None) -> _Decision:
        codes = self._in_file.get(words(name), frozenset())
        key = official or (next(iter(codes)).key if len(codes) == 1 else None)
        if key is None:
            return _Decision("", "L-GEBIET-01")
        if self._columns.code is None:
            return _Decision(key)
        if not raw.strip():
            return _Decision(key, "L-GEBIET-03")
        return _Decision(key, "L-GEBIET-04" if raw.strip().startswith("#") else _CONTRADICTION)

    def _meet(self, key: str, raw: str, name: str) -> None:
        if key in REGISTER:
            self._met[key] = REGISTER[key]
        elif key and key not in self._met:
            code = read_geocode(raw) or next(iter(self._in_file[words(name)]))
            self._met[key] = _area(code, clean(name))


def _area(code: GeoCode, name: str) -> Area:
    level = geocode_level(code)
    assert level is not None  # read_geocode lets only lengths pass that have a level
    return Area(code.key, name or code.key, level, geocode_parent(code, LAND))


def _ancestors(area: Area) -> Iterator[Area]:
    above = area.parent
    while above is not None and above in REGISTER:
        yield REGISTER[above]
        above = REGISTER[above].parent


def _codes_by_name(table: Table, columns: Columns) -> dict[frozenset[str], frozenset[GeoCode]]:
    """For each name of the file the codes that stand beside it."""
    if columns.area is None or columns.code is None:
        return {}
    codes: dict[frozenset[str], set[GeoCode]] = {}
    for raw, name in {(cell(row, columns.code), cell(row, columns.area)) for row in table.rows}:
        code = read_geocode(raw)
        if code is not None:
            codes.setdefault(words(name), set()).add(code)
    return {name: frozenset(found) for name, found in codes.items()}
