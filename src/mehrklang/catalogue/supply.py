"""How figures come to the municipality: from whom, on which ground, when, at what price, and how long they are kept."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from mehrklang.vocabulary import AreaLevel


class Access(StrEnum):
    """Who may have the figures."""

    OPEN = "offen"
    ON_REQUEST = "auf-anfrage"
    STATISTICS_ONLY = "nur-statistikstelle"
    REFUSED = "verweigert"

    @property
    def label(self) -> str:
        """In German, for pages and lists."""
        return _ACCESS[self]


class Cadence(StrEnum):
    """How often the producer publishes (Turnus)."""

    MONTHLY = "monatlich"
    QUARTERLY = "vierteljaehrlich"
    HALF_YEARLY = "halbjaehrlich"
    YEARLY = "jaehrlich"
    SCHOOL_YEARLY = "je-schuljahr"
    IRREGULAR = "unregelmaessig"
    ONCE = "einmalig"

    @property
    def label(self) -> str:
        """In German, for pages and lists."""
        return _CADENCE[self]


class TimeReference(StrEnum):
    """Whether the figures count on a day or over a span."""

    DATE = "stichtag"
    SPAN = "zeitraum"


class Authority(StrEnum):
    """Whose the figures are: to whom a need for data is addressed."""

    FEDERATION = "bund"
    STATE = "land"
    MUNICIPALITY = "kommune"
    OTHER = "andere"

    @property
    def label(self) -> str:
        """In German, for pages and lists."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class ExpectedDay:
    """When a delivery is expected: on day `day` of the month `months` after the month in which its period ends.

    In a month that is shorter, it is the last day.
    """

    months: int
    day: int


@dataclass(frozen=True, slots=True)
class Supply:
    """The conditions under which a source delivers. What is not known is left out: None, "" or ().

    `holder` is the office that holds the data (datenhaltende Stelle), `contact` an office or a function, if possible no
    person. `level` is the smallest level of areas that it delivers. `reference_days` are days of the year "TT.MM.".
    `effort_hours` and `cost_euro` hold for one delivery; `effort_basis` says in German from where the hours are known.
    `definitions` are keys of feature definitions.

    >>> usual = Supply(holder="Landesamt", access=Access.OPEN)
    >>> usual.overlaid(Supply(access=Access.REFUSED)).holder
    'Landesamt'
    """

    holder: str = ""
    contact: str = ""
    authority: Authority | None = None
    legal_basis: str = ""
    access: Access | None = None
    level: AreaLevel | None = None
    cadence: Cadence | None = None
    time_reference: TimeReference | None = None
    reference_days: tuple[str, ...] = ()
    expected: ExpectedDay | None = None
    effort_hours: Decimal | None = None
    effort_basis: str = ""
    cost_euro: Decimal | None = None
    retention: str = ""
    definitions: tuple[str, ...] = ()

    def overlaid(self, own: "Supply") -> "Supply":
        """These conditions, with what `own` knows in their place."""
        known = {each.name: getattr(own, each.name) for each in fields(own)}
        return replace(self, **{name: value for name, value in known.items() if value not in (None, "", ())})


NOTHING_KNOWN = Supply()
"""Of a source that says nothing."""

_ACCESS = {
    Access.OPEN: "offen",
    Access.ON_REQUEST: "auf Anfrage",
    Access.STATISTICS_ONLY: "nur Statistikstelle",
    Access.REFUSED: "verweigert",
}
_CADENCE = {
    Cadence.MONTHLY: "monatlich",
    Cadence.QUARTERLY: "vierteljährlich",
    Cadence.HALF_YEARLY: "halbjährlich",
    Cadence.YEARLY: "jährlich",
    Cadence.SCHOOL_YEARLY: "je Schuljahr",
    Cadence.IRREGULAR: "unregelmäßig",
    Cadence.ONCE: "einmalig",
}
