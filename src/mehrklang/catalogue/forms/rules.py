"""Rule sets of disclosure control: [[regelsatz]] with its sections."""

from decimal import Decimal

from mehrklang.catalogue.rules import CellKeyNoise, Dominance, Rounding, RoundingKind, RuleSet, SampleLimits
from mehrklang.catalogue.table import Table


def rule_set_from(table: Table) -> RuleSet:
    """One [[regelsatz]]."""
    return RuleSet(
        key=table.text("schluessel", required=True),
        name=table.text("name", required=True),
        minimum_count=table.integer("mindestfallzahl", required=True),
        rate_floor=table.integer("mindestbasis", required=True),
        zero_is_public=table.flag("null_ist_oeffentlich"),
        legal_basis=table.text("rechtsgrundlage", required=True),
        reason=table.text("begruendung", required=True),
        protection_width=table.integer("schutzbreite", default=1),
        link_near=table.flag("fast_gleiche_verknuepfen"),
        dominance=_dominance(table.table("dominanz")),
        rounding=_rounding(table.table("rundung")),
        cell_key=_cell_key(table.table("cell_key")),
        sample=_sample(table.table("stichprobe")),
    )


def _dominance(table: Table | None) -> Dominance | None:
    if table is None:
        return None
    return Dominance(
        contributors=table.integer("groesste"), share=table.integer("anteil"), closeness=table.integer("p_prozent")
    )


def _rounding(table: Table | None) -> Rounding | None:
    return Rounding(table.integer("basis", required=True), table.choice("art", RoundingKind)) if table else None


def _cell_key(table: Table | None) -> CellKeyNoise | None:
    """The variance stands as text ("1,05"), because a TOML number would not be exact."""
    if table is None:
        return None
    text = table.text("varianz", required=True).replace(",", ".")
    if text and not text.replace(".", "", 1).isdecimal():
        message = "Die Angabe „varianz“ hat nicht die richtige Form."
        remedy = "Erwartet wird eine Zahl als Text in Anführungszeichen, zum Beispiel 1,05."
        table.fault("K-WERT-01", message, remedy, "varianz")
        text = ""
    return CellKeyNoise(
        table=table.text("tabelle", required=True),
        deviation=table.integer("hoechstens", required=True),
        variance=Decimal(text or 0),
    )


def _sample(table: Table | None) -> SampleLimits | None:
    if table is None:
        return None
    return SampleLimits(table.integer("gesperrt_unter", required=True), table.integer("klammer_unter", required=True))
