"""What a column of a file may mean, and a profile put together from what was said of each column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from mehrklang.sources import Profile, ValueColumn
from mehrklang.sources.profile.definition import IN_HEAD


class Role(Enum):
    """The meaning of a column."""

    NONE = "keine"
    AREA = "gebiet"
    NAME = "gebietsname"
    PERIOD = "zeitraum"
    FEATURE = "merkmal"
    MEASURE = "messgroesse"
    UNIT = "einheit"
    VALUE = "wert"
    VALUE_IN_TIME = "wert-zeit"
    COMMENT = "bemerkung"


LABELS: Mapping[Role, str] = {
    Role.NONE: "nicht verwenden",
    Role.AREA: "Gebiet (Schlüssel oder Name)",
    Role.NAME: "Name des Gebiets",
    Role.PERIOD: "Zeitraum",
    Role.FEATURE: "Merkmal (z. B. Geschlecht)",
    Role.MEASURE: "Messgröße",
    Role.UNIT: "Einheit",
    Role.VALUE: "Wert",
    Role.VALUE_IN_TIME: "Wert, Zeitraum steht im Kopf",
    Role.COMMENT: "Bemerkung oder Zeichen zum Wert",
}
_FIELDS = {
    Role.AREA: "area_column",
    Role.NAME: "name_column",
    Role.PERIOD: "period_column",
    Role.MEASURE: "measure_column",
    Role.UNIT: "unit_column",
    Role.COMMENT: "comment_column",
}
"""The roles that one column only can have, and where the profile says it."""

MISSING = {
    "wert": "eine Spalte mit Werten",
    "gebiet": "das Gebiet (als Spalte oder für die ganze Datei)",
    "zeitraum": "der Zeitraum (als Spalte, im Kopf oder für die ganze Datei)",
    "messgroesse": "die Messgröße (als Spalte oder für die ganze Datei)",
    "einheit": "die Einheit (als Spalte oder für die ganze Datei)",
}


@dataclass(frozen=True, slots=True)
class SaidColumn:
    """What was said of one column; the last four concern columns of values only."""

    head: str
    role: Role
    measure: str = ""
    unit: str = ""
    period: str = ""
    categories: tuple[tuple[str, str], ...] = ()


def profile_of(frame: Profile, columns: Sequence[SaidColumn]) -> Profile:
    """The profile with these columns; `frame` says what holds for the whole file.

    >>> said = [SaidColumn("Jahr", Role.PERIOD), SaidColumn("Zahl", Role.VALUE)]
    >>> profile_of(Profile("Probe", ()), said).heads
    ('Jahr', 'Zahl')
    """
    single = {one.role: one.head for one in columns}
    return replace(
        frame,
        values=_values(columns),
        features=tuple(one.head for one in columns if one.role is Role.FEATURE),
        area_column=single.get(Role.AREA, ""),
        name_column=single.get(Role.NAME, ""),
        period_column=single.get(Role.PERIOD, ""),
        measure_column=single.get(Role.MEASURE, ""),
        unit_column=single.get(Role.UNIT, ""),
        comment_column=single.get(Role.COMMENT, ""),
    )


def _values(columns: Iterable[SaidColumn]) -> tuple[ValueColumn, ...]:
    """The columns of values. Where all are periods in the head and nothing else is said of them, one entry stands for
    them all, and for those that next year's file will have."""
    found = [one for one in columns if one.role in (Role.VALUE, Role.VALUE_IN_TIME)]
    plain = all(one.role is Role.VALUE_IN_TIME and not (one.measure or one.unit or one.categories) for one in found)
    if len(found) > 1 and plain:
        return (ValueColumn(period=IN_HEAD),)
    return tuple(
        ValueColumn(one.head, one.measure, one.unit, IN_HEAD if one.role is Role.VALUE_IN_TIME else one.period,
                    one.categories)
        for one in found
    )  # fmt: skip


def said_of(profile: Profile, heads: Sequence[str], *, is_period: Iterable[str]) -> tuple[SaidColumn, ...]:
    """What a profile says of each of these heads; `is_period` are the heads that are periods themselves."""
    single = {head: role for role, field in _FIELDS.items() if (head := getattr(profile, field))}
    values = {one.column: one for one in profile.values if one.column}
    in_time = set(is_period) if any(not one.column for one in profile.values) else set()
    return tuple(_said(head, single, values, profile.features, in_time) for head in heads)


def _said(
    head: str,
    single: Mapping[str, Role],
    values: Mapping[str, ValueColumn],
    features: Sequence[str],
    in_time: set[str],
) -> SaidColumn:
    if head in values:
        one = values[head]
        role = Role.VALUE_IN_TIME if one.period == IN_HEAD else Role.VALUE
        period = "" if role is Role.VALUE_IN_TIME else one.period
        return SaidColumn(head, role, one.measure, one.unit, period, one.categories)
    if head in single:
        return SaidColumn(head, single[head])
    if head in features:
        return SaidColumn(head, Role.FEATURE)
    return SaidColumn(head, Role.VALUE_IN_TIME if head in in_time else Role.NONE)


def twice(columns: Iterable[SaidColumn]) -> tuple[Role, ...]:
    """The roles that were given to several columns although only one can have them."""
    roles = [one.role for one in columns if one.role in _FIELDS]
    return tuple(dict.fromkeys(role for role in roles if roles.count(role) > 1))
