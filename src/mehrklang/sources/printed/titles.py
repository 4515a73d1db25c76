"""What the lines around a printed table say: number, title, period, footnotes, licence."""

import re
from collections.abc import Sequence

from mehrklang.sources.notes import SourceNotes
from mehrklang.sources.periods import read_period
from mehrklang.sources.printed.blocks import Blocks
from mehrklang.sources.printed.grid import tidy
from mehrklang.vocabulary import Period

_NUMBER = re.compile(r"Tab(?:elle|\.):?\s*([A-Z]?\d+(?:[.-]\d+)*[a-z]?)\b")
_LICENCE = re.compile(r"©|\(C\)|Copyright|Lizenz|Vervielfältigung", re.IGNORECASE)
_DATE = re.compile(r"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)\d\d\b")
_WORDED = re.compile(
    r"(?:Jahr|Schuljahr|Stand:?|Berichtsmonat:?)\s+((?:[A-Z][a-zä]+ )?(?:19|20)\d\d(?:/\d\d(?:\d\d)?)?)"
)


def table_key(blocks: Blocks, sheet: str) -> str:
    """The number that the title gives the table ("Tabelle 1.3.4: …"), written with dots; else the sheet's name."""
    number = next((found[1] for line in blocks.above if (found := _NUMBER.search(line))), "")
    return number.replace("-", ".") or tidy(sheet)


def title_period(blocks: Blocks) -> Period | None:
    """The one period that the title lines name: a date, or a year after a word that says so.

    >>> title_period(Blocks((), ("Bevölkerung am 31.12.2024",), ())).key
    '2024-12-31'
    """
    text = " ".join(line for line in blocks.above if not _LICENCE.search(line))
    dates = {found.replace(" ", "") for found in _DATE.findall(text)} or set(_WORDED.findall(text))
    return read_period(dates.pop()) if len(dates) == 1 else None


def notes_of(blocks: Blocks, key: str) -> SourceNotes:
    """Title lines, footnotes and licence as the sheet has them."""
    licence, footnotes = _parted(blocks.below)
    above_licence, title = _parted(blocks.above)
    return SourceNotes(
        table=key, title=" ".join(title), footnotes=footnotes, licence=" ".join((*above_licence, *licence))
    )


def _parted(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines about licence, and the others."""
    return (
        tuple(line for line in lines if _LICENCE.search(line)),
        tuple(line for line in lines if not _LICENCE.search(line)),
    )
