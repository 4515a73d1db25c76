"""gemeinsam.toml: what this monitoring holds together with other monitors of the municipality."""

from datetime import date

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning.shared import Judgement, Shared, SharedKind

FILE = "gemeinsam.toml"

_HEAD = """
Was mehrere Monitore der Kommune gemeinsam führen. Neue Fassungen werden einander angezeigt und nie von selbst
übernommen.

art         indikator, quelle, katalog oder angaben (eigene Angaben zu einer Quelle)
schluessel  Code des Indikators, Schlüssel der Quelle oder des Katalogs
herkunft    Titel des Monitors, aus dem übernommen wurde; fehlt er, ist es hier bestimmt

Was zu Fassungen anderer Monitore entschieden wurde, steht in Abschnitten [[gemeinsam.entscheidung]]:
fassung, uebernommen, tag, wer und grund.
"""


def read(table: Table) -> tuple[Shared, ...]:
    """The shared objects in the order of the file; each kind and key once."""
    found: list[Shared] = []
    for row in table.rows("gemeinsam"):
        kind, key = row.choice("art", SharedKind), row.text("schluessel", required=True)
        each = Shared(kind, key, row.text("herkunft"), _judgements(row))
        if any((one.kind, one.key) == (kind, key) for one in found):
            message = f"„{key}“ ({kind.label}) steht zweimal unter dem, was gemeinsam geführt wird."
            row.fault("M-DOPPELT-01", message, "Streichen Sie einen der Einträge.", "schluessel")
        found.append(each)
    return tuple(found)


def _judgements(row: Table) -> tuple[Judgement, ...]:
    return tuple(
        Judgement(
            fingerprint=each.text("fassung", required=True),
            taken=each.flag("uebernommen"),
            day=each.day("tag", required=True) or date.min,
            who=each.text("wer"),
            why=each.text("grund"),
        )
        for each in row.rows("entscheidung")
    )


def render(monitoring: Monitoring) -> str:
    """The text of gemeinsam.toml."""
    return comment(_HEAD) + sections("gemeinsam", (_body(each) for each in monitoring.shared))


def _body(each: Shared) -> str:
    own = assignments({"art": each.kind, "schluessel": each.key, "herkunft": each.origin})
    return own + sections("gemeinsam.entscheidung", (_decided(judgement) for judgement in each.judgements))


def _decided(each: Judgement) -> str:
    return assignments(
        {"fassung": each.fingerprint, "uebernommen": each.taken, "tag": each.day, "wer": each.who, "grund": each.why}
    )
