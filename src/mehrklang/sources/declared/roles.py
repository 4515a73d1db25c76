"""Which dimension is area, time, unit or measure: as declared, else by its name, else by its codes."""

from collections.abc import Sequence
from enum import Enum

from mehrklang.sources.labels import fold
from mehrklang.sources.periods import read_period


class Role(Enum):
    """What a dimension says."""

    AREA = "geo"
    TIME = "time"
    UNIT = "unit"
    MEASURE = "metric"
    FEATURE = "feature"


_NAMES = {
    Role.AREA: ("geo", "ref_area", "region", "gebiet", "gebietseinheit", "raum", "raumeinheit", "regionen", "area"),
    Role.TIME: ("time", "time_period", "zeit", "zeitraum", "jahr", "jahre", "year", "tid", "stichtag"),
    Role.UNIT: ("unit", "unit_measure", "einheit", "masseinheit"),
    Role.MEASURE: ("contents", "contentscode", "messgroesse", "indicator", "indikator"),
}
_BY_NAME = {name: role for role, names in _NAMES.items() for name in names}


def role_of(*names: str, codes: Sequence[str], declared: str = "") -> Role:
    """The role of a dimension; `names` are its key and its label.

    >>> role_of("geo", codes=("DE",)), role_of("DIM_3", codes=("2014-01", "2014-02")), role_of("sex", codes=("F", "M"))
    (<Role.AREA: 'geo'>, <Role.TIME: 'time'>, <Role.FEATURE: 'feature'>)
    """
    if declared in {role.value for role in Role}:
        return Role(declared)
    named = next((_BY_NAME[name] for name in map(fold, names) if name in _BY_NAME), None)
    if named is not None:
        return named
    return Role.TIME if codes and all(read_period(code) for code in codes) else Role.FEATURE
