"""Which measure and category a row of a table is. Rows that overlap must never be categories of one measure."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from mehrklang.vocabulary import EVERYTHING, Breakdown

_DATA = tomllib.loads(files(__package__).joinpath("tables.toml").read_text(encoding="utf-8"))
_GROUPS = {(group["tab_id"], row): group for group in _DATA["gruppe"] for row in group["zeilen"]}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a row counts: a measure and the category of it."""

    measure: str
    breakdown: Breakdown


def meaning_of(table: str, row: str, label: str) -> Meaning:
    """The measure and category of a row.

    Tables of one feature keep their number as measure; rows of a hierarchy become measures of their own, because added
    up they would count persons twice. Keys: "005" inhabitants; "010" with Geschlecht, "020" with Altersgruppe, "040"
    Familienstand, "050" Wohnstatus, "060" Konfession; "030-10" with migration background, "030-20" of these Germans,
    "030-30" Aussiedler, "030-40" naturalised, "030-50" foreign nationals, "030-herkunft" these by Herkunft; of other
    tables "{tab_id}-{zei_id}".

    >>> meaning_of("005", "10", "Einwohner").measure, meaning_of("030", "50", "Ausländer").measure
    ('005', '030-50')
    >>> meaning_of("030", "100", "Türkei")
    Meaning(measure='030-herkunft', breakdown=Breakdown(pairs=(('Herkunft', 'Türkei'),)))
    """
    if table in _DATA["einzeln"]["tabellen"]:
        return Meaning(table, EVERYTHING)
    if table in _DATA["merkmal"]:
        return Meaning(table, Breakdown.of({_DATA["merkmal"][table]: label}))
    group = _GROUPS.get((table, row))
    if group is not None:
        return Meaning(group["groesse"], Breakdown.of({group["merkmal"]: label}))
    return Meaning(f"{table}-{row}", EVERYTHING)
