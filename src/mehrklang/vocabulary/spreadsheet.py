"""Tables that German spreadsheets open: a cell that begins like a formula must not become one."""

import csv
import re
from collections.abc import Iterable
from io import StringIO

_BEGINS = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = re.compile(r"[+-]?\s*\d[\d., ]*|-")


def csv_text(rows: Iterable[Iterable[str]], *, line_end: str = "\r\n") -> str:
    """The rows as CSV with semicolons, every cell `harmless`.

    >>> csv_text([("name", "wert"), ("Zuzug; Fortzug", "=1+1")])
    'name;wert\\r\\n"Zuzug; Fortzug";\\'=1+1\\r\\n'
    """
    out = StringIO(newline="")
    csv.writer(out, delimiter=";", lineterminator=line_end).writerows(map(harmless, row) for row in rows)
    return out.getvalue()


def harmless(text: str) -> str:
    """The text, with an apostrophe in front if a spreadsheet would take it for a formula (OWASP, "CSV Injection").

    Numbers with their sign, and the sign "-" alone, are what they seem and stay.

    >>> harmless("=SUMME(A1)"), harmless("-2+3"), harmless("-12,5"), harmless("-"), harmless("Deutsche")
    ("'=SUMME(A1)", "'-2+3", '-12,5', '-', 'Deutsche')
    """
    return f"'{text}" if text.startswith(_BEGINS) and not _HARMLESS.fullmatch(text) else text


def as_written(text: str) -> str:
    """The text that `harmless` was given, for files that we read again ourselves.

    >>> as_written(harmless("=SUMME(A1)")), as_written("Deutsche"), as_written("'s-Gravenhage")
    ('=SUMME(A1)', 'Deutsche', "'s-Gravenhage")
    """
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text
