"""CSV to rows of text. The delimiter is the one under which the known heads appear, never guessed from the values."""

import csv
from collections.abc import Collection, Iterator
from io import StringIO
from itertools import islice

from mehrklang.sources.faults import Faults
from mehrklang.sources.table import Row, Sheet, known

_DELIMITERS = (";", "\t", ",")
_LOOKED_AT = 20
_WIDEST = 16_384  # columns of a spreadsheet


def read_text(text: str, names: Collection[str], faults: Faults) -> Sheet:
    """The rows with content. `names` are the heads of all known forms.

    A quote that is never closed is told with the line where it opens; the rows before it are kept. So is a row that is
    wider than any spreadsheet: a file without line ends, mostly.
    """
    return Sheet("", rows_of(text, delimiter_of(text, names), faults))


def rows_of(text: str, delimiter: str, faults: Faults) -> tuple[Row, ...]:
    """The rows with content under a delimiter."""
    return tuple(_rows(text, delimiter, faults))


def delimiter_of(text: str, names: Collection[str]) -> str:
    """The delimiter under which the most heads appear in the first rows, then the one that makes the widest rows."""

    def heads_and_width(delimiter: str) -> tuple[int, int]:
        rows = list(islice(_rows(text, delimiter, Faults("")), _LOOKED_AT))
        return (
            max((len(known(row, names)) for row in rows), default=0),
            len(rows[0].cells) if rows else 0,
        )

    return max(_DELIMITERS, key=heads_and_width)


def _rows(text: str, delimiter: str, faults: Faults) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if len(cells) > _WIDEST:
                faults.add("L-TABELLE-07", line=line, anzahl=len(cells), grenze=_WIDEST)
                return
            if any(map(str.strip, cells)):
                yield Row(line, tuple(cells))
            line = reader.line_num + 1
    except csv.Error:
        faults.add("L-TABELLE-01", line=line)
