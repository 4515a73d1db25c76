"""What is known about single tables: their unit, their own unit labels, and whether they are for the whole Land."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath

from mehrklang.vocabulary import Unit

_NUMBER = re.compile(r"\d+-\d+-\d+")
_DATA = tomllib.loads(files(__package__).joinpath("tables.toml").read_text(encoding="utf-8"))

LAND: str = _DATA["land"]
"""The area of tables that name none."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The knowledge about one table: `unit` where the file has no column for it, `units` for its own labels."""

    measure: str
    unit: Unit | None
    units: Mapping[str, Unit]
    is_for_land: bool


def profile_of(file: str) -> Profile:
    """The profile of a file, by the table number in its name (the only thing that the content does not tell).

    >>> profile_of("indicator_6-2-1.csv").measure, profile_of("indicator_1-1-1.csv").unit, profile_of("neu.csv").measure
    ('6-2-1', <Unit.COUNT: 'anzahl'>, 'neu')
    """
    stem = PurePath(file).stem
    number = _NUMBER.search(stem)
    measure = number.group() if number else stem
    unit = _DATA["einheit"].get(measure)
    own = {label: Unit(key) for label, key in _DATA["einheiten"].get(measure, {}).items()}
    return Profile(measure, Unit(unit) if unit else None, own, measure in _DATA["ohne_gebiet"])
