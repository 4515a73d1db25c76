"""What each column of a matrix counts. Columns that overlap must never be categories of one measure."""

import re
from dataclasses import dataclass

from mehrklang.vocabulary import EVERYTHING, Breakdown

_FINE_AGE = re.compile(r"E_E(\d\d)_(\d{2,3})")
_BROAD_AGE = re.compile(r"E_E(\d*)U(\d{1,3})")
_UNION = re.compile(r"HK_EU(27|28)")
_SEXES = {"E_EM": "männlich", "E_EW": "weiblich"}
_ORIGINS = {
    "HK_EheJug": "ehemaliges Jugoslawien",
    "HK_EheSU": "ehemalige Sowjetunion",
    "HK_Turk": "Türkei",
    "HK_Arab": "arabische Länder",
    "HK_Sonst": "sonstige Länder",
    "HK_NZOrd": "nicht eindeutig zuzuordnen",
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column counts: a measure and the category of it."""

    measure: str
    breakdown: Breakdown


def meaning_of(head: str) -> Meaning:
    """The measure and category of a column.

    Keys: "E_E" inhabitants, "E_E-geschlecht" these by sex, "E_E-alter" by single ages and small groups,
    "E_E-lebensphase" by broad age groups; "MH_E" inhabitants with migration background, "MH_E-herkunft" these by
    origin (groups that exclude each other and add up); the parts of the European Union ("HK_EU15", "HK_Polen") and all
    other columns are measures of their own. Source: Amt für Statistik Berlin-Brandenburg, Datensatzbeschreibung EWR.

    >>> meaning_of("E_E25_27")
    Meaning(measure='E_E-alter', breakdown=Breakdown(pairs=(('Alter', '25 bis unter 27'),)))
    >>> meaning_of("E_EU1").breakdown.label, meaning_of("HK_EU28").breakdown.label, meaning_of("HK_Polen").measure
    ('unter 1', 'Europäische Union (28 Staaten)', 'HK_Polen')
    """
    if head in _SEXES:
        return Meaning("E_E-geschlecht", Breakdown.of({"Geschlecht": _SEXES[head]}))
    if age := _FINE_AGE.fullmatch(head):
        return Meaning("E_E-alter", Breakdown.of({"Alter": f"{int(age[1])} bis unter {int(age[2])}"}))
    if age := _BROAD_AGE.fullmatch(head):
        label = f"{age[1]} bis unter {age[2]}" if age[1] else f"unter {age[2]}"
        return Meaning("E_E-lebensphase", Breakdown.of({"Alter": label}))
    origin = union_label(head) or _ORIGINS.get(head)
    return Meaning("MH_E-herkunft", Breakdown.of({"Herkunft": origin})) if origin else Meaning(head, EVERYTHING)


def union_label(head: str) -> str:
    """The category of a column that counts the European Union of its time; "" for other columns."""
    states = _UNION.fullmatch(head)
    return f"Europäische Union ({states[1]} Staaten)" if states else ""
