"""gebietsstand.toml: the territory that the edition reports on, and how each source gets there."""

from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.territory import Manner, SourceOn, Vintage, Weighting

FILE = "gebietsstand.toml"

_HEAD = f"""
Der Gebietsstand, auf dem die Ausgabe berichtet. Frühere Jahre werden mit dem Umsteigeschlüssel umgerechnet, der
als Datei mit art = "umsteigeschluessel" in daten.toml steht: nur Anzahlen; Quoten werden danach neu gebildet.
Eine Quelle, die hier nicht steht, bleibt auf dem Gebietsstand, auf dem sie liefert.

tag         zum Beispiel 2020-12-31
quelle      Schlüssel der Quelle
weise       {" oder ".join(f"„{one.value}“ ({one.label})" for one in Manner)}
gewichtung  wonach geteilte Gebiete zählen: {", ".join(f"„{one.value}“" for one in Weighting)}
"""


def read(table: Table) -> Vintage | None:
    """The territory; None where its day is missing. Each source once."""
    day = table.day("tag", required=True)
    rows = table.rows("quelle")
    sources = tuple(
        SourceOn(
            row.text("quelle", required=True),
            row.choice("weise", Manner) if "weise" in row else Manner.BROUGHT,
            row.choice("gewichtung", Weighting) if "gewichtung" in row else Weighting.POPULATION,
        )
        for row in rows
    )
    for row, one in zip(rows, sources, strict=True):
        if sum(other.source == one.source for other in sources) > 1:
            message = f"Die Quelle „{one.source}“ steht mehrmals im Gebietsstand."
            row.fault("M-GEBIETSSTAND-01", message, "Lassen Sie einen der Einträge stehen.", "quelle")
    return Vintage(day, sources) if day else None


def render(vintage: Vintage) -> str:
    """The text of gebietsstand.toml."""
    return comment(_HEAD) + assignments({"tag": vintage.day}) + sections("quelle", map(_body, vintage.sources))


def _body(one: SourceOn) -> str:
    return assignments({"quelle": one.source, "weise": one.manner, "gewichtung": one.weighting})
