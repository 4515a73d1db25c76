"""An issue (Meldung): a fault or doubt found in input, said in one German sentence, with a stable code."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """ERROR: nothing of the delivery may be used. WARNING: usable, somebody should look. NOTE: said for the record."""

    ERROR = "fehler"
    WARNING = "warnung"
    NOTE = "hinweis"


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault.

    Promise: `code` is stable and documented in the Handbuch (e.g. "L-ZAHL-01"); `message` says in German what is
    wrong and why; `remedy` says what to do; the place is as exact as it can be (file, sheet, line, column). Line 0:
    the whole file. Both quote the keys of files („basisjahr“), so that every exit can say them in its own words; `key`
    is the way to the key at fault ("ableitung.basisjahr"), where there is one.
    """

    code: str
    severity: Severity
    message: str
    remedy: str
    file: str = ""
    sheet: str = ""
    line: int = 0
    column: str = ""
    raw: str = ""
    key: str = ""

    @property
    def place(self) -> str:
        """ "datei.csv, Blatt Daten, Zeile 12, Spalte Value", as far as known."""
        parts = [
            self.file,
            f"Blatt {self.sheet}" if self.sheet else "",
            f"Zeile {self.line}" if self.line else "",
            f"Spalte {self.column}" if self.column else "",
        ]
        return ", ".join(part for part in parts if part)
