"""lockerungen.toml: where rules of secrecy were loosened, with reason and legal basis."""

from datetime import date

from mehrklang.catalogue import Guarding, Loosening
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "lockerungen.toml"

_HEAD = """
Gelockerte Geheimhaltung: Für wen die Regeln einmal lockerer wurden, warum und auf welcher Rechtsgrundlage. Die
Einträge sind ein Nachweis; welche Regeln gelten, steht bei der Quelle oder beim Indikator selbst.

art             quelle oder indikator
schluessel      Schlüssel der Quelle oder Code des Indikators
worin           was lockerer wurde
begruendung     warum
rechtsgrundlage worauf sich das stützt, z. B. die Statistiksatzung
wer, tag        von wem und wann entschieden
"""


def read(table: Table) -> tuple[Loosening, ...]:
    """The entries in the order of the file; each names reason and legal basis."""
    return tuple(
        Loosening(
            kind=row.choice("art", Guarding),
            key=row.text("schluessel", required=True),
            told=row.text("worin", required=True),
            reason=row.text("begruendung", required=True),
            legal_basis=row.text("rechtsgrundlage", required=True),
            who=row.text("wer"),
            day=row.day("tag", required=True) or date.min,
        )
        for row in table.rows("lockerung")
    )


def render(monitoring: Monitoring) -> str:
    """The text of lockerungen.toml."""
    return comment(_HEAD) + sections("lockerung", (_body(each) for each in monitoring.loosenings))


def _body(each: Loosening) -> str:
    return assignments(
        {
            "art": each.kind,
            "schluessel": each.key,
            "worin": each.told,
            "begruendung": each.reason,
            "rechtsgrundlage": each.legal_basis,
            "wer": each.who,
            "tag": each.day,
        }
    )
