"""The TOML files of a catalogue: which there are, and what kind of entry each holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from mehrklang.catalogue.table import Table, open_table
from mehrklang.vocabulary import Issue

KINDS = ("code", "schluessel", "katalog", "definition", "vergleich", "regelsatz", "bruch")
"""The key that tells what a file holds: indicator, source, a named catalogue, feature definitions, compared pairs, rule
sets, breaks."""


@dataclass(frozen=True, slots=True)
class Files:
    """The readable files by the key that tells their kind, and for every file the issues found so far."""

    tables: Mapping[str, tuple[Table, ...]]
    issues: tuple[list[Issue], ...]


def one_file(table: Table) -> Files:
    """A table that did not come from a folder, as the only file; nothing but an issue where nobody knows its kind."""
    kind = _kind(table)
    return Files({each: (table,) if each == kind else () for each in KINDS}, (table.issues,))


def open_files(places: tuple[Traversable, ...]) -> Files:
    """All files of all places, each with issues of its own, so that one file's fault leaves the others alone."""
    tables: dict[str, list[Table]] = {kind: [] for kind in KINDS}
    issues: list[list[Issue]] = []
    for place in places:
        for name, file in _toml_files(place):
            issues.append([])
            table = open_table(file, name=name, issues=issues[-1])
            if table and (kind := _kind(table)):
                tables[kind].append(table)
    return Files({kind: tuple(found) for kind, found in tables.items()}, tuple(issues))


def _kind(table: Table) -> str:
    """The key that tells what the file holds, or "" and an issue."""
    kind = next((kind for kind in KINDS if kind in table), "")
    if not kind:
        message = "Die Datei beschreibt weder einen Indikator noch eine Quelle noch ein Verzeichnis."
        table.fault("K-DATEI-01", message, f"Am Anfang steht eine dieser Angaben: {', '.join(KINDS)}.")
    return kind


def _toml_files(place: Traversable, above: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files below a folder in the order of their names, or the one file itself; named from the folder on."""
    name = f"{above}{place.name}"
    if not place.is_dir():
        yield name, place
        return
    for entry in sorted(place.iterdir(), key=lambda item: item.name):
        if entry.is_dir() or entry.name.endswith(".toml"):
            yield from _toml_files(entry, f"{name}/")
