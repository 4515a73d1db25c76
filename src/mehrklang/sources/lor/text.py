"""The text of a matrix as it was before a spreadsheet saved it anew."""

import csv
from io import StringIO

from mehrklang.sources.faults import Faults
from mehrklang.sources.layout import Content

_HEADS = ("ZEIT", "RAUMID", "BEZ", "PGR", "BZR", "PLR")


def looks_lor(content: Content) -> bool:
    """Whether the first line begins with the heads of the matrices, quoted or not."""
    first = content.text[:200].splitlines()[:1]
    return bool(first) and tuple(first[0].replace('"', "").split(";")[: len(_HEADS)]) == _HEADS


def repaired_text(text: str, faults: Faults) -> str:
    """The text with semicolons alone, told where it had to be restored.

    A spreadsheet that takes the file for a comma CSV puts each row into one quoted cell and splits it at the decimal
    commas. Joined again with commas, without the empty cells at the end, the rows are the old ones; only the last value
    keeps one decimal zero less.

    >>> faults = Faults("")
    >>> repaired_text('"ZEIT;""RAUMID"";MH_E",,\\r"201212;""01011101"";9",00;8,0\\r', faults)
    'ZEIT;"RAUMID";MH_E\\n201212;"01011101";9,00;8,0'
    >>> [issue.code for issue in faults.issues()]
    ['L-LOR-01']
    """
    if not text.startswith('"ZEIT;'):
        return text
    faults.add("L-LOR-01", line=1)
    rows = csv.reader(StringIO(text, newline=""))
    return "\n".join(",".join(cells).rstrip(",") for cells in rows)
