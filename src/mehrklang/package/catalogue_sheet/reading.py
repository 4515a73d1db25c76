"""A file with a catalogue of others, TOML or spreadsheet, to its indicators; every fault with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from mehrklang.catalogue import Catalogue, TakenIn, read_catalogue
from mehrklang.catalogue.lines import KeyPath, KnownLines
from mehrklang.catalogue.load import take_in
from mehrklang.catalogue.table import Table
from mehrklang.package.catalogue_sheet.layout import ALSO, CHOICES, COLUMNS, EXAMPLE, HEAD, LISTS, MATCH_COLUMNS
from mehrklang.package.catalogue_sheet.words import code_of, feature_key, in_words, key_of, short_key
from mehrklang.sources.decoding import decode
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import fold
from mehrklang.sources.table import Row
from mehrklang.sources.text_file import read_text
from mehrklang.sources.workbook import SIGNATURES, read_workbook
from mehrklang.vocabulary import Issue, Severity

_NAMES = {key: name for name, key in {**HEAD, **MATCH_COLUMNS, **COLUMNS}.items()}
_COLUMNS = {fold(name): ALSO.get(name, name) for name in (*COLUMNS, *MATCH_COLUMNS, *ALSO)}
_REMEDIES = {
    "K-NENNER-01": "Füllen Sie „Nenner“ aus: woran gemessen wird, zum Beispiel „Kinder von 3 bis unter 6 Jahren“.",
    "K-ENTSPRECHUNG-01": "Schreiben Sie den Code vom Steckbrief, den Namen, oder Kurzname und Nummer wie „IntMK D1“.",
    "K-ENTSPRECHUNG-03": "Füllen Sie „Unterschied“ aus: worin sich die Indikatoren unterscheiden.",
}
_SHORTEST = 4
"""Shorter texts that stand alone are numbers, not fields of action."""
_HEAD = {fold(name): key for name, key in HEAD.items()}


def read_catalogue_file(data: bytes, file: str, below: Catalogue) -> TakenIn:
    """The catalogue in a TOML file, a workbook (xlsx, ods, xls) or a CSV file in the columns of the template.

    `below` is what its matches may name, and whose keys are taken.
    """
    faults = Faults(file)
    if data.startswith(SIGNATURES):
        rows = [row for sheet in read_workbook(data, faults) for row in sheet.rows]
        return _of_rows(rows, faults, below)
    decoded = decode(data)
    if decoded is None:
        faults.add("L-DATEI-03", grund="weder Arbeitsmappe noch Text")
        return TakenIn(None, (), faults.issues())
    if file.casefold().endswith(".toml"):
        return read_catalogue(decoded.text, file=file, below=below)
    return _of_rows(list(read_text(decoded.text, list(COLUMNS), faults).rows), faults, below)


def _of_rows(rows: list[Row], faults: Faults, below: Catalogue) -> TakenIn:
    heads = next((at for at, row in enumerate(rows) if {"Nummer", "Indikator"} <= set(_columns_of(row))), None)
    if heads is None:
        message = "Die Datei hat keine Kopfzeile mit den Spalten „Nummer“ und „Indikator“."
        remedy = "Laden Sie die Vorlage herunter und füllen Sie sie aus; die Namen der Spalten bleiben, wie sie sind."
        missing = Issue("M-KATALOG-01", Severity.ERROR, message, remedy, file=faults.file)
        return TakenIn(None, (), (*faults.issues(), missing))
    found = _Sheet(below)
    found.head(rows[:heads])
    found.indicators(rows[heads], rows[heads + 1 :])
    issues = list(faults.issues())
    table = _SheetTable(found.values, file=faults.file, lines=KnownLines(found.lines), issues=issues)
    for line, name in found.unknown:
        message = f"Die Spalte „{name}“ ist nicht vorgesehen."
        issues.append(Issue("M-KATALOG-02", Severity.ERROR, message, _columns(), file=faults.file, line=line))
    taken = take_in(table, below)
    return replace(taken, catalogue=None, indicators=(), issues=tuple(issues)) if issues else taken


def _columns_of(row: Row) -> list[str]:
    """The columns that a row of heads names; case and umlauts do not count, usual other names do."""
    return [_COLUMNS.get(fold(cell.strip(" *:")), cell.strip()) for cell in row.cells]


def _columns() -> str:
    return f"Möglich sind: {', '.join((*COLUMNS, *MATCH_COLUMNS))}."


@dataclass(slots=True)
class _Sheet:
    """The cells as the values of the TOML form, with the line of each."""

    below: Catalogue
    values: dict[str, object] = field(default_factory=dict)
    lines: dict[KeyPath, int] = field(default_factory=dict)
    unknown: list[tuple[int, str]] = field(default_factory=list)

    def head(self, rows: list[Row]) -> None:
        """The lines above the columns: name and value."""
        for row in rows:
            name, value = (*(cell.strip() for cell in row.cells), "", "")[:2]
            key = _HEAD.get(fold(name.rstrip(":")))
            if key and value:
                self.values[key] = short_key(value) if key == "katalog" else value
                self.lines[(key,)] = row.line

    def indicators(self, heads: Row, rows: list[Row]) -> None:
        """One per row with a number; a row without one continues the matches of the one above."""
        names = _columns_of(heads)
        self.unknown += [(heads.line, name) for name in names if name and name not in {**COLUMNS, **MATCH_COLUMNS}]
        found: list[dict[str, object]] = []
        above, rows = "", _without_example(names, rows)
        for row in rows:
            cells = {name: cell.strip() for name, cell in zip(names, row.cells, strict=False) if cell.strip()}
            if title := _title(cells):
                above = title
                continue
            own = dict(_values(cells, COLUMNS))
            if above and own:
                own.setdefault("handlungsfeld", above)
            if own or not found:
                found.append(own)
                self.lines[("indikator", len(found) - 1)] = row.line
            match = dict(_values(cells, MATCH_COLUMNS))
            if "indikator" in match:
                match["indikator"] = code_of(str(match["indikator"]), self.below)
            self._match(found, match, row.line)
        self.values["indikator"] = found

    def _match(self, found: list[dict[str, object]], match: dict[str, object], line: int) -> None:
        matches = found[-1].get("entsprechung", [])
        if match and isinstance(matches, list):
            found[-1]["entsprechung"] = [*matches, match]
            self.lines[("indikator", len(found) - 1, "entsprechung", len(matches))] = line


def _without_example(names: list[str], rows: list[Row]) -> list[Row]:
    """The template's invented indicator is left out as soon as others stand beside it."""
    own = [row for row in rows if EXAMPLE not in {cell.strip() for cell in row.cells}]
    numbered = names.index("Nummer")
    return own if any(len(row.cells) > numbered and row.cells[numbered].strip() for row in own) else rows


