"""Sources, feature definitions and the rule table of their comparability."""

from mehrklang.catalogue.comparability import Comparability, ComparedPair, Degree
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.forms.contents import contents_from
from mehrklang.catalogue.forms.supply import supply_from
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.table import Table
from mehrklang.vocabulary import Material


def source_from(table: Table) -> Source:
    """A source: one file each."""
    return Source(
        key=table.text("schluessel", required=True),
        name=table.text("name", required=True),
        producer=table.text("herausgeber", required=True),
        licence=table.text("lizenz", required=True),
        citation=table.text("quellenangabe", required=True),
        material=table.choice("material", Material),
        rule_set=table.text("regelsatz", required=True),
        rhythm=table.text("rhythmus"),
        rounding=table.integer("rundung"),
        note=table.text("hinweis"),
        access=table.text("zugang", required=True),
        references=table.texts("belege"),
        supply=supply_from(table),
        description=table.text("beschreibung"),
        rule_reason=table.text("regelsatz_begruendung"),
        contents=contents_from(table),
    )


def feature_definition_from(table: Table) -> FeatureDefinition:
    """One [[definition]]."""
    return FeatureDefinition(
        key=table.text("schluessel", required=True),
        feature=table.text("merkmal", required=True),
        name=table.text("name", required=True),
        text=table.text("text", required=True),
        used_by=table.texts("verwendet_von"),
        since=table.text("seit"),
        until=table.text("bis"),
        notes=table.texts("hinweise"),
        references=table.texts("belege"),
    )


def pair_from(table: Table) -> ComparedPair:
    """One [[vergleich]]: the first definition is to the second as `grad` says."""
    answer = Comparability(table.choice("grad", Degree), table.text("warnung"), table.text("unterschied"))
    return ComparedPair(table.text("erste", required=True), table.text("zweite", required=True), answer)
