"""The definition sheet: what is known of an indicator, heading by heading; comparing puts several side by side."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.catalogue import Catalogue, IndicatorDefinition, german, in_symbols
from mehrklang.report import kind_sentences
from mehrklang_web.catalogues import words
from mehrklang_web.catalogues.queries import OWN, SHIPPED, accesses, level_of, shelf_of, sources_of

SHELVES = {SHIPPED: "Mehrklang-Katalog", OWN: "eigene Indikatoren"}


@dataclass(frozen=True, slots=True)
class Fact:
    """One heading with its paragraphs; `key` tells it from others where several sheets stand side by side."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One heading for several indicators, each with its paragraphs; `differs`: not all say the same."""

    label: str
    cells: tuple[tuple[str, ...], ...]

    @property
    def differs(self) -> bool:
        """Whether it tells them apart."""
        return len(set(self.cells)) > 1


def shelf_name(catalogue: Catalogue, definition: IndicatorDefinition) -> str:
    """Where it stands, with its number there."""
    named = catalogue.named.get(definition.catalogue)
    return f"{named.short} {definition.number}" if named else SHELVES[shelf_of(definition)]


def facts(catalogue: Catalogue, definition: IndicatorDefinition) -> tuple[Fact, ...]:
    """Every heading that has something to say, in the order of a definition sheet."""
    found = ((label, tuple(filter(None, texts))) for label, texts in _facts(catalogue, definition))
    return tuple(Fact(label, texts) for label, texts in found if texts)


def compared(catalogue: Catalogue, definitions: tuple[IndicatorDefinition, ...]) -> tuple[Compared, ...]:
    """The same headings for several indicators; what one of them does not say stays empty."""
    sheets = [{fact.label: fact.texts for fact in facts(catalogue, each)} for each in definitions]
    order = dict.fromkeys(label for label, _ in _facts(catalogue, definitions[0]))
    labels = [label for label in order if any(label in sheet for sheet in sheets)]
    return tuple(Compared(label, tuple(sheet.get(label, ()) for sheet in sheets)) for label in labels)


def _facts(catalogue: Catalogue, of: IndicatorDefinition) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "Katalog", (shelf_name(catalogue, of),)
    yield "Handlungsfeld", (of.field,)
    yield "Frage", (of.question,)
    yield "Relevanz", (of.relevance,)
    yield "In Worten", (kind_sentences.definition(of) if of.numerator else "",)
    yield "Formel", (in_symbols(of),)
    yield "Zähler (Z)", (of.numerator or words.UNKNOWN,)
    yield "Nenner (N)", (of.denominator,)
    yield "Grundgesamtheit", (of.population,)
    yield "Abgeleitet aus", _derived(catalogue, of)
    yield "Einheit", (of.unit.description,)
    yield "Richtung", (f"{german.DIRECTIONS[of.direction]} · {german.PERSPECTIVES[of.perspective]}",)
    yield "Evidenz", (german.EVIDENCES[of.evidence],)
    yield "Merkmal und seine Definition", tuple(_features(catalogue, of))
    yield "Gruppen", tuple(dict.fromkeys(group.label for binding in of.bindings for group in binding.groups))
    yield "Quelle", (of.source, *_named_sources(catalogue, of))
    yield "Rhythmus", tuple(_rhythms(catalogue, of))
    yield "Zugang", (", ".join(sorted(each.label for each in accesses(catalogue, of))),)
    yield "Kleinste Gebiete", (words.level(level_of(catalogue, of)),)
    yield "Methode", (of.method,)
    yield "Zu beachten", of.notes
    yield "Brüche der Reihe", tuple(f"ab {each.first_year}: {each.text} ({each.source})" for each in of.breaks)
    yield "Entspricht außerdem", of.same_as
    yield "Belege", of.references


def _derived(catalogue: Catalogue, of: IndicatorDefinition) -> tuple[str, ...]:
    codes = of.derivation.indicators if of.derivation else ()
    return tuple(catalogue.indicators[code].name if code in catalogue.indicators else code for code in codes)


def _features(catalogue: Catalogue, of: IndicatorDefinition) -> Iterator[str]:
    """Per source the definition by which groups are told apart; of what is only described the ones that it names."""
    for binding in of.bindings:
        definition = catalogue.definitions.get(binding.definition)
        source = catalogue.sources.get(binding.source)
        if definition and binding.definition != "keins":
            yield f"{source.name if source else binding.source}: {definition.name}. {definition.text}"
    for key in of.definitions:
        if (found := catalogue.definitions.get(key)) is not None:
            yield f"{found.name}. {found.text}"
    if of.features and not of.definitions:
        yield f"Sinnvoll zu unterscheiden nach: {', '.join(words.FEATURES.get(each, each) for each in of.features)}."


def _named_sources(catalogue: Catalogue, of: IndicatorDefinition) -> Iterator[str]:
    for key in sources_of(catalogue, of):
        if (source := catalogue.sources.get(key)) is not None:
            yield f"{source.name} ({source.producer})"


def _rhythms(catalogue: Catalogue, of: IndicatorDefinition) -> Iterator[str]:
    for key in sources_of(catalogue, of):
        source = catalogue.sources.get(key)
        rhythm = source and (source.rhythm or (source.supply.cadence.label if source.supply.cadence else ""))
        if source and rhythm:
            yield f"{source.name}: {rhythm}"