def _title(cells: Mapping[str, str]) -> str:
    """The field of action that stands alone in a row, over the indicators that belong to it; "" for other rows."""
    if len(cells) != 1 or not {"Nummer", "Handlungsfeld"} & cells.keys():
        return ""
    [text] = cells.values()
    is_number = len(text) < _SHORTEST or any(sign.isdigit() for sign in text)
    return "" if is_number else text.removeprefix("Handlungsfeld").strip(" :")


def _values(cells: Mapping[str, str], columns: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """The keys of the form with what the cells say; a number that is none stays text, and is told as such."""
    for name, key in columns.items():
        text = cells.get(name, "")
        if text and key in LISTS:
            parts = [part.strip() for part in text.split(";") if part.strip()]
            yield key, [feature_key(part) for part in parts] if key == "merkmale" else parts
        elif text and key == "je":
            plain = text.replace(".", "")
            yield key, int(plain) if plain.isdecimal() and plain.isascii() else text
        elif text:
            yield key, key_of(key, text) if key in CHOICES else text


class _SheetTable(Table):
    """A table whose faults speak of columns."""

    __slots__ = ()

    def fault(self, code: str, message: str, remedy: str, *at: str | int) -> None:
        """Notes an error at the column of a key."""
        key = next((str(each) for each in reversed(at) if isinstance(each, str)), "")
        name = _name(key, self._path)
        if name:
            message = message.replace(f"„{key}“", f"„{name}“")
        remedy = _remedy(code, key, name, remedy)
        super().fault(code, message, remedy, *at)
        self.issues[-1] = replace(self.issues[-1], column=name)


def _remedy(code: str, key: str, name: str, remedy: str) -> str:
    """What helps in a sheet, in the words of its cells."""
    if code == "K-SCHLUESSEL-01" and name in HEAD and name not in COLUMNS:
        return f"Schreiben Sie über die Tabelle eine Zeile: links „{name}“, rechts daneben die Angabe."
    if code == "K-SCHLUESSEL-01" and name:
        return f"Füllen Sie „{name}“ aus."
    if code == "K-CODE-01" and name == "Nummer":
        return "Jede Nummer darf nur einmal vorkommen. Prüfen Sie, ob die Zeile doppelt ist."
    return _REMEDIES.get(code, in_words(key, remedy))


def _name(key: str, path: KeyPath) -> str:
    """What the sheet calls a key: of the head, of a match or of an indicator."""
    names = HEAD if not path else MATCH_COLUMNS if "entsprechung" in path else COLUMNS
    return next((name for name, each in names.items() if each == key), _NAMES.get(key, ""))
