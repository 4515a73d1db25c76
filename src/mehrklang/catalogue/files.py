"""The TOML files of a catalogue: which there are, and what kind of entry each holds."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from mehrklang.catalogue.table import Table, open_table
from mehrklang.vocabulary import Issue

KINDS = ("code", "schluessel", "definition", "vergleich", "regelsatz", "bruch")
"""The key that tells what a file holds: indicator, source, feature definitions, compared pairs, rule sets, breaks."""


def tables_of(places: tuple[Traversable, ...], issues: list[Issue]) -> dict[str, list[Table]]:
    """All readable files of all places by the key that tells their kind; the others are named in `issues`."""
    tables: dict[str, list[Table]] = {kind: [] for kind in KINDS}
    for place in places:
        for name, file in _toml_files(place):
            table = open_table(file, name=name, issues=issues)
            if table is None:
                continue
            kind = next((kind for kind in KINDS if kind in table), None)
            if kind:
                tables[kind].append(table)
            else:
                message = "Die Datei beschreibt weder einen Indikator noch eine Quelle noch ein Verzeichnis."
                remedy = f"Am Anfang steht eine dieser Angaben: {', '.join(KINDS)}."
                table.fault("K-DATEI-01", message, remedy)
    return tables


def _toml_files(place: Traversable, prefix: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files below a folder in the order of their names, or the one file itself."""
    if not place.is_dir():
        yield prefix + place.name, place
        return
    for entry in sorted(place.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            yield from _toml_files(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".toml"):
            yield prefix + entry.name, entry
