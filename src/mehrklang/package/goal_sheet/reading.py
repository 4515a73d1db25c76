"""A spreadsheet to the rows of a goal tree, with every fault at its cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from string import ascii_uppercase
from typing import TypeVar

from mehrklang.package.goal_sheet import cells
from mehrklang.package.goal_sheet.doubts import doubts
from mehrklang.package.goal_sheet.entry import Entry
from mehrklang.package.goal_sheet.layout import HEADS, Column, column_of, is_number
from mehrklang.planning import MeasureState
from mehrklang.sources.decoding import decode
from mehrklang.sources.faults import Faults
from mehrklang.sources.table import Sheet
from mehrklang.sources.text_file import read_text
from mehrklang.sources.workbook import SIGNATURES, read_workbook
from mehrklang.vocabulary import Issue, Severity

T = TypeVar("T")
_HEAD_WITHIN = 20
_LONGEST: Mapping[Column, int] = {Column.FIELD: 120, Column.RESPONSIBLE: 200, Column.PRODUCT: 200}
_LONGEST_TITLE = 300
_AIMS = (Column.FIELD, Column.STRATEGIC, Column.OPERATIVE)
_NUMBERED = (Column.STRATEGIC, Column.OPERATIVE, Column.MEASURE)
_MAY_BE_OPEN = (Column.BEGINS, Column.ENDS, Column.BUDGET)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """The rows of all sheets, and what is wrong. Promise: no rows if an issue is an ERROR."""

    entries: tuple[Entry, ...]
    issues: tuple[Issue, ...]


def read_sheet(data: bytes, file: str) -> SheetReading:
    """The goal tree of a workbook (xlsx, ods, xls) or CSV file.

    An empty cell for a field of action or a goal means "as above" (as merged cells do), unless a level above it is
    written anew in the same row: then the level is left out.
    """
    faults = Faults(file)
    sheets = _sheets(data, faults)
    issues = list(faults.issues())
    known = [(sheet, head) for sheet in sheets if (head := _head(sheet)) is not None]
    if not known and not any(issue.severity is Severity.ERROR for issue in issues):
        message = "Kein Blatt hat eine Kopfzeile mit Spalten eines Zielbaums."
        remedy = f"Nötig ist mindestens „{HEADS[0]}“ und eine Spalte mit Zielen. Die Vorlage zeigt alle Spalten."
        issues.append(Issue("M-ZIELBAUM-01", Severity.ERROR, message, remedy, file=file))
    entries = [entry for sheet, head in known for entry in _Reader(file, sheet, head, issues).entries()]
    issues.extend(doubts(entries, file))
    sound = all(issue.severity is not Severity.ERROR for issue in issues)
    return SheetReading(tuple(entries) if sound else (), tuple(issues))


def _sheets(data: bytes, faults: Faults) -> tuple[Sheet, ...]:
    if data.startswith(SIGNATURES):
        return read_workbook(data, faults)
    decoded = decode(data)
    if decoded is None:
        faults.add("L-DATEI-03", grund="weder Arbeitsmappe noch Text")
        return ()
    names = [name for column in Column for name in column.value]
    return (read_text(decoded.text, names, faults),)


def _head(sheet: Sheet) -> int | None:
    """The position of the row of heads: it names a field of action and a level of goals or measures."""
    for at, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        found = {column_of(cell) for cell in row.cells}
        if Column.FIELD in found and found & {Column.STRATEGIC, Column.OPERATIVE, Column.MEASURE}:
            return at
    return None


class _Reader:
    """Goes down one sheet and remembers what stands above."""

    def __init__(self, file: str, sheet: Sheet, head: int, issues: list[Issue]) -> None:
        self._file, self._sheet, self._issues = file, sheet, issues
        self._rows = sheet.rows[head + 1 :]
        self._at: dict[Column, int] = {}
        heads = sheet.rows[head].cells
        for place, cell in enumerate(heads):
            if (column := column_of(cell)) is not None:
                self._at.setdefault(column, place)
        self._numbers = {at for at, cell in enumerate(heads) if is_number(cell)}
        self._above = ["", "", ""]
        self._cells = {(row.line, place): cell.strip() for row in sheet.rows for place, cell in enumerate(row.cells)}

    def entries(self) -> list[Entry]:
        """The rows that say something; heads that are repeated on every page do not."""
        rows = (row.line for row in self._rows if column_of(self._text(row.line, Column.FIELD)) is not Column.FIELD)
        return [entry for line in rows if (entry := self._entry(line)) is not None]

    def _entry(self, line: int) -> Entry | None:
        path = self._path(line)
        measure = self._title(line, Column.MEASURE)
        if not path[0]:
            written = next((each for each in (*_AIMS, Column.MEASURE) if self._text(line, each)), None)
            if written is not None:
                message = "Über dieser Zeile steht kein Handlungsfeld."
                self._fault("M-ZIELBAUM-02", line, written, message, "Tragen Sie das Handlungsfeld ein.")
            return None
        entry = Entry(
            line=line,
            path=path,
            sheet=self._sheet.name,
            measure=measure,
            responsible=self._title(line, Column.RESPONSIBLE),
            begins=self._meant(line, Column.BEGINS, "M-ZIELBAUM-03", lambda text: cells.day(text, end=False)),
            ends=self._ends(line),
            state=self._meant(line, Column.STATE, "M-ZIELBAUM-04", cells.state),
            budget=self._meant(line, Column.BUDGET, "M-ZIELBAUM-05", cells.amount),
            product=self._title(line, Column.PRODUCT),
            decisions=self._meant(line, Column.DECISION, "M-ZIELBAUM-03", cells.decisions) or (),
        )
        if entry.begins and entry.ends and entry.ends < entry.begins:
            message = f"Die Maßnahme „{measure}“ endet vor ihrem Beginn."
            self._fault("M-ZIELBAUM-06", line, Column.ENDS, message, "Prüfen Sie Beginn und Ende.")
        return entry

    def _ends(self, line: int) -> date | None:
        """The end; of a span in the one column of times its later year."""
        if Column.ENDS not in self._at:
            return cells.end_of_span(self._text(line, Column.BEGINS))
        return self._meant(line, Column.ENDS, "M-ZIELBAUM-03", lambda text: cells.day(text, end=True))

    def _path(self, line: int) -> tuple[str, str, str]:
        """The titles of the goals that hold in this row; a title written anew takes those below it away."""
        written = [self._title(line, column) for column in _AIMS]
        anew = False
        for level, title in enumerate(written):
            if title or anew:
                self._above[level] = title
            anew = anew or bool(title)
        field, strategic, operative = self._above
        return field, strategic, operative

    def _title(self, line: int, column: Column) -> str:
        text = " ".join(f"{self._number(line, column)} {self._text(line, column)}".split())
        longest = _LONGEST.get(column, _LONGEST_TITLE)
        if len(text) > longest:
            message = f"Der Text hat {len(text)} Zeichen; Platz ist für {longest}."
            self._fault("M-ZIELBAUM-07", line, column, message, "Kürzen Sie den Text.")
        return text

    def _number(self, line: int, column: Column) -> str:
        """The number that stands in a column of its own left of a goal or measure: people know it by that."""
        at = self._at.get(column, 0) - 1
        if column not in _NUMBERED or at not in self._numbers or not self._text(line, column):
            return ""
        return self._cells.get((line, at), "").removesuffix(".")

    def _meant(self, line: int, column: Column, code: str, read: Callable[[str], T]) -> T | None:
        text = self._text(line, column)
        if not text or (column in _MAY_BE_OPEN and cells.says_nothing(text)):
            return None
        try:
            return read(text)
        except ValueError as error:
            message = f"{error} Die Angabe bleibt offen."
            self._fault(code, line, column, message, _REMEDIES[code], severity=Severity.WARNING)
            return None

    def _text(self, line: int, column: Column) -> str:
        """The text of a cell; inside merged cells, but for the tree itself, that of the first."""
        place = self._at.get(column)
        if place is None:
            return ""
        own = self._cells.get((line, place), "")
        if own or column in (*_AIMS, Column.MEASURE):
            return own
        for area in self._sheet.merged:
            if area.first_line <= line <= area.last_line and area.first_column <= place <= area.last_column:
                return self._cells.get((area.first_line, area.first_column), "")
        return ""

    def _fault(  # noqa: PLR0913, PLR0917 — a place has so many parts
        self, code: str, line: int, column: Column, message: str, remedy: str, severity: Severity = Severity.ERROR
    ) -> None:
        place = _letters(self._at[column])
        raw = self._text(line, column)
        issue = Issue(code, severity, message, remedy, self._file, self._sheet.name, line, place, raw)
        self._issues.append(issue)


def _letters(place: int) -> str:
    """The name of a column (from 0) in a spreadsheet.

    >>> _letters(0), _letters(27)
    ('A', 'AB')
    """
    return (_letters(place // 26 - 1) if place >= 26 else "") + ascii_uppercase[place % 26]


_REMEDIES = {
    "M-ZIELBAUM-03": "Schreiben Sie den Tag zum Beispiel als 31.05.2026.",
    "M-ZIELBAUM-04": f"Möglich sind: {', '.join(MeasureState)}.",
    "M-ZIELBAUM-05": "Schreiben Sie den Betrag zum Beispiel als 12500 oder 12.500,00.",
}
