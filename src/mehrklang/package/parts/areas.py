"""gebiete.toml: own areas, official ones that no delivery names, further hierarchies, and unions."""

from dataclasses import dataclass

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.territory import Membership, Union
from mehrklang.vocabulary import Area, AreaLevel

FILE = "gebiete.toml"

_HEAD = f"""
Die Gebiete, für die es eigene Namen gibt: Teilräume der Kommune oder Vergleichsgebiete.

schluessel      Text von fester Länge, niemals eine Zahl; eigene Gebiete mit eigenem Vorsatz, zum Beispiel "koeln:101"
ebene           {", ".join(AreaLevel)}
uebergeordnet   Schlüssel des Gebiets, in dem es liegt
regionalschluessel        ARS, 12 Stellen (Gemeindeverband 9)
gueltig_ab, gueltig_bis   Datum, wenn das Gebiet nicht immer bestand

Weitere Gliederungen (Sozialraum, Schulbezirk, Wahlkreis): je Zuordnung ein Abschnitt [[einordnung]] mit gliederung,
gebiet, uebergeordnet und, wenn nötig, gueltig_ab und gueltig_bis.
Aus ganzen Gebieten zusammengesetzte: je Gebiet ein Abschnitt [[verbund]] mit schluessel, name und teile.
"""


@dataclass(frozen=True, slots=True)
class AreaFile:
    """What the file says, each in its order."""

    areas: tuple[Area, ...] = ()
    memberships: tuple[Membership, ...] = ()
    unions: tuple[Union, ...] = ()


NONE = AreaFile()


def read(table: Table) -> AreaFile:
    """Everything in the file; a union without parts is a fault and left out."""
    unions = (
        (row.text("schluessel", required=True), row.text("name", required=True), row.texts("teile", required=True))
        for row in table.rows("verbund")
    )
    return AreaFile(
        areas=tuple(_area(row) for row in table.rows("gebiet")),
        memberships=tuple(_membership(row) for row in table.rows("einordnung")),
        unions=tuple(Union(key, name, parts) for key, name, parts in unions if parts),
    )


def _area(row: Table) -> Area:
    return Area(
        key=row.text("schluessel", required=True),
        name=row.text("name", required=True),
        level=row.choice("ebene", AreaLevel),
        parent=row.text("uebergeordnet") or None,
        valid_from=row.day("gueltig_ab"),
        valid_until=row.day("gueltig_bis"),
        regional_key=row.text("regionalschluessel"),
    )


def _membership(row: Table) -> Membership:
    return Membership(
        hierarchy=row.text("gliederung", required=True),
        area=row.text("gebiet", required=True),
        parent=row.text("uebergeordnet", required=True),
        since=row.day("gueltig_ab"),
        until=row.day("gueltig_bis"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of gebiete.toml."""
    return (
        comment(_HEAD)
        + sections("gebiet", map(_area_text, monitoring.areas))
        + sections("einordnung", map(_membership_text, monitoring.memberships))
        + sections("verbund", map(_union_text, monitoring.unions))
    )


def _area_text(area: Area) -> str:
    return assignments(
        {
            "schluessel": area.key,
            "name": area.name,
            "ebene": area.level,
            "uebergeordnet": area.parent,
            "gueltig_ab": area.valid_from,
            "gueltig_bis": area.valid_until,
            "regionalschluessel": area.regional_key,
        }
    )


def _membership_text(one: Membership) -> str:
    return assignments(
        {
            "gliederung": one.hierarchy,
            "gebiet": one.area,
            "uebergeordnet": one.parent,
            "gueltig_ab": one.since,
            "gueltig_bis": one.until,
        }
    )


def _union_text(union: Union) -> str:
    return assignments({"schluessel": union.key, "name": union.name, "teile": union.parts})
