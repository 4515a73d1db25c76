"""The lines below the rule: footnotes, licence, Stand."""

import re

from mehrklang.sources.genesis.frame import Frame
from mehrklang.sources.notes import SourceNotes

_STAND = re.compile(r"^\"?Stand:\s*(.+?)\"?\s*$", re.MULTILINE)
_LICENCE = re.compile(r"^\"?(?:©|\(C\)opyright)", re.MULTILINE)
_NOTE = re.compile(r"^(?=zu \")", re.MULTILINE)


def read_notes(frame: Frame) -> SourceNotes:
    """Everything that the table says about itself; a footnote begins with the column that it explains (zu "…":)."""
    text = frame.tail
    stand = _STAND.search(text)
    above = text[: stand.start()] if stand else text
    licence = _LICENCE.search(above)
    footnotes = above[: licence.start()] if licence else above
    return SourceNotes(
        table=frame.table,
        title=" ".join(frame.title),
        footnotes=tuple(note for part in _NOTE.split(_unquoted(footnotes)) if (note := part.strip())),
        licence=" ".join(_unquoted(above[licence.start() :]).split()) if licence else "",
        stand=stand[1] if stand else "",
    )


def _unquoted(text: str) -> str:
    """The text of quoted fields: quotes at the ends go, doubled ones become one."""
    lines = text.strip().strip(";")
    return lines.removeprefix('"').removesuffix('"').replace('""', '"').strip()
