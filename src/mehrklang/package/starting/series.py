"""Series of an own publication out of a table as people type it: one row per series, one column per year."""

from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.sources.decoding import decode
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.numbers import Mark, find_marks, parse_number
from mehrklang.sources.periods import read_period
from mehrklang.sources.signs import Comment, read_figure
from mehrklang.sources.table import Row, Sheet
from mehrklang.sources.text_file import read_text
from mehrklang.sources.units import read_unit
from mehrklang.sources.workbook import SIGNATURES, read_workbook
from mehrklang.vocabulary import Issue, Period, Severity, Unit

_HEADS = {"indikator": ("indikator", "kennzahl", "name"), "gruppe": ("gruppe",), "einheit": ("einheit",)}
_HEAD_WITHIN = 10
EVERYBODY = "insgesamt"


@dataclass(frozen=True, slots=True)
class Point:
    """One cell of a series as it was typed: a number or a sign."""

    period: Period
    text: str


@dataclass(frozen=True, slots=True)
class OwnSeries:
    """One row: the indicator's name, the group ("insgesamt" if none is named), the unit, and its values."""

    name: str
    group: str
    unit: Unit
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """The series of a table, and what is wrong with it. Promise: no series if an issue is an ERROR."""

    series: tuple[OwnSeries, ...]
    issues: tuple[Issue, ...]


def series_template() -> tuple[tuple[str, ...], ...]:
    """The form to fill in, with invented figures as an example."""
    return (
        ("Indikator", "Gruppe", "Einheit", "2021", "2022", "2023"),
        ("Arbeitslosenquote", "insgesamt", "Prozent", "6,1", "5,8", "6,0"),
        ("Arbeitslosenquote", "ausländisch", "Prozent", "14,9", "14,2", "."),
        ("Einbürgerungen", "insgesamt", "Anzahl", "212", "240", "1.031"),
    )


def read_series(data: bytes, file: str) -> SeriesReading:
    """The series of a workbook (xlsx, ods, xls), of a CSV file, or of what was pasted from a table (UTF-8).

    An empty cell under "Indikator" means "as above"; an empty value is no value. All faults at once (M-REIHE-…).

    >>> pasted = "Indikator\\tEinheit\\t2022\\t2023\\nEinbürgerungen\\tAnzahl\\t1.031\\t–\\n"
    >>> [series] = read_series(pasted.encode(), "Eingabe").series
    >>> series.name, series.group, [(point.period.key, point.text) for point in series.points]
    ('Einbürgerungen', 'insgesamt', [('2022', '1.031'), ('2023', '–')])
    """
    faults = Faults(file)
    sheets = _sheets(data, faults)
    issues = list(faults.issues())
    heads = [(sheet, at) for sheet in sheets if (at := _head(sheet)) is not None]
    if not heads and not issues:
        message = "Die Tabelle hat keine Kopfzeile mit „Indikator“ und mindestens einem Jahr."
        issues.append(_issue("M-REIHE-01", message, "Benennen Sie die Spalten wie in der Vorlage.", file=file))
    found = [series for sheet, at in heads for series in _Reader(file, sheet, at, issues).series()]
    issues += _repeated(found, file)
    sound = all(issue.severity is not Severity.ERROR for issue in issues)
    return SeriesReading(tuple(found) if sound else (), tuple(issues))


def _sheets(data: bytes, faults: Faults) -> tuple[Sheet, ...]:
    if data.startswith(SIGNATURES):
        return read_workbook(data, faults)
    decoded = decode(data)
    if decoded is None:
        faults.add("L-DATEI-03", grund="weder Arbeitsmappe noch Text")
        return ()
    return (read_text(decoded.text, [name.capitalize() for names in _HEADS.values() for name in names], faults),)


def _head(sheet: Sheet) -> int | None:
    for at, row in enumerate(sheet.rows[:_HEAD_WITHIN]):
        named = {_kind(cell) for cell in row.cells}
        if "indikator" in named and any(read_period(clean(cell)) for cell in row.cells):
            return at
    return None


def _kind(head: str) -> str:
    wanted = fold(clean(head)).rstrip(":")
    return next((kind for kind, names in _HEADS.items() if wanted in names), "")


