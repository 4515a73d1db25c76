"""quellen/<schluessel>.toml: sources of the municipality's own, in the catalogue's form."""

from mehrklang.catalogue import Source, SourceContents
from mehrklang.package.parts import supplies
from mehrklang.package.toml_text import assignments, comment, sections

FOLDER = "quellen"

_HEAD = "Eine eigene Quelle, in derselben Form wie die Quellen des Katalogs (Handbuch, „Katalog“)."


def render(source: Source) -> str:
    """The text of one source's file."""
    body = assignments(
        {
            "schluessel": source.key,
            "name": source.name,
            "herausgeber": source.producer,
            "lizenz": source.licence,
            "quellenangabe": source.citation,
            "zugang": source.access,
            "material": source.material,
            "regelsatz": source.rule_set,
            "rhythmus": source.rhythm,
            "rundung": source.rounding,
            "hinweis": source.note,
            "belege": source.references,
            "beschreibung": source.description,
            "regelsatz_begruendung": source.rule_reason,
            "grundgesamtheit": source.contents.population,
            "dateiform": source.contents.file_kind,
            **supplies.lines(source.supply),
        }
    )
    return f"{comment(_HEAD)}\n{body}{_files(source.contents)}"


def _files(contents: SourceContents) -> str:
    """Measures, features and columns of its files."""
    measures = (assignments({"name": each.name, "einheit": each.unit}) for each in contents.measures)
    features = (
        assignments({"name": each.name, "auspraegungen": each.categories, "definition": each.definition})
        for each in contents.features
    )
    columns = (
        assignments({"kopf": each.head, "bedeutung": each.meaning, "messgroesse": each.measure})
        for each in contents.columns
    )
    return sections("messgroesse", measures) + sections("merkmal", features) + sections("spalte", columns)
