"""quellen.toml: how the sources deliver to this municipality, where that is known better here than in the catalogue."""

from collections.abc import Mapping
from types import MappingProxyType

from mehrklang.catalogue import Access, Authority, Cadence, Supply, TimeReference
from mehrklang.catalogue.forms.supply import supply_from
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import Value, assignments, comment, sections
from mehrklang.vocabulary import AreaLevel

FILE = "quellen.toml"

NONE: Mapping[str, Supply] = MappingProxyType({})

_HEAD = f"""
Eigene Angaben zu Quellen des Katalogs oder aus dem Ordner quellen/. Was hier steht, gilt statt der Angabe dort.

schluessel            Schlüssel der Quelle
datenhaltende_stelle  bei wem die Daten liegen
kontakt               Stelle oder Funktion, möglichst keine Person
traeger               {", ".join(Authority)}
rechtsgrundlage       worauf sich die Lieferung stützt
zugangsart            {", ".join(Access)}
raumebene             kleinste gelieferte Ebene: {", ".join(AreaLevel)}
turnus                {", ".join(Cadence)}
zeitbezug             {", ".join(TimeReference)}; dazu stichtage, zum Beispiel ["31.12."]
erwartet_monate, erwartet_tag   Tag der Lieferung: am 15. im siebten Monat nach dem Zeitraum ist 7 und 15
aufwand_stunden, kosten_euro    je Lieferung
aufwand_grundlage     worauf die Stunden beruhen, zum Beispiel "gezählt bei der Lieferung 2025"
aufbewahrung          wie lange und wo die Daten bleiben
definitionen          Schlüssel der Merkmalsdefinitionen
"""


def read(table: Table) -> Mapping[str, Supply]:
    """The conditions by source; a second entry for one source is a fault."""
    found: dict[str, Supply] = {}
    for row in table.rows("quelle", required=True):
        key, supply = row.text("schluessel", required=True), supply_from(row)
        if key and key in found:
            message = f"Die Quelle „{key}“ ist mehrfach eingetragen."
            row.fault("M-DOPPELT-01", message, "Streichen Sie einen der Einträge.", "schluessel")
        found[key] = supply
    return MappingProxyType(found)


def render(monitoring: Monitoring) -> str:
    """The text of quellen.toml."""
    entries = monitoring.supplies.items()
    return comment(_HEAD) + sections("quelle", (assignments({"schluessel": key, **lines(own)}) for key, own in entries))


def lines(supply: Supply) -> dict[str, Value | None]:
    """The conditions by their keys in TOML files."""
    return {
        "datenhaltende_stelle": supply.holder,
        "kontakt": supply.contact,
        "traeger": supply.authority,
        "rechtsgrundlage": supply.legal_basis,
        "zugangsart": supply.access,
        "raumebene": supply.level,
        "turnus": supply.cadence,
        "zeitbezug": supply.time_reference,
        "stichtage": supply.reference_days,
        "erwartet_monate": supply.expected.months if supply.expected else None,
        "erwartet_tag": supply.expected.day if supply.expected else None,
        "aufwand_stunden": supply.effort_hours,
        "aufwand_grundlage": supply.effort_basis,
        "kosten_euro": supply.cost_euro,
        "aufbewahrung": supply.retention,
        "definitionen": supply.definitions,
    }
