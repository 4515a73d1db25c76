"""kataloge/<schluessel>.toml: catalogues of others that the municipality has taken in, each with its indicators."""

from collections.abc import Iterable

from mehrklang.catalogue import Evidence, IndicatorDefinition, NamedCatalogue
from mehrklang.package.parts.own_indicators import matches_text
from mehrklang.package.toml_text import assignments, comment

FOLDER = "kataloge"

_HEAD = "Ein Katalog anderer, nur beschrieben (Handbuch, „Katalog“, Abschnitt „Einen Katalog einlesen“)."


def render(catalogue: NamedCatalogue, indicators: Iterable[IndicatorDefinition]) -> str:
    """The text of one catalogue's file with those of the indicators that are its own."""
    head = assignments(
        {
            "katalog": catalogue.key,
            "name": catalogue.name,
            "kurzname": catalogue.short,
            "herausgeber": catalogue.publisher,
            "adresse": catalogue.link,
            "stand": catalogue.as_of,
            "hinweis": catalogue.note,
        }
    )
    own = (each for each in indicators if each.catalogue == catalogue.key)
    return f"{comment(_HEAD)}{head}" + "".join(f"\n[[indikator]]\n{_body(each)}" for each in own)


def _body(definition: IndicatorDefinition) -> str:
    subjective = definition.evidence is Evidence.SUBJECTIVE
    own = assignments(
        {
            "nummer": definition.number,
            "name": definition.name,
            "handlungsfeld": definition.field,
            "frage": definition.question,
            "relevanz": definition.relevance,
            "zaehler": definition.numerator,
            "nenner": definition.denominator,
            "grundgesamtheit": definition.population,
            "einheit": definition.unit,
            "art": definition.kind,
            "je": None if definition.per == 100 else definition.per,
            "richtung": definition.direction,
            "perspektive": definition.perspective,
            "evidenz": definition.evidence if subjective else None,
            "merkmale": definition.features,
            "definitionen": definition.definitions,
            "raumebene": definition.level,
            "quelle": definition.source,
            "methode": definition.method,
            "hinweise": definition.notes,
            "belege": definition.references,
        }
    )
    return own + matches_text("indikator.entsprechung", definition.matches)
