"""What a source says about its own table, kept beside the figures."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The source's own words; "" and () where it says nothing.

    `footnotes` keep their line breaks, because sources break words in them; they explain signs, rounding and territory.
    `stand` is the day (and time) of the export as the source writes it; `territory` is the Gebietsstand, the day whose
    areas the table shows.
    """

    table: str = ""
    title: str = ""
    footnotes: tuple[str, ...] = ()
    licence: str = ""
    stand: str = ""
    territory: date | None = None
