"""Reads a JSON-stat dataset. Numbers are kept as they are written: JSON's own are binary."""

import json

from mehrklang.sources.declared.reader import read_declared
from mehrklang.sources.declared.table import DeclaredTable
from mehrklang.sources.faults import Faults
from mehrklang.sources.jsonstat.dataset import Json, dimensions_of, entries_of, find_datasets, text
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark
from mehrklang.sources.reading import Reading
from mehrklang.vocabulary import Material

_KIND = "jsonstat"


def looks_jsonstat(content: Content) -> bool:
    """Whether the text is a JSON object with dimensions and values."""
    return content.text.lstrip()[:1] == "{" and '"dimension"' in content.text and '"value"' in content.text


def read_jsonstat(content: Content, material: Material, faults: Faults) -> Reading:
    """The observations of the one dataset of the file."""
    table = _table(content, faults)
    if table is None:
        return Reading(_KIND, issues=faults.issues())
    return read_declared(table, content, material, faults)


def _table(content: Content, faults: Faults) -> DeclaredTable | None:
    try:
        document: Json = json.loads(content.text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        faults.add("L-KUBUS-01", grund="Die Datei ist kein vollständiges JSON")
        return None
    datasets = find_datasets(document)
    if len(datasets) != 1:
        faults.add("L-KUBUS-01", grund=f"Gelesen wird genau ein Datensatz; es sind {len(datasets)}")
        return None
    [(key, dataset)] = datasets.items()
    dimensions = dimensions_of(dataset)
    entries = entries_of(dataset, tuple(len(one.codes) for one in dimensions))
    if not dimensions or entries is None:
        faults.add("L-KUBUS-01", grund="Dimensionen und Werte passen nicht zusammen")
        return None
    title = text(dataset.get("label")) or text(dataset.get("title"))
    stand = text(dataset.get("updated"))
    notes = SourceNotes(table=key, title=title, licence=text(dataset.get("source")), stand=stand)
    return DeclaredTable(_KIND, key, "", Mark.POINT, dimensions, entries, notes)
