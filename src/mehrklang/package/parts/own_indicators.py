"""eigene-indikatoren/<code>.toml: indicators of the municipality's own, in the catalogue's form."""

from collections.abc import Iterable

from mehrklang.catalogue import (
    Binding,
    Break,
    ChangeForm,
    DefinitionVersion,
    Derivation,
    GroupBinding,
    IndicatorDefinition,
    Layer,
    Match,
    Term,
    WeightedIndicator,
)
from mehrklang.package.toml_text import assignments, comment, inline, sections

FOLDER = "eigene-indikatoren"

_HEAD = "Ein eigener Indikator, in derselben Form wie die Indikatoren des Katalogs (Handbuch, „Katalog“)."


def render(definition: IndicatorDefinition) -> str:
    """The text of one definition's file."""
    derivation = f"\n[ableitung]\n{_derivation(definition.derivation)}" if definition.derivation else ""
    breaks = sections("bruch", (_break(each) for each in definition.breaks))
    bindings = sections("bezug", (_binding(binding) for binding in definition.bindings))
    matches = matches_text("entsprechung", definition.matches)
    versions = sections("fassung", (_version(each) for each in definition.versions))
    return f"{comment(_HEAD)}\n{_top(definition)}{derivation}{breaks}{bindings}{matches}{versions}"


def matches_text(name: str, matches: Iterable[Match]) -> str:
    """The sections of that name with what an indicator says of others."""
    return sections(name, (_match(each) for each in matches))


def _match(each: Match) -> str:
    return assignments(
        {
            "indikator": each.indicator,
            "grad": each.degree,
            "unterschied": each.difference,
            "beleg": each.source,
        }
    )


def _version(each: DefinitionVersion) -> str:
    return assignments({"nummer": each.number, "datum": each.day, "aenderung": each.change, "von": each.who})


def _top(definition: IndicatorDefinition) -> str:
    return assignments(
        {
            "code": definition.code,
            "name": definition.name,
            "handlungsfeld": definition.field,
            "frage": definition.question,
            "relevanz": definition.relevance,
            "zaehler": definition.numerator,
            "nenner": definition.denominator,
            "grundgesamtheit": definition.population,
            "einheit": definition.unit,
            "art": definition.kind,
            "richtung": definition.direction,
            "perspektive": definition.perspective,
            "evidenz": definition.evidence,
            "je": definition.per,
            "kernkandidat": definition.core,
            "merkmale": definition.features,
            "definitionen": definition.definitions,
            "raumebene": definition.level,
            "quelle": definition.source,
            "methode": definition.method,
            "hinweise": definition.notes,
            "entspricht": definition.same_as,
            "belege": definition.references,
            "jahre_zusammen": definition.pooled_years if definition.pooled_years > 1 else None,
            "regelsatz": definition.rule_set or None,
        }
    )


def _derivation(derivation: Derivation) -> str:
    top = assignments(
        {
            "indikator": None if derivation.parts else derivation.indicator,
            "gruppe": derivation.group,
            "bezugsgruppe": derivation.base,
            "jahre": derivation.years,
            "form": None if derivation.form is ChangeForm.USUAL else derivation.form,
            "basisjahr": derivation.base_year or None,
        }
    )
    return top + sections("ableitung.teil", (_weighted(part) for part in derivation.parts))


def _weighted(part: WeightedIndicator) -> str:
    return assignments({"indikator": part.indicator, "gruppe": part.group, "gewicht": part.weight})


def _break(each: Break) -> str:
    return assignments(
        {
            "ab_jahr": each.first_year,
            "art": each.kind,
            "text": each.text,
            "beleg": each.source,
            "gebiete": each.areas,
        }
    )


def _binding(binding: Binding) -> str:
    top = assignments(
        {
            "quelle": binding.source,
            "merkmal": binding.feature,
            "definition": binding.definition,
            "teilgebiete": binding.level,
        }
    )
    return top + sections("bezug.gruppe", (_group(group) for group in binding.groups))


def _group(group: GroupBinding) -> str:
    top = assignments({"gruppe": group.group, "bezeichnung": group.label, "basis": group.base})
    own = _terms("zaehler", group.numerator) + _terms("nenner", group.denominator)
    return top + own + sections("bezug.gruppe.teil", (_layer(layer) for layer in group.layers))


def _layer(layer: Layer) -> str:
    limits = {"von": layer.lower, "bis_unter": layer.upper, "gewicht": layer.weight}
    terms = {
        "zaehler": layer.numerator,
        "nenner": layer.denominator,
        "vergleich_zaehler": layer.reference_numerator,
        "vergleich_nenner": layer.reference_denominator,
        "befragte": layer.respondents,
        "gewichtsquadrate": layer.squares,
        "gewichtsquadrate_zaehler": layer.numerator_squares,
    }
    return assignments({"teil": layer.name, **limits}) + "".join(_terms(key, some) for key, some in terms.items())


def _terms(key: str, terms: tuple[Term, ...]) -> str:
    if not terms:
        return ""
    lines = "".join(f"  {_term(term)},\n" for term in terms)
    return f"{key} = [\n{lines}]\n"


def _term(term: Term) -> str:
    where = inline(dict(term.where.pairs)) if term.where.pairs else ""
    place = {"tabelle": term.measure, "einheit": term.unit.value, "quelle": term.source}
    return inline({key: text for key, text in place.items() if text}, {"auspraegung": where} if where else {})
