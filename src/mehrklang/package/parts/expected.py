"""erwartete-lieferungen.toml: which deliveries the calendar expects. Who is reminded is not in it."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.data import period_of
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning.expected import ExpectedDelivery

FILE = "erwartete-lieferungen.toml"

_HEAD = """
Welche Lieferungen erwartet werden. Adressen für Erinnerungen stehen nicht im Ordner; sie bleiben in der Einrichtung.

quelle    Schlüssel der Quelle
zeitraum  zum Beispiel "2025", "2025-12-31", "2025-Q2" oder "2025/26"
bis       Tag, bis zu dem sie kommen soll; fehlt er, ist noch keiner bekannt
"""


def read(table: Table) -> tuple[ExpectedDelivery, ...]:
    """The expected deliveries in the order of the file; each source and period once."""
    found: list[ExpectedDelivery] = []
    for row in table.rows("lieferung"):
        period = period_of(row, required=True)
        if period is None:
            continue
        each = ExpectedDelivery(row.text("quelle", required=True), period, row.day("bis"))
        if any(one.source == each.source and one.period == period for one in found):
            message = f"Die Lieferung „{each.source}, {period.label}“ wird zweimal erwartet."
            row.fault("M-DOPPELT-01", message, "Streichen Sie einen der Einträge.", "quelle")
        found.append(each)
    return tuple(found)


def render(monitoring: Monitoring) -> str:
    """The text of erwartete-lieferungen.toml."""
    return comment(_HEAD) + sections("lieferung", (_body(each) for each in monitoring.expected))


def _body(each: ExpectedDelivery) -> str:
    return assignments({"quelle": each.source, "zeitraum": each.period.key, "bis": each.due})
