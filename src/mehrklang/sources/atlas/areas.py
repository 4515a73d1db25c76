"""The areas of the atlas: the city, its 25 Stadtbezirke, and what cannot be assigned to one of them."""

import re

from mehrklang.sources.labels import clean
from mehrklang.vocabulary import Area, AreaLevel

CITY = "09162000"
"""The official key (AGS) of München; the keys of its parts begin with it."""

_WHOLE = frozenset({"#100", "100"})
_NUMBER = re.compile(r"\d{1,2}", re.ASCII)
_NUMBERED = re.compile(r"(\d{2})\s+(.+)", re.ASCII)
_UNASSIGNED = "99"


def area_of(number: str, name: str) -> Area | None:
    """The area of a row; None if it is not understood. "#100" is the city, "1" to "25" lost their zeros on purpose.

    The form of 2025 has no numbers of its own: the name begins with them, the city is "Stadt München".

    >>> area_of("7", "Sendling - Westpark").key, area_of("#100", "Stadt München").key
    ('09162000-07', '09162000')
    >>> area_of("", "11 Milbertshofen -  Am Hart").name, area_of("99", "nicht zuzuordnen").level.value
    ('Milbertshofen - Am Hart', 'nicht-zuzuordnen')
    """
    label = clean(name)
    if number in _WHOLE or (not number and label == "Stadt München"):
        return Area(CITY, "München", AreaLevel.MUNICIPALITY, "09")
    numbered = _NUMBERED.fullmatch(label) if not number else None
    digits, title = (numbered[1], numbered[2]) if numbered else (number, label)
    if _NUMBER.fullmatch(digits) is None:
        return None
    level = AreaLevel.UNASSIGNED if digits == _UNASSIGNED else AreaLevel.BOROUGH
    return Area(f"{CITY}-{digits:>02}", title, level, CITY)
