"""daten.toml: the data files, how they are read, whose they are, and the checksum that was interpreted."""

from pathlib import Path, PurePosixPath

from mehrklang.package.monitoring import DataReference, Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "daten.toml"

_HEAD = """
Die Datendateien. Sie bleiben, wie sie geliefert wurden.

pfad    von diesem Ordner aus, mit Schrägstrichen
art     Leseart; „mehrklang read --help“ nennt sie
quelle  Schlüssel der Quelle aus dem Katalog oder aus quellen/
sha256  Prüfsumme der Datei beim Schreiben der Interpretation; weicht sie ab, haben sich die Daten geändert
"""


def read(table: Table) -> tuple[DataReference, ...]:
    """The references in the order of the file."""
    return tuple(
        DataReference(
            path=Path(row.text("pfad", required=True)),
            kind=row.text("art", required=True),
            source=row.text("quelle", required=True),
            sha256=row.text("sha256"),
        )
        for row in table.rows("datei")
    )


def render(monitoring: Monitoring) -> str:
    """The text of daten.toml."""
    return comment(_HEAD) + sections("datei", (_body(reference) for reference in monitoring.data))


def _body(reference: DataReference) -> str:
    return assignments(
        {
            "pfad": str(PurePosixPath(*reference.path.parts)),
            "art": reference.kind,
            "quelle": reference.source,
            "sha256": reference.sha256,
        }
    )
