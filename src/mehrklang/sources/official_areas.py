"""Areas of tables that carry official keys: their levels by the length of the key, their parents within the table."""

import re

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.register import COUNTRY, REGISTER, level_of
from mehrklang.vocabulary import Area, AreaLevel

OFFICIAL = re.compile(r"DG|\d{2}|\d{3}|\d{5}|\d{8}|\d{12}", re.ASCII)
"""How official keys look; DG is Germany."""

_BERLIN = re.compile(r"110(\d\d)0\1")
_PREFIXES = (8, 5, 3, 2)


class OfficialAreas:
    """The areas of one file, each key read once.

    Names are kept as they stand beside their keys first; labels change between exports, keys do not. Hamburg and Berlin
    keep the key that the table gives them: 02 and 11, or 02000 and 11000.
    """

    __slots__ = ("_column", "_faults", "_names")

    def __init__(self, column: str, faults: Faults) -> None:
        self._column = column
        self._faults = faults
        self._names: dict[str, str] = {}

    def read(self, raw: str, name: str, line: int) -> str | None:
        """The key; None, with an issue, if the text is no official key."""
        code = raw.strip()
        if not OFFICIAL.fullmatch(code):
            self._faults.add("L-GEBIET-01", line=line, column=self._column, name=clean(name), schluessel=code)
            return None
        key = COUNTRY if code == "DG" else code
        self._names.setdefault(key, clean(name))
        return key

    def found(self) -> tuple[Area, ...]:
        """Every area met and those that the register knows above it, by key."""
        names = dict(self._names)
        for key in self._names:
            above = (key[:digits] for digits in _PREFIXES if digits < len(key))
            names |= {each: REGISTER[each].name for each in (*above, COUNTRY) if each in REGISTER and each not in names}
        return tuple(_area(key, name, names) for key, name in sorted(names.items()))


def _area(key: str, name: str, known: dict[str, str]) -> Area:
    prefixes = (key[:digits] for digits in _PREFIXES if digits < len(key))
    parent = next((prefix for prefix in prefixes if prefix in known), None if key == COUNTRY else COUNTRY)
    until = REGISTER[key].valid_until if key in REGISTER else None
    return Area(key, name or key, level_of_key(key), parent, valid_until=until)


def level_of_key(key: str) -> AreaLevel:
    """The level by the key; the districts of Berlin have keys of eight digits.

    >>> level_of_key("11012012"), level_of_key("05334002"), level_of_key("03153")
    (<AreaLevel.BOROUGH: 'bezirk'>, <AreaLevel.MUNICIPALITY: 'gemeinde'>, <AreaLevel.DISTRICT: 'kreis'>)
    """
    if _BERLIN.fullmatch(key):
        return AreaLevel.BOROUGH
    level = level_of(key)
    assert level is not None  # the key has the length of an official one
    return level
