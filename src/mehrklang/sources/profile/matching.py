"""Finds the columns of a profile in a file: by equal heads wherever they stand, else by the one head that is near."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from types import MappingProxyType

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.profile.definition import IN_HEAD, Profile
from mehrklang.sources.table import Sheet

_NEAR = 0.82
_CLEARLY = 0.06
_HEAD_WITHIN = 40


def head_row(sheet: Sheet, profile: Profile) -> int:
    """The position of the row that holds the most of the profile's heads, near ones counted half."""

    def found(at: int) -> float:
        cells = {_plain(cell) for cell in sheet.rows[at].cells}
        return sum(1.0 if _plain(head) in cells else 0.5 * bool(_near(head, cells)) for head in profile.heads)

    return max(range(min(len(sheet.rows), _HEAD_WITHIN)), key=found)


def match_columns(profile: Profile, heads: Sequence[str], line: int, faults: Faults) -> Mapping[str, int]:
    """The position of each head of the profile, as far as it is found; everything that is not equal is told.

    A near head counts if no other is as near, if it is not itself one of the profile's, and if it has the same digits:
    "Frauen 2023" is not "Frauen 2024", unless the profile reads the period from the head.
    """
    plain = [_plain(head) for head in heads]
    found = {name: plain.index(_plain(name)) for name in profile.heads if _plain(name) in plain}
    free = {plain[at]: at for at in range(len(plain)) if plain[at] and at not in found.values()}
    for name in profile.heads:
        if name not in found:
            near = _near(name, free, any_digits=_moves(profile, name))
            if len(near) == 1:
                found[name] = free.pop(near[0])
                faults.add("L-PROFIL-02", line=line, column=heads[found[name]], name=name)
            elif near:
                among = ", ".join(f"„{heads[free[one]]}“" for one in near)
                faults.add("L-PROFIL-03", line=line, name=name, auswahl=among)
            else:
                faults.add("L-SPALTE-01", line=line, column=name, name=name)
    return MappingProxyType(found)


def _moves(profile: Profile, name: str) -> bool:
    return any(one.column == name and one.period == IN_HEAD for one in profile.values)


def _plain(head: str) -> str:
    return fold(clean(head))


def _near(name: str, heads: "Mapping[str, int] | set[str]", *, any_digits: bool = False) -> list[str]:
    """The heads near to a name: the nearest one, and all that are nearly as near."""
    wanted = _plain(name)
    ratios = {
        head: SequenceMatcher(None, wanted, head, autojunk=False).ratio()
        for head in heads
        if head and (any_digits or re.findall(r"\d+", head) == re.findall(r"\d+", wanted))
    }
    best = max(ratios.values(), default=0.0)
    return [head for head, ratio in ratios.items() if ratio >= max(_NEAR, best - _CLEARLY)]
