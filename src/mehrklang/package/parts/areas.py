"""gebiete.toml: own areas, and official ones that no delivery names."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.vocabulary import Area, AreaLevel

FILE = "gebiete.toml"

_HEAD = f"""
Die Gebiete, für die es eigene Namen gibt: Teilräume der Kommune oder Vergleichsgebiete.

schluessel      Text von fester Länge, niemals eine Zahl; eigene Gebiete mit eigenem Vorsatz, zum Beispiel "koeln:101"
ebene           {", ".join(AreaLevel)}
uebergeordnet   Schlüssel des Gebiets, in dem es liegt
gueltig_ab, gueltig_bis   Datum, wenn das Gebiet nicht immer bestand
"""


def read(table: Table) -> tuple[Area, ...]:
    """The areas in the order of the file."""
    return tuple(_area(row) for row in table.rows("gebiet"))


def _area(row: Table) -> Area:
    return Area(
        key=row.text("schluessel", required=True),
        name=row.text("name", required=True),
        level=row.choice("ebene", AreaLevel),
        parent=row.text("uebergeordnet") or None,
        valid_from=row.day("gueltig_ab"),
        valid_until=row.day("gueltig_bis"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of gebiete.toml."""
    return comment(_HEAD) + sections("gebiet", (_body(area) for area in monitoring.areas))


def _body(area: Area) -> str:
    return assignments(
        {
            "schluessel": area.key,
            "name": area.name,
            "ebene": area.level,
            "uebergeordnet": area.parent,
            "gueltig_ab": area.valid_from,
            "gueltig_bis": area.valid_until,
        }
    )
