"""Area keys and names of a delivery against the official register."""

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.told import Told
from mehrklang.sources import Reading
from mehrklang.sources.register import REGISTER, key_of, level_of
from mehrklang.vocabulary import Area, AreaLevel, Issue, Observation

_DISTRICT = 5


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-GEBIET-01 a name that the register gives to another key; P-GEBIET-02 a Kreis that the register does not know.

    Forms with a column of codes are checked while they are read (L-GEBIET-02, L-GEBIET-12); this is for all others.
    Kreise are known only of those Länder of which the register holds any.
    """
    told = Told()
    for reading in batch.readings:
        for area in reading.areas:
            if area.level is AreaLevel.DISTRICT and area.key != area.name:
                _tell(told, area, reading)
    return told.issues()


def _tell(told: Told, area: Area, reading: Reading) -> None:
    official = key_of(area.name)
    if official and official != area.key and level_of(official) is area.level:
        told.add("P-GEBIET-01", _first(area, reading), schluessel=area.key, name=area.name, richtig=official)
    elif area.key not in REGISTER and _land_is_known(area.key):
        told.add("P-GEBIET-02", _first(area, reading), schluessel=area.key, name=area.name)


def _first(area: Area, reading: Reading) -> Observation | None:
    return next((one for one in reading.observations if one.area == area.key), None)


def _land_is_known(key: str) -> bool:
    return (
        key.isdigit()
        and len(key) == _DISTRICT
        and any(len(other) == _DISTRICT and other[:2] == key[:2] for other in REGISTER)
    )