class _Reader:
    """Goes down one sheet and remembers the name above."""

    def __init__(self, file: str, sheet: Sheet, head: int, issues: list[Issue]) -> None:
        self._file, self._sheet, self._issues = file, sheet, issues
        self._rows, self._heads = sheet.rows[head + 1 :], sheet.rows[head].cells
        self._places = {kind: at for at, cell in reversed(list(enumerate(self._heads))) if (kind := _kind(cell))}
        self._periods = dict(self._read_periods(sheet.rows[head].line))
        texts = [row.cells[at] for row in self._rows for at in self._periods if at < len(row.cells)]
        self._mark = find_marks(texts).mark
        self._name = ""

    def series(self) -> Iterator[OwnSeries]:
        """The rows that hold a series."""
        for row in self._rows:
            if (found := self._one(row)) is not None:
                yield found

    def _read_periods(self, line: int) -> Iterator[tuple[int, Period]]:
        for at, cell in enumerate(self._heads):
            text = clean(cell)
            if not text or _kind(cell):
                continue
            period = read_period(text)
            if period is not None:
                yield at, period
            else:
                message = f"Der Spaltenkopf „{text}“ ist weder ein Zeitraum noch „Gruppe“ oder „Einheit“."
                self._fault("M-REIHE-02", line, text, message, "Schreiben Sie zum Beispiel 2023 oder 31.12.2023.", text)

    def _one(self, row: Row) -> OwnSeries | None:
        self._name = clean(self._cell(row, "indikator")) or self._name
        points = tuple(self._points(row))
        if not self._name:
            self._fault("M-REIHE-03", row.line, "Indikator", "Zu dieser Zeile fehlt der Name.", "Tragen Sie ihn ein.")
            return None
        unit = self._unit(row)
        if not any(row.cells[at].strip() for at in self._periods if at < len(row.cells)):
            message = f"„{self._name}“ hat in dieser Zeile keinen Wert; die Zeile wird nicht übernommen."
            self._fault("M-REIHE-06", row.line, "", message, "Ergänzen Sie Werte oder streichen Sie die Zeile.")
        if unit is None or not points:
            return None
        return OwnSeries(self._name[:200], clean(self._cell(row, "gruppe"))[:120] or EVERYBODY, unit, points)

    def _points(self, row: Row) -> Iterator[Point]:
        for at, period in self._periods.items():
            text = row.cells[at].strip() if at < len(row.cells) else ""
            if not text:
                continue
            if self._understood(text):
                yield Point(period, text)
            else:
                message = f"„{text}“ ist weder eine Zahl noch ein Zeichen."
                remedy = "Schreiben Sie eine Zahl wie 12,5 oder ein Zeichen (– 0 . / x …); leer heißt: kein Wert."
                self._fault("M-REIHE-05", row.line, period.label, message, remedy, text)

    def _understood(self, text: str) -> bool:
        mark = Mark.COMMA if self._mark is Mark.OPEN else self._mark
        return read_figure(text, Comment.NONE, lambda cell: parse_number(cell, mark)) is not None

    def _unit(self, row: Row) -> Unit | None:
        text = clean(self._cell(row, "einheit"))
        unit = read_unit(text) if text else None
        if unit is None:
            message = f"Die Einheit „{text}“ ist nicht bekannt." if text else "Zu dieser Reihe fehlt die Einheit."
            remedy = "Schreiben Sie zum Beispiel Prozent, Anzahl, je 1.000 oder Jahre in die Spalte „Einheit“."
            self._fault("M-REIHE-04", row.line, "Einheit", message, remedy, text)
        return unit

    def _cell(self, row: Row, kind: str) -> str:
        at = self._places.get(kind)
        return row.cells[at].strip() if at is not None and at < len(row.cells) else ""

    def _fault(self, code: str, line: int, column: str, message: str, remedy: str, raw: str = "") -> None:  # noqa: PLR0913, PLR0917 — a place has so many parts
        severity = Severity.WARNING if code == "M-REIHE-06" else Severity.ERROR
        place = Issue(code, severity, message, remedy, self._file, self._sheet.name, line, column, raw)
        self._issues.append(place)


def _repeated(found: list[OwnSeries], file: str) -> Iterator[Issue]:
    """One series twice, and one indicator in two units."""
    keys = [(fold(each.name), fold(each.group)) for each in found]
    units: dict[str, Unit] = {}
    for at, each in enumerate(found):
        if keys[at] in keys[:at]:
            message = f"„{each.name}“ steht für die Gruppe „{each.group}“ mehrmals in der Tabelle."
            yield _issue("M-REIHE-07", message, "Streichen Sie eine der Zeilen.", file=file)
        if units.setdefault(fold(each.name), each.unit) is not each.unit:
            message = f"„{each.name}“ steht in zwei Einheiten in der Tabelle."
            yield _issue("M-REIHE-08", message, "Benennen Sie eine der Reihen anders.", file=file)


def _issue(code: str, message: str, remedy: str, *, file: str) -> Issue:
    return Issue(code, Severity.ERROR, message, remedy, file)
