"""veroeffentlichungen.toml: what went out in earlier editions, source by source."""

from pathlib import Path, PurePosixPath

from mehrklang.package.monitoring import Monitoring, Publication
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "veroeffentlichungen.toml"

_HEAD = """
Was schon veröffentlicht ist. Die Geheimhaltung braucht es: Veröffentlichtes lässt sich nicht zurückholen.

ausgabe    in welcher Ausgabe
quelle     Schlüssel der Quelle
pfad       die geschützte Lieferung von damals im Tabellenformat, von diesem Ordner aus
berichtigt true, wenn diese Zahlen zurückgezogen sind; dann dürfen die heutigen von ihnen abweichen
"""


def read(table: Table) -> tuple[Publication, ...]:
    """The publications in the order of the file."""
    return tuple(
        Publication(
            edition=row.text("ausgabe", required=True),
            source=row.text("quelle", required=True),
            path=Path(row.text("pfad", required=True)),
            revised=row.flag("berichtigt") if "berichtigt" in row else False,
        )
        for row in table.rows("veroeffentlichung")
    )


def render(monitoring: Monitoring) -> str:
    """The text of veroeffentlichungen.toml."""
    return comment(_HEAD) + sections("veroeffentlichung", (_body(each) for each in monitoring.published))


def _body(each: Publication) -> str:
    return assignments(
        {
            "ausgabe": each.edition,
            "quelle": each.source,
            "pfad": str(PurePosixPath(*each.path.parts)),
            "berichtigt": each.revised,
        }
    )
