"""daten.toml: the data files, how they are read, whose they are, and the checksum that was interpreted."""

from pathlib import Path, PurePosixPath

from mehrklang.package.monitoring import DataReference, Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.sources.periods import read_period
from mehrklang.vocabulary import Period, Unit

FILE = "daten.toml"

_HEAD = """
Die Datendateien. Sie bleiben, wie sie geliefert wurden.

pfad    von diesem Ordner aus, mit Schrägstrichen
art     Leseart; „mehrklang read --help“ nennt sie
quelle  Schlüssel der Quelle aus dem Katalog oder aus quellen/
sha256  Prüfsumme der Datei beim Schreiben der Interpretation; weicht sie ab, haben sich die Daten geändert

zeitraum und einheit nur, wenn die Datei selbst sie nicht nennt, zum Beispiel "2017" und "prozent"
"""


def read(table: Table) -> tuple[DataReference, ...]:
    """The references in the order of the file."""
    return tuple(
        DataReference(
            path=Path(row.text("pfad", required=True)),
            kind=row.text("art", required=True),
            source=row.text("quelle", required=True),
            sha256=row.text("sha256"),
            period=_period(row),
            unit=row.choice("einheit", Unit) if row.text("einheit") else None,
        )
        for row in table.rows("datei")
    )


def _period(row: Table) -> Period | None:
    """The period of the whole file, written as in table form."""
    text = row.text("zeitraum")
    period = read_period(text) if text else None
    if text and period is None:
        message = f"Die Zeitangabe „{text}“ ist nicht zu verstehen."
        row.fault("M-WERT-01", message, "Zum Beispiel so schreiben: 2024; 31.12.2024; 2023/24; WS 2023/24.", "zeitraum")
    return period


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
            "zeitraum": reference.period.key if reference.period else None,
            "einheit": reference.unit,
        }
    )
