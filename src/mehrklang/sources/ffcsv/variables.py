"""Area and breakdown of a row, by keys. A total names no feature: its key is empty, or INSGESAMT."""

from mehrklang.sources.faults import Faults
from mehrklang.sources.ffcsv.columns import Variable
from mehrklang.sources.labels import clean
from mehrklang.sources.official_areas import OFFICIAL, OfficialAreas
from mehrklang.sources.register import COUNTRY, REGISTER
from mehrklang.sources.table import Row, Table
from mehrklang.vocabulary import Area, Breakdown

_TOTALS = ("", "INSGESAMT")
_AREA_FEATURES = ("DINSG", "DLAND", "REGBEZ", "KREISE", "GEMEIN")
_AREA_COLUMN = "Gebietsschlüssel"


class Variables:
    """The features of one file.

    The area is the feature whose keys are all official ones, of several the one that is known as such. Labels are those
    that stand beside a key first: labels change, keys do not. A file without an area is for Germany; told.
    """

    __slots__ = ("_area", "_areas", "_breakdowns", "_features", "_labels")

    def __init__(self, table: Table, variables: tuple[Variable, ...], faults: Faults) -> None:
        self._area = _area_of(table, variables)
        self._features = tuple(one for one in variables if one is not self._area)
        self._areas = OfficialAreas(_AREA_COLUMN, faults)
        self._labels: dict[str, str] = {}
        self._breakdowns: dict[tuple[str, ...], Breakdown] = {}
        if self._area is None:
            faults.add("L-GEBIET-06", gebiet=REGISTER[COUNTRY].name)

    def area(self, row: Row) -> str | None:
        """The key of the row's area; None, with an issue, if it has none."""
        if self._area is None:
            return self._areas.read(COUNTRY, REGISTER[COUNTRY].name, row.line)
        return self._areas.read(row.cells[self._area.attribute_code], row.cells[self._area.attribute_label], row.line)

    def areas(self) -> tuple[Area, ...]:
        """Every area met."""
        return self._areas.found()

    def breakdown(self, row: Row) -> Breakdown:
        """The categories of the row, without those that are totals."""
        keys = tuple(
            row.cells[at].strip() for feature in self._features for at in (feature.code, feature.attribute_code)
        )
        if keys not in self._breakdowns:
            self._breakdowns[keys] = Breakdown.of(
                (self._label(row, feature.code, feature.label), self._category(row, feature))
                for feature in self._features
                if row.cells[feature.attribute_code].strip() not in _TOTALS
            )
        return self._breakdowns[keys]

    def _category(self, row: Row, feature: Variable) -> str:
        return self._label(row, feature.attribute_code, feature.attribute_label)

    def _label(self, row: Row, code: int, label: int) -> str:
        key = row.cells[code].strip()
        return self._labels.setdefault(key, clean(row.cells[label]) or key)


def _area_of(table: Table, variables: tuple[Variable, ...]) -> Variable | None:
    found = [one for one in variables if _is_area(table, one)]
    known = (one for one in found if table.rows[0].cells[one.code].strip() in _AREA_FEATURES)
    return next(known, found[0] if found else None)


def _is_area(table: Table, variable: Variable) -> bool:
    keys = {row.cells[variable.attribute_code].strip() for row in table.rows} - {""}
    return bool(keys) and all(map(OFFICIAL.fullmatch, keys))
