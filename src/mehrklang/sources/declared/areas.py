"""The areas of tables of other countries' and Europe's statistics: official keys, NUTS codes, and any other code."""

import re

from mehrklang.sources.declared.table import Dimension
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean
from mehrklang.sources.official_areas import OFFICIAL, OfficialAreas
from mehrklang.sources.register import COUNTRY
from mehrklang.vocabulary import Area, AreaLevel

_NUTS = re.compile(r"(?!EU|EA|EFTA)[A-Z]{2}[A-Z0-9]{0,3}", re.ASCII)
_LEVELS = {2: AreaLevel.COUNTRY, 3: AreaLevel.STATE, 4: AreaLevel.REGION, 5: AreaLevel.DISTRICT}
_ASSUMED = AreaLevel.STATISTICAL_AREA


class DeclaredAreas:
    """The areas of one dimension.

    Official German keys stay what they are, DE is Germany ("00"); all other codes get the prefix of their dimension
    ("geo:AT"). NUTS codes tell their level by their length; of other codes the level is assumed, and told.
    """

    __slots__ = ("_areas", "_official", "_tell")

    def __init__(self, dimension: Dimension, faults: Faults) -> None:
        self._official = OfficialAreas(dimension.label, faults)
        self._areas: dict[str, Area] = {}
        self._tell = faults

    def read(self, dimension: Dimension, at: int) -> str:
        """The key of the area at a position of the dimension."""
        code, name = dimension.codes[at], clean(dimension.labels[at])
        if code == "DE" or OFFICIAL.fullmatch(code):
            return self._official.read("DG" if code == "DE" else code, name, 0) or code
        key = f"{dimension.key.lower()}:{code}"
        if key not in self._areas:
            self._areas[key] = self._area(key, code, name)
        return key

    def found(self) -> tuple[Area, ...]:
        """Every area met, by key."""
        return tuple(sorted((*self._official.found(), *self._areas.values()), key=lambda area: area.key))

    def _area(self, key: str, code: str, name: str) -> Area:
        if _NUTS.fullmatch(code):
            return Area(key, name or code, _LEVELS[len(code)], COUNTRY if code.startswith("DE") else None)
        self._tell.add("L-GEBIET-09", schluessel=code, ebene=_ASSUMED.value)
        return Area(key, name or code, _ASSUMED)
