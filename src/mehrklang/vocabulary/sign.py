"""The statistical signs of DIN 55301: they are values and travel to every exit."""

from enum import StrEnum


class Sign(StrEnum):
    """What stands in a table cell in place of a plain number, or beside it (LIMITED, NOTHING, NEGLIGIBLE).

    Source: DIN 55301 "Gestaltung statistischer Tabellen"; wording of the statistical offices' Zeichenerklärung.
    """

    NOTHING = "–"
    NEGLIGIBLE = "0"
    UNKNOWN = "."
    UNRELIABLE = "/"
    LIMITED = "( )"
    BLOCKED = "x"
    PENDING = "…"

    @property
    def meaning(self) -> str:
        """The German explanation that stands under a table."""
        return _MEANINGS[self]

    @property
    def carries_number(self) -> bool:
        """Whether a number always stands behind the sign: exactly zero (–) or one of limited reliability (( ))."""
        return self in (Sign.NOTHING, Sign.LIMITED)


_MEANINGS = {
    Sign.NOTHING: "nichts vorhanden (genau null)",
    Sign.NEGLIGIBLE: "mehr als nichts, aber weniger als die Hälfte der kleinsten dargestellten Einheit",
    Sign.UNKNOWN: "Zahlenwert unbekannt oder geheim zu halten",
    Sign.UNRELIABLE: "keine Angabe, da der Zahlenwert nicht sicher genug ist",
    Sign.LIMITED: "Aussagewert eingeschränkt, da der Zahlenwert statistisch relativ unsicher ist",
    Sign.BLOCKED: "Tabellenfach gesperrt, weil die Aussage nicht sinnvoll ist",
    Sign.PENDING: "Angabe fällt später an",
}


class Reason(StrEnum):
    """Why a figure carries its sign. The sign is what is printed; the reason is what is explained."""

    NOTHING_THERE = "nichts-vorhanden"
    BELOW_HALF_UNIT = "unter-halber-einheit"
    SOURCE_SECRET = "quelle-geheim"  # noqa: S105 — a reason, not a password
    SOURCE_UNRELIABLE = "quelle-unsicher"
    SOURCE_LIMITED = "quelle-eingeschraenkt"
    SOURCE_NOT_MEANINGFUL = "quelle-nicht-sinnvoll"
    SOURCE_LATER = "quelle-spaeter"
    SOURCE_BLANK = "quelle-leer"
    AREA_ABSENT = "gebiet-gab-es-nicht"
    NOT_DELIVERED = "nicht-geliefert"
    SUPPRESSED = "gesperrt"
    BASE_TOO_SMALL = "basis-zu-klein"
    DENOMINATOR_ZERO = "nenner-null"
    DENOMINATOR_NEGATIVE = "nenner-negativ"
    PART_WITHHELD = "bestandteil-gesperrt"
    PART_MISSING = "bestandteil-fehlt"
    PART_BELOW_HALF_UNIT = "bestandteil-unter-halber-einheit"
    NOT_COMPARABLE = "nicht-vergleichbar"
    ROUNDED_TO_ZERO = "auf-null-gerundet"

    @property
    def meaning(self) -> str:
        """One German sentence for the reader."""
        return _REASONS[self]

    @property
    def withheld(self) -> bool:
        """Whether the number exists but is kept secret: by its producer, or by our own guard."""
        return self in _WITHHELD


_REASONS = {
    Reason.NOTHING_THERE: "Es gibt keinen Fall; der Wert ist genau null.",
    Reason.BELOW_HALF_UNIT: "Der Wert ist größer als null, aber kleiner als die Hälfte der kleinsten Einheit.",
    Reason.SOURCE_SECRET: "Die Quelle nennt den Wert nicht: unbekannt oder geheim zu halten.",
    Reason.SOURCE_UNRELIABLE: "Die Quelle nennt den Wert nicht, weil er nicht sicher genug ist.",
    Reason.SOURCE_LIMITED: "Die Quelle kennzeichnet den Wert als statistisch relativ unsicher.",
    Reason.SOURCE_NOT_MEANINGFUL: "Die Quelle sperrt das Tabellenfach, weil eine Angabe nicht sinnvoll ist.",
    Reason.SOURCE_LATER: "Die Quelle kündigt den Wert für später an.",
    Reason.SOURCE_BLANK: "Die Zelle ist in der Quelle leer; ein Grund ist nicht genannt.",
    Reason.AREA_ABSENT: "Das Gebiet bestand in diesem Zeitraum nicht.",
    Reason.NOT_DELIVERED: "Für dieses Fach liegt keine Lieferung vor.",
    Reason.SUPPRESSED: "Gesperrt zum Schutz einzelner Personen: Aus der Zahl ließe sich auf wenige Personen schließen.",
    Reason.BASE_TOO_SMALL: "Nicht ausgewiesen: Die Bezugsgröße ist zu klein für eine belastbare Aussage.",
    Reason.DENOMINATOR_ZERO: "Keine Angabe möglich: Die Bezugsgröße ist null.",
    Reason.DENOMINATOR_NEGATIVE: "Keine Angabe sinnvoll: Die Bezugsgröße ist negativ.",
    Reason.PART_WITHHELD: "Nicht ausgewiesen: Ein Bestandteil der Berechnung ist gesperrt.",
    Reason.PART_MISSING: "Nicht berechenbar: Ein Bestandteil der Berechnung fehlt.",
    Reason.PART_BELOW_HALF_UNIT: "Nicht berechenbar: Ein Bestandteil ist mit 0 (weniger als die Hälfte) angegeben.",
    Reason.NOT_COMPARABLE: (
        "Nicht berechnet: nicht vergleichbar (Bruch in der Zeitreihe, andere Definition oder anderer Gebietsstand)."
    ),
    Reason.ROUNDED_TO_ZERO: "Auf 0 gerundet: Es gibt keinen Fall oder nur sehr wenige.",
}

_WITHHELD = frozenset(
    {
        Reason.SOURCE_SECRET,
        Reason.SUPPRESSED,
        Reason.PART_WITHHELD,
    }
)
