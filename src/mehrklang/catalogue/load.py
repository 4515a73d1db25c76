"""The ways in: the whole catalogue, a catalogue of others, and one definition of an office's own."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from mehrklang.catalogue.catalogue import Catalogue
from mehrklang.catalogue.checks.definition import faults_in_definition
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.files import one_file
from mehrklang.catalogue.forms.indicator import indicator_from
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.reading import NOTHING, Placed, read_files, read_layer
from mehrklang.catalogue.table import Table, open_table, parse_table
from mehrklang.vocabulary import Issue


def load(*extra: Path) -> Catalogue:
    """The packaged catalogue, and on top of it the files or folders of an office in the same form.

    Faults raise nothing: they stand in `Catalogue.issues`, all of them, and the file that has one is left out.

    >>> load().indicator("einbuergerungsquote").name
    'Einbürgerungsquote'
    """
    packaged = _packaged()
    return read_layer(extra, packaged) if extra else packaged


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A catalogue of others as its file has it. Promise: `catalogue` is None exactly when there are issues."""

    catalogue: NamedCatalogue | None
    indicators: tuple[IndicatorDefinition, ...]
    issues: tuple[Issue, ...]


def read_catalogue(text: str, *, file: str, below: Catalogue) -> TakenIn:
    """A named catalogue from the text of its file; its matches may name the indicators of `below`."""
    issues: list[Issue] = []
    table = parse_table(text, name=file, issues=issues)
    return TakenIn(None, (), tuple(issues)) if table is None else take_in(table, below)


def take_in(table: Table, below: Catalogue) -> TakenIn:
    """As `read_catalogue`, from a table that was opened elsewhere."""
    if "katalog" not in table:
        message = "Es fehlt, um welchen Katalog es geht."
        table.fault("K-SCHLUESSEL-01", message, "Ergänzen Sie unter „katalog“ das Kürzel des Katalogs.", "katalog")
        return TakenIn(None, (), tuple(table.issues))
    whole = read_files(one_file(table), below)
    if whole.issues:
        return TakenIn(None, (), whole.issues)
    named = next(each for key, each in whole.named.items() if key not in below.named)
    return TakenIn(named, tuple(each for each in whole.indicators.values() if each.catalogue == named.key), ())


def read_definition(source: str | Path) -> tuple[IndicatorDefinition | None, tuple[Issue, ...]]:
    """One indicator from the text of a file (str) or from a file (Path): the definition, or None and all its faults.

    Checked is what the definition says by itself; whether its sources exist is asked when it is loaded with others.
    """
    issues: list[Issue] = []
    if isinstance(source, Path):
        table = open_table(source, name=source.name, issues=issues)
    else:
        table = parse_table(source, name="", issues=issues)
    if table is None:
        return None, tuple(issues)
    definition = indicator_from(table, _packaged().breaks)
    table.finish()
    Placed(definition.code, definition, table).report(faults_in_definition(definition))
    return (None if issues else definition), tuple(sorted(issues, key=lambda issue: issue.line))


@cache
def _packaged() -> Catalogue:
    return read_layer((files("mehrklang.catalogue").joinpath("data"),), NOTHING)
