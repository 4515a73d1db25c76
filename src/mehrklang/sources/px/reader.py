"""Reads a PX file: STUB before HEADING, the last variable runs fastest."""

import re
from collections.abc import Iterator
from math import prod

from mehrklang.sources.declared.reader import read_declared
from mehrklang.sources.declared.roles import role_of
from mehrklang.sources.declared.table import DeclaredTable, Dimension, Entry, positions
from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content
from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.numbers import Mark
from mehrklang.sources.px.records import Records, recoded
from mehrklang.sources.reading import Reading
from mehrklang.sources.signs import read_sign
from mehrklang.vocabulary import Material

_KIND = "px"
_BEGINS = re.compile(r"\s*(?:CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|MATRIX|CREATION-DATE|SUBJECT-CODE)\s*=")
_TOKEN = re.compile(r'"[^"]*"|[^\s,;"]+|\n')
_DOTS = re.compile(r"\.{1,6}")


def looks_px(content: Content) -> bool:
    """Whether the text begins with one of the keywords that PX files begin with, and declares a title or values."""
    return _BEGINS.match(content.text) is not None and "VALUES" in content.text


def read_px(content: Content, material: Material, faults: Faults) -> Reading:
    """The observations of the table."""
    records = Records.of(recoded(content))
    table = None if records is None else _table(records, faults)
    if records is None:
        faults.add("L-KUBUS-01", grund="Der Abschnitt DATA fehlt")
    if table is None:
        return Reading(_KIND, issues=faults.issues())
    return read_declared(table, content, material, faults)


def _table(records: Records, faults: Faults) -> DeclaredTable | None:
    dimensions = tuple(_dimension(records, name) for name in (*records.all("STUB"), *records.all("HEADING")))
    sizes = tuple(len(one.codes) for one in dimensions)
    entries = tuple(_entries(records, sizes))
    fault = _fault(records, sizes, len(entries))
    if fault:
        faults.add("L-KUBUS-01", grund=fault)
        return None
    notes = SourceNotes(
        table=records.one("MATRIX"),
        title=records.one("TITLE") or records.one("CONTENTS"),
        footnotes=(*records.all("NOTE"), *records.all("NOTEX")),
        licence=records.one("SOURCE").strip(),
        stand=records.one("LAST-UPDATED") or records.one("CREATION-DATE"),
    )
    key, unit = notes.table or notes.title, records.one("UNITS")
    return DeclaredTable(_KIND, key, unit, Mark.POINT, dimensions, entries, notes)


def _fault(records: Records, sizes: tuple[int, ...], entries: int) -> str:
    if any(key == "KEYS" for key, _ in records.values):
        return "Die Datei lässt leere Zeilen aus (KEYS); so wird sie nicht gelesen"
    if not sizes or 0 in sizes:
        return "Zu einer Variable fehlen die Ausprägungen (VALUES)"
    if entries != prod(sizes):
        return f"Es sind {entries} Werte, die Dimensionen verlangen {prod(sizes)}"
    return ""


def _dimension(records: Records, name: str) -> Dimension:
    labels = records.all("VALUES", name)
    codes = records.all("CODES", name)
    if len(set(codes)) != len(labels):
        codes = tuple(str(at) for at in range(len(labels))) if len(set(labels)) != len(labels) else labels
    declared = "time" if records.all("TIMEVAL", name) else "geo" if records.all("MAP", name) else ""
    if name == records.one("CONTVARIABLE") and name:
        declared = "metric"
    return Dimension(name.strip(), name.strip(), codes, labels, role_of(name, codes=codes, declared=declared))


def _entries(records: Records, sizes: tuple[int, ...]) -> Iterator[Entry]:
    line, at = records.data_line, 0
    for found in _TOKEN.findall(records.data):
        if found == "\n":
            line += 1
        else:
            raw = found.strip('"')
            yield Entry(positions(at, sizes), _read_symbol(raw, records), "", line, f"DATA[{at}]")
            at += 1


def _read_symbol(raw: str, records: Records) -> str:
    """A missing value is a number of dots: what the file says about it, if that is a sign; else unknown (".").

    >>> _read_symbol("..", Records({("DATASYMBOL2", ""): ("x",)}, "", 0)), _read_symbol("7", Records({}, "", 0))
    ('x', '7')
    """
    if not _DOTS.fullmatch(raw):
        return raw
    told = records.one(f"DATASYMBOL{len(raw)}") or raw
    return told if read_sign(told) is not None else "."
