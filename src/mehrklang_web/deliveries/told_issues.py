"""Issues as pages and tables show them: grouped by their code, with or without what stands in the cells."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from mehrklang.plausibility import CHECK_CODES
from mehrklang.sources import CODES
from mehrklang.vocabulary import Issue, Severity
from mehrklang.vocabulary.spreadsheet import csv_text

WORDS = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.NOTE: "Hinweis"}
_HEAD = ("Schwere", "Code", "Art", "Datei", "Blatt", "Zeile", "Spalte", "Meldung", "Abhilfe", "Zelle")
_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class IssueKind:
    """All issues of one code. Never empty."""

    code: str
    severity: Severity
    title: str
    issues: tuple[Issue, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.issues)


def title_of(code: str) -> str:
    """The German name of a code; the code itself where another room told it."""
    known = CODES.get(code) or CHECK_CODES.get(code)
    return known.title if known else code


def by_kind(issues: Iterable[Issue]) -> tuple[IssueKind, ...]:
    """The issues by code: errors first, then warnings and notes, of each the most frequent first."""
    found: dict[tuple[Severity, str], list[Issue]] = {}
    for issue in issues:
        found.setdefault((issue.severity, issue.code), []).append(issue)
    kinds = (IssueKind(code, severity, title_of(code), tuple(each)) for (severity, code), each in found.items())
    return tuple(sorted(kinds, key=lambda kind: (_ORDER.index(kind.severity), -kind.count)))


def without_cells(issue: Issue) -> Issue:
    """The issue with place, sentence and remedy, but without anything that stands in a cell or was counted from cells:
    the sentence is the code's own, with "…" for what was filled in (decision 0011)."""
    known = CODES.get(issue.code) or CHECK_CODES.get(issue.code)
    if known is None:
        hidden = "Einzelheiten sieht nur die Statistikstelle."
        return replace(issue, message=hidden, remedy="Bitte die Statistikstelle fragen.", raw="")
    return replace(issue, message=known.message.format_map(_Left()), remedy=known.remedy.format_map(_Left()), raw="")


class _Left(dict[str, str]):
    """Fills every brace with an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def picked(issues: Iterable[Issue], *, severity: str = "", code: str = "") -> tuple[Issue, ...]:
    """The issues of a severity and of a code; "" for all."""
    return tuple(one for one in issues if severity in ("", one.severity.value) and code in ("", one.code))


def table(issues: Iterable[Issue]) -> str:
    """The issues as CSV."""
    return csv_text([_HEAD, *map(_row, issues)])


def _row(issue: Issue) -> tuple[str, ...]:
    kind = (WORDS[issue.severity], issue.code, title_of(issue.code))
    place = (issue.file, issue.sheet, str(issue.line or ""), issue.column)
    return (*kind, *place, issue.message, issue.remedy, issue.raw)
