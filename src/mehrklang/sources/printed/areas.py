"""The areas of a printed table: by official names and keys, whole or without the Land, alone or before the name."""

import re
from collections.abc import Iterable, Sequence

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold, words
from mehrklang.sources.official_areas import OfficialAreas
from mehrklang.sources.register import COUNTRY, REGISTER, key_of
from mehrklang.vocabulary import Area, AreaLevel

_LABEL = re.compile(r"(DG|[0-9]{1,6}|[0-9]{8}|[0-9]{12})\s+([^\W\d_].*)")
_SHORT = re.compile(r"^Stat\. ?(?=Region)")
_BETWEEN = re.compile(r" / | und | ")
_OFFICIAL = (2, 5, 8, 12)
_LANDS = {key: area.name for key, area in REGISTER.items() if area.level in (AreaLevel.STATE, AreaLevel.COUNTRY)}


def land_of(texts: Iterable[str]) -> str:
    """The one Land (or Germany) that the texts name; "" if they name none or several.

    >>> land_of(["Menschen in Niedersachsen 2024"]), land_of(["Bremen und Hamburg"]), land_of(["Sachsen-Anhalt"])
    ('03', '', '15')
    """
    text = fold(" ".join(texts))
    named = [key for key, name in _LANDS.items() if re.search(rf"(?<![\w-]){re.escape(fold(name))}(?![\w-])", text)]
    states = [key for key in named if key != COUNTRY] or named
    return states[0] if len(states) == 1 else ""


def names_areas(cells: Sequence[str], land: str) -> bool:
    """Whether most different cells of a column are areas."""
    different = set(cells)
    return 2 * sum(1 for cell in different if resolve(cell, "", land)) > len(different)


def resolve(label: str, key: str, land: str) -> str:
    """The area of a row by its label and the key beside it; "" if it cannot be found.

    A key of the register counts before the name, unless the register gives both to different areas: then the name
    stands beside the value and counts. Three digits belong to the Land of the table.

    >>> resolve("153     Goslar", "", "03"), resolve("Goslar", "153", "03"), resolve("Osnabrück, Stadt", "", "")
    ('03153', '03153', '03404')
    >>> resolve("Göttingen", "152", "03"), resolve("Goslar", "101", "03"), resolve("Europa", "1", "03")
    ('03152', '03153', '')
    """
    prefixed = _LABEL.fullmatch(label)
    digits, name = (prefixed[1], prefixed[2]) if prefixed else (key, label)
    by_name, by_key = _by_name(name), _by_key(digits, land)
    if by_key in REGISTER and (not by_name or by_name == by_key or _former(by_key, name)):
        return by_key if prefixed or not name or by_name or digits.startswith(land) else ""
    return by_name or (by_key if prefixed or len(digits) in _OFFICIAL[1:] else "")


def _by_name(name: str) -> str:
    """The key of an official name, or of two Kreise that a sample survey joins ("03354360": 03354 with 03360).

    >>> _by_name("Stat. Region Hannover"), _by_name("Uelzen Lüchow-Dannenberg"), _by_name("Emden, Stadt / Leer")
    ('032', '03354360', '03402457')
    """
    whole = key_of(_SHORT.sub("Statistische ", name))
    if whole is not None:
        return whole
    parted = ((name[: gap.start()], name[gap.end() :]) for gap in _BETWEEN.finditer(name))
    pairs = (sorted(filter(None, map(key_of, pair))) for pair in parted)
    return next((a + b[2:] for pair in pairs if len(pair) == 2 for a, b in [pair] if len(a) == len(b) == 5), "")


def _by_key(digits: str, land: str) -> str:
    if digits == "DG":
        return COUNTRY
    if len(digits) in (3, 6) and land and land != COUNTRY:
        return land + digits
    return digits if len(digits) in _OFFICIAL else ""


def _former(key: str, name: str) -> bool:
    """Whether the key is that of the area's territory before a merger."""
    return REGISTER[key].valid_until is not None and words(name) <= words(REGISTER[key].name)


class PrintedAreas:
    """The areas of one sheet. `land` is the Land that its titles name ("" for none)."""

    __slots__ = ("_faults", "_groups", "_known", "_official", "land")

    def __init__(self, land: str, faults: Faults) -> None:
        self.land = land
        self._faults = faults
        self._official = OfficialAreas("Gebiet", faults)
        self._groups: dict[str, Area] = {}
        self._known: dict[tuple[str, str], str] = {}

    def read(self, label: str, key: str, line: int) -> str | None:
        """The key of a row's area; None, with an issue, if it cannot be found."""
        if (label, key) not in self._known:
            self._known[label, key] = resolve(label, key, self.land)
        found = self._known[label, key]
        if not found:
            self._faults.add("L-GEBIET-01", line=line, name=label, schluessel=key)
            return None
        return self._met(found, label)

    def whole(self) -> str | None:
        """The area of the titles, for tables without a column of areas; told."""
        if not self.land:
            self._faults.add("L-BLATT-02")
            return None
        self._faults.add("L-GEBIET-06", gebiet=REGISTER[self.land].name)
        return self._met(self.land, "")

    def found(self) -> tuple[Area, ...]:
        """Every area met and those that the register knows above it."""
        return (*self._official.found(), *self._groups.values())

    def _met(self, key: str, label: str) -> str | None:
        prefixed = _LABEL.fullmatch(label)
        name = REGISTER[key].name if key in REGISTER else clean(prefixed[2] if prefixed else label)
        if _is_group(key):
            self._official.read(key[:2], REGISTER[key[:2]].name, 0)
            self._groups[key] = Area(key, name, AreaLevel.DISTRICT_GROUP, REGISTER[key[:5]].parent)
            return key
        return self._official.read("DG" if key == COUNTRY else key, name, 0)


def _is_group(key: str) -> bool:
    return key not in REGISTER and len(key) == 8 and {key[:5], key[:2] + key[5:]} <= REGISTER.keys()
