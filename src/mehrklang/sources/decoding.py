"""Bytes to text by rule, never by detection: detectors call German latin-1 files cp1250."""

import codecs
from dataclasses import dataclass

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text and the encoding that gave it."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """The text of a file; None if the bytes are not text.

    Order: byte order mark; strict UTF-8; else Windows-1252 (in practice a superset of latin-1). A NUL byte without a
    UTF-16 mark, or many control characters, means that it is no text.

    >>> decode("Wümme".encode("cp1252"))
    Decoded(text='Wümme', encoding='cp1252')
    >>> decode(b"\\x89PNG\\x00\\x1a") is None
    True
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data:
        return None
    return _strict(data, "utf-8") or _windows(data)


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _windows(data: bytes) -> Decoded | None:
    """Windows-1252, with its five unassigned bytes taken for damage; refused if the text is full of control codes."""
    text = data.decode("cp1252", errors="replace")
    strange = sum(1 for sign in text if sign == "\ufffd" or (sign < " " and sign not in "\t\n\r"))
    return None if strange * 100 > len(text) else Decoded(text, "cp1252")
