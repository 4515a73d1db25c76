"""reihenbrueche.toml: breaks in series that this municipality knows beside those of the catalogue."""

from collections.abc import Mapping
from types import MappingProxyType

from mehrklang.catalogue import Break, BreakKind
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "reihenbrueche.toml"

_HEAD = f"""
Eigene Reihenbrüche. Über einen Bruch hinweg gibt es keine Linie, keinen Trend und keinen Abstand zum Zielwert.

ab_jahr  das erste Jahr, das mit den früheren nicht vergleichbar ist
art      {", ".join(BreakKind)}
quelle   die Veröffentlichung, die den Bruch belegt
gebiete  Schlüssel der betroffenen Gebiete (leer: alle)
"""


NONE: Mapping[str, tuple[Break, ...]] = MappingProxyType({})


def read(table: Table) -> Mapping[str, tuple[Break, ...]]:
    """The breaks by indicator, each in the order of the file."""
    found = [(row.text("indikator", required=True), _break(row)) for row in table.rows("reihenbruch")]
    codes = dict.fromkeys(code for code, _ in found)
    return MappingProxyType({code: tuple(each for owner, each in found if owner == code) for code in codes})


def _break(row: Table) -> Break:
    return Break(
        first_year=row.integer("ab_jahr", required=True),
        kind=row.choice("art", BreakKind),
        text=row.text("text", required=True),
        source=row.text("quelle", required=True),
        areas=row.texts("gebiete"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of reihenbrueche.toml."""
    bodies = (_body(code, content) for code, contents in monitoring.own_breaks.items() for content in contents)
    return comment(_HEAD) + sections("reihenbruch", bodies)


def _body(indicator: str, content: Break) -> str:
    return assignments(
        {
            "indikator": indicator,
            "ab_jahr": content.first_year,
            "art": content.kind,
            "text": content.text,
            "quelle": content.source,
            "gebiete": content.areas,
        }
    )
