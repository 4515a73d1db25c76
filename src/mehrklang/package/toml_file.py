"""Opens a TOML file of the folder; a fault in the form of the file becomes an issue with its line."""

import re
import tomllib
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from mehrklang.catalogue.lines import KeyLines
from mehrklang.package.table import Table
from mehrklang.vocabulary import Issue, Severity

Part = TypeVar("Part")


def read_part(folder: Path, name: str, reader: Callable[[Table], Part], *, absent: Part, issues: list[Issue]) -> Part:
    """What `reader` makes of the file `name`; `absent` where the file is missing or cannot be read."""
    if not (folder / name).exists():
        return absent
    text = file_text(folder, name, issues)
    table = None if text is None else toml_table(text, file=name, issues=issues)
    if table is None:
        return absent
    part = reader(table)
    table.finish()
    return part


def file_text(folder: Path, name: str, issues: list[Issue]) -> str | None:
    """The text of a file, or None and an issue."""
    try:
        return (folder / name).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Die Datei ist nicht in UTF-8 gespeichert (Byte {error.start + 1})."
        remedy = "Speichern Sie die Datei im Editor mit der Zeichenkodierung UTF-8."
    except OSError as error:
        message = f"Die Datei lässt sich nicht lesen: {error.strerror}."
        remedy = "Prüfen Sie, ob es eine Datei ist und ob Sie sie öffnen dürfen."
    issues.append(Issue("M-DATEI-01", Severity.ERROR, message, remedy, file=name))
    return None


def toml_table(text: str, *, file: str, issues: list[Issue], first_line: int = 1) -> Table | None:
    """The whole text as a table, or None and an issue; `first_line` is where the text begins in its file.

    Numbers are read as Decimal, so that a target is exactly the one that was written.
    """
    try:
        values = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        issues.append(_syntax_issue(str(error), file=file, first_line=first_line))
        return None
    in_the_file = "\n" * (first_line - 1) + text
    return Table(values, file=file, lines=KeyLines(in_the_file), issues=issues)


def _syntax_issue(error: str, *, file: str, first_line: int) -> Issue:
    found = re.search(r"at line (\d+)", error)
    return Issue(
        code="M-TOML-01",
        severity=Severity.ERROR,
        message="Die Datei ist an dieser Stelle nicht in der Form geschrieben, die das Programm lesen kann.",
        remedy="Prüfen Sie die Zeile und die davor: Texte stehen in Anführungszeichen, Zahlen haben einen Punkt statt "
        "eines Kommas, jeder Schlüssel kommt je Abschnitt nur einmal vor, Klammern und Anführungszeichen sind "
        "geschlossen.",
        file=file,
        line=int(found[1]) + first_line - 1 if found else 0,
        raw=error,
    )
