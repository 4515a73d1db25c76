"""Looks at a large file without reading it whole: whether it is a regular CSV in table form, and how it is built.

Regular: UTF-8 text, one kind of line end, every row on one line, no blank line between them, heads that are unique and
not blank. A file that is not is read in the ordinary way, if it is small enough for that.
"""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import clean, fold
from mehrklang.sources.table import Sheet, known
from mehrklang.sources.text_file import delimiter_of, rows_of
from mehrklang.sources.tidy import FORM
from mehrklang.vocabulary.texts import TextShape

_CHUNK = 1 << 17
_HEAD = 1 << 16
_LOOKED_AT = 20
_NO_TEXT = (b"\x00", b"\x1a")
_UNCLEAR = (b' "', b'" ', b'\t"', b'"\t')


@dataclass(frozen=True, slots=True)
class RegularFile:
    """How the file is built, the heads of its columns, and the checksum of its bytes."""

    shape: TextShape
    heads: tuple[str, ...]
    sha256: str


def survey(path: Path) -> RegularFile | None:
    """The build of a regular file in table form; None for any other."""
    try:
        with path.open("rb") as file:
            head = _heads(file.read(_HEAD))
            file.seek(0)
            counted = None if head is None else _count(file)
    except OSError:
        return None
    if head is None or counted is None:
        return None
    delimiter, heads, first_line = head
    lines, sha256 = counted
    shape = TextShape(path, delimiter, len(heads), first_line, lines - first_line + 1)
    return RegularFile(shape, heads, sha256)


def _heads(begin: bytes) -> tuple[str, tuple[str, ...], int] | None:
    """The delimiter, the heads and the line of the first row below them."""
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(begin).rpartition("\n")[0]
    except UnicodeDecodeError:
        return None
    delimiter = delimiter_of(text, FORM.heads)
    rows = rows_of(text, delimiter, Faults(""))[:_LOOKED_AT]
    at = Sheet("", rows).best_head(FORM.heads) if rows else 0
    if at + 1 >= len(rows) or known(rows[at], FORM.heads) != set(FORM.heads):
        return None
    heads = tuple(map(clean, rows[at].cells))
    unique = all(heads) and len({fold(head) for head in heads}) == len(heads)
    return (delimiter, heads, rows[at + 1].line) if unique else None


def _count(file: BinaryIO) -> tuple[int, str] | None:
    """How many lines there are, and the checksum; None if the bytes are not regular."""
    digest, feeds, returns, last = hashlib.sha256(), 0, 0, b""
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
        feeds += chunk.count(b"\n")
        returns += chunk.count(b"\r")
        if any(mark in chunk for mark in _NO_TEXT) or (b'"' in chunk and any(mark in chunk for mark in _UNCLEAR)):
            return None
        last = chunk[-1:]
    regular = returns in (0, feeds)
    return (feeds + (last != b"\n"), digest.hexdigest()) if regular else None
