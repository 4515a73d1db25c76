"""The areas of a table in table form: key, and where they stand name, level and parent."""

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.register import REGISTER, level_of, parent_of
from mehrklang.sources.table import Row, Table
from mehrklang.sources.tidy.columns import AREA, AREA_LEVEL, PARENT, Columns
from mehrklang.sources.tidy.keys import KeyColumn, is_shortened, key_column
from mehrklang.vocabulary import Area, AreaLevel

_LEVELS = {fold(level.value): level for level in AreaLevel}
_ASSUMED = AreaLevel.STATISTICAL_AREA


class Areas:
    """Reads the areas of one file; an official key needs no further column."""

    __slots__ = ("_columns", "_faults", "_keys", "_met", "_parents", "_seen")

    def __init__(self, table: Table, columns: Columns, faults: Faults) -> None:
        self._columns = columns
        self._faults = faults
        self._keys = _repaired(table, columns.area, AREA, faults)
        self._parents = KeyColumn(0)
        if columns.parent is not None:
            self._parents = _repaired(table, columns.parent, PARENT, faults)
        self._seen: dict[tuple[str, ...], str | None] = {}
        self._met: dict[str, Area] = {}

    def read(self, row: Row) -> str | None:
        """The key of the row's area; None, with an issue, if there is no usable key."""
        described = tuple(
            "" if at is None else row.cells[at]
            for at in (self._columns.area, self._columns.area_name, self._columns.area_level, self._columns.parent)
        )
        if described not in self._seen:
            self._seen[described] = self._meet(row, *described)
        key = self._seen[described]
        if key is None:
            self._tell_unusable(row, described[0], described[1])
        return key

    def found(self) -> tuple[Area, ...]:
        """Every area met and the official areas that they lie in, by key."""
        everything = dict(self._met)
        for area in self._met.values():
            above = area.parent
            while above is not None and above not in everything and above in REGISTER:
                everything[above] = REGISTER[above]
                above = REGISTER[above].parent
        return tuple(area for _, area in sorted(everything.items()))

    def _meet(self, row: Row, raw: str, name: str, level: str, parent: str) -> str | None:
        key = self._keys.read(raw)
        if not key or is_shortened(key):
            return None
        area = self._area(row, key, clean(name), level.strip(), self._parents.read(parent))
        first = self._met.setdefault(key, area)
        if first != area:
            told = " / ".join(
                f"{one.name}, {one.level.value}, {one.parent or 'ohne Obergebiet'}" for one in (first, area)
            )
            self._faults.add("L-GEBIET-10", line=row.line, column=AREA, schluessel=key, angaben=told)
        return key

    def _area(self, row: Row, key: str, name: str, level: str, parent: str) -> Area:
        official = REGISTER.get(key)
        return Area(
            key,
            name or (official.name if official else key),
            self._level(row, key, level),
            parent or parent_of(key),
            valid_until=official.valid_until if official else None,
        )

    def _level(self, row: Row, key: str, text: str) -> AreaLevel:
        known = _LEVELS.get(fold(text)) if text else level_of(key)
        if known is not None:
            return known
        if text:
            names = ", ".join(_LEVELS)
            self._faults.add("L-GEBIET-08", line=row.line, column=AREA_LEVEL, ebene=text, bekannt=names)
        else:
            self._faults.add("L-GEBIET-09", line=row.line, column=AREA, schluessel=key, ebene=_ASSUMED.value)
        return _ASSUMED

    def _tell_unusable(self, row: Row, raw: str, name: str) -> None:
        key = self._keys.read(raw)
        if is_shortened(key):
            self._faults.add("L-GEBIET-07", line=row.line, column=AREA, schluessel=key, stellen=len(key))
        else:
            self._faults.add("L-GEBIET-01", line=row.line, column=AREA, name=clean(name), schluessel=raw)


def _repaired(table: Table, at: int, column: str, faults: Faults) -> KeyColumn:
    keys = {row.cells[at] for row in table.rows}
    rule = key_column(keys)
    filled = sum(1 for key in keys if rule.read(key) != key.strip())
    if filled:
        faults.add("L-GEBIET-05", column=column, anzahl=filled, stellen=rule.length)
    return rule
