"""The areas of Köln: 000 the city, 00n a Bezirk, nnn a Stadtteil of Bezirk n, all in one column."""

import re

from mehrklang.vocabulary import Area, AreaLevel

CITY = "05315000"
"""The official key (AGS) of Köln; the keys of its parts begin with it."""

_CODE = re.compile(r"\d{3}")


def area_of(code: str, name: str) -> Area | None:
    """The area of a `raum_id`; None if it has not three digits. Names are no keys: Rodenkirchen is both.

    >>> area_of("000", "Stadt Köln").key, area_of("002", "Rodenkirchen").key, area_of("208", "Rodenkirchen").parent
    ('05315000', '05315000-2', '05315000-2')
    """
    if _CODE.fullmatch(code) is None:
        return None
    if code == "000":
        return Area(CITY, name, AreaLevel.MUNICIPALITY, "05")
    if code.startswith("00"):
        return Area(f"{CITY}-{code[2]}", name, AreaLevel.BOROUGH, CITY)
    return Area(f"{CITY}-{code}", name, AreaLevel.QUARTER, f"{CITY}-{code[0]}")
