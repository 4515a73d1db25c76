"""Breaks in series: [[bruch]] in an indicator's file, or an entry of the register that many indicators share."""

from collections.abc import Mapping

from mehrklang.catalogue.breaks import Break, BreakKind
from mehrklang.catalogue.table import Table


def break_from(table: Table) -> Break:
    """One break."""
    return Break(
        first_year=table.integer("ab_jahr", required=True),
        kind=table.choice("art", BreakKind),
        text=table.text("text", required=True),
        source=table.text("beleg", required=True),
        areas=table.texts("gebiete"),
    )


def breaks_of(table: Table, register: Mapping[str, Break]) -> tuple[Break, ...]:
    """The breaks of an indicator in the order of their years: those of the register by key, and its own."""
    own = [break_from(row) for row in table.rows("bruch")]
    shared = []
    for key in table.texts("brueche"):
        if key in register:
            shared.append(register[key])
        else:
            remedy = (
                f"Bekannt sind: {', '.join(sorted(register))}. Einen eigenen Bruch beschreibt ein Abschnitt „bruch“."
            )
            table.fault(
                "K-BRUCH-01", f"Der Reihenbruch „{key}“ steht nicht im Verzeichnis der Brüche.", remedy, "brueche"
            )
    return tuple(sorted([*shared, *own], key=lambda entry: entry.first_year))
