"""The official areas that readers know: names to keys, levels, parents, mergers. The data stand in `areas.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from types import MappingProxyType

from mehrklang.sources.labels import words
from mehrklang.vocabulary import Area, AreaLevel

_LEVELS = {
    2: AreaLevel.STATE,
    3: AreaLevel.REGION,
    5: AreaLevel.DISTRICT,
    8: AreaLevel.MUNICIPALITY,
    12: AreaLevel.MUNICIPALITY,
}

COUNTRY = "00"


@dataclass(frozen=True, slots=True)
class Merger:
    """Areas `old` were merged into `new` on the day `since`."""

    new: str
    old: tuple[str, ...]
    since: date


def level_of(key: str) -> AreaLevel | None:
    """The level that an official key says by its length; None for keys that are not official.

    >>> level_of("03153"), level_of("00"), level_of("koeln:101") is None
    (<AreaLevel.DISTRICT: 'kreis'>, <AreaLevel.COUNTRY: 'bund'>, True)
    """
    if key in REGISTER:
        return REGISTER[key].level
    return _level_by_length(key)


def parent_of(key: str) -> str | None:
    """The area that an official key lies in: the nearest one that the register knows.

    >>> parent_of("03153"), parent_of("031"), parent_of("05315000"), parent_of("00") is None
    ('031', '03', '05', True)
    """
    if not key.isdigit() or key == COUNTRY:
        return None
    shorter = (key[:digits] for digits in (5, 3, 2) if digits < len(key))
    return next((parent for parent in shorter if parent in REGISTER), COUNTRY)


def key_of(name: str) -> str | None:
    """The key of an official name; None if the register does not know it.

    >>> key_of("Hannover  Region"), key_of("Osnabrück, Stadt"), key_of("Osnabrück"), key_of("Atlantis") is None
    ('03241', '03404', '03459', True)
    """
    return _NAMES.get(words(name))


def parts_of(key: str) -> tuple[str, ...]:
    """The areas of the next lower level that make up an area today, as far as the register holds all of them.

    >>> parts_of("03"), parts_of("03241"), parts_of("00"), parts_of("05")
    (('031', '032', '033', '034'), ('03241001', '03241999'), (), ())
    """
    return _PARTS.get(key, ())


def _level_by_length(key: str) -> AreaLevel | None:
    if key == COUNTRY:
        return AreaLevel.COUNTRY
    return _LEVELS.get(len(key)) if key.isdigit() and key.isascii() else None


def _areas(names: Mapping[str, str], parts: frozenset[str], mergers: tuple[Merger, ...]) -> dict[str, Area]:
    last_days = {old: merger.since - timedelta(days=1) for merger in mergers for old in merger.old}
    areas = {}
    for key, name in names.items():
        level = AreaLevel.DISTRICT_PART if key in parts else _level_by_length(key)
        assert level is not None  # a test reads every key of the register
        parent = next((key[:n] for n in (5, 3, 2) if n < len(key) and key[:n] in names), COUNTRY)
        areas[key] = Area(key, name, level, None if key == COUNTRY else parent, valid_until=last_days.get(key))
    return areas


_DATA = tomllib.loads(files(__package__).joinpath("areas.toml").read_text(encoding="utf-8"))

MERGERS = tuple(Merger(entry["neu"], tuple(entry["alt"]), entry["ab"]) for entry in _DATA["zusammenlegungen"])
"""The mergers that readers watch for."""

REGISTER: Mapping[str, Area] = MappingProxyType(
    _areas(_DATA["namen"], frozenset(_DATA["kreisteile"]["schluessel"]), MERGERS)
)
"""The official areas by key."""

_NAMES = {words(name): key for key, name in _DATA["namen"].items()} | {
    words(name): key for key, names in _DATA["weitere_namen"].items() for name in names
}

_PARTS = {
    whole: tuple(key for key, area in REGISTER.items() if area.parent == whole and area.valid_until is None)
    for whole in {area.parent for area in REGISTER.values()}
    if whole not in (COUNTRY, None)
}
