"""quellen/<schluessel>.toml: sources of the municipality's own, in the catalogue's form."""

from mehrklang.catalogue import Source
from mehrklang.package.parts import supplies
from mehrklang.package.toml_text import assignments, comment

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
            **supplies.lines(source.supply),
        }
    )
    return f"{comment(_HEAD)}\n{body}"
