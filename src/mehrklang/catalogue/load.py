"""The two ways in: the whole catalogue, and one definition of an office's own."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from mehrklang.catalogue.catalogue import Catalogue
from mehrklang.catalogue.checks.definition import faults_in_definition
from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.forms.indicator import indicator_from
from mehrklang.catalogue.reading import NOTHING, Placed, read_layer
from mehrklang.catalogue.table import open_table, parse_table
from mehrklang.vocabulary import Issue


def load(*extra: Path) -> Catalogue:
    """The packaged catalogue, and on top of it the files or folders of an office in the same form.

    Faults raise nothing: they stand in `Catalogue.issues`, all of them, and the file that has one is left out.

    >>> load().indicator("einbuergerungsquote").name
    'Einbürgerungsquote'
    """
    packaged = _packaged()
    return read_layer(extra, packaged) if extra else packaged


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
