"""How a source delivers: the same keys in a source's own file and in the folder's quellen.toml."""

from mehrklang.catalogue.supply import Access, Authority, Cadence, ExpectedDay, Supply, TimeReference
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import AreaLevel


def supply_from(table: Table) -> Supply:
    """What the table knows; all of it may be left out."""
    return Supply(
        holder=table.text("datenhaltende_stelle"),
        contact=table.text("kontakt"),
        authority=table.choice("traeger", Authority) if "traeger" in table else None,
        legal_basis=table.text("rechtsgrundlage"),
        access=table.choice("zugangsart", Access) if "zugangsart" in table else None,
        level=table.choice("raumebene", AreaLevel) if "raumebene" in table else None,
        cadence=table.choice("turnus", Cadence) if "turnus" in table else None,
        time_reference=table.choice("zeitbezug", TimeReference) if "zeitbezug" in table else None,
        reference_days=table.texts("stichtage"),
        expected=_expected(table),
        effort_hours=table.number("aufwand_stunden"),
        effort_basis=table.text("aufwand_grundlage"),
        cost_euro=table.number("kosten_euro"),
        retention=table.text("aufbewahrung"),
        definitions=table.texts("definitionen"),
    )


def _expected(table: Table) -> ExpectedDay | None:
    """Both parts or none."""
    if "erwartet_tag" not in table and "erwartet_monate" not in table:
        return None
    return ExpectedDay(table.integer("erwartet_monate", required=True), table.integer("erwartet_tag", required=True))
