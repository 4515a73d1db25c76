"""What a source says about its own table, kept beside the figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """The source's own words; "" and () where it says nothing.

    `footnotes` keep their line breaks, because sources break words in them; they explain signs, rounding and territory.
    `stand` is the day (and time) of the export as the source writes it.
    """

    table: str = ""
    title: str = ""
    footnotes: tuple[str, ...] = ()
    licence: str = ""
    stand: str = ""
