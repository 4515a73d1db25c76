"""Checksums: of one data file, and the key of the data that an indicator was computed from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def checksum(path: Path) -> str:
    """SHA-256 of the file's bytes, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def data_version(checksums: Iterable[str]) -> str:
    """The key of a set of data files (Datenstand): stale as soon as one of them changes.

    Formula: the distinct checksums (lower case) in alphabetical order, each ended by a line feed; SHA-256 of that
    text; its first twelve hexadecimal digits. Order and repetition do not matter.

    >>> data_version(["b", "a", "a"]) == data_version(["a", "b"])
    True
    >>> data_version(["a", "b"])  # printf 'a\\nb\\n' | sha256sum
    '911169ddaaf1'
    """
    text = "".join(f"{digest}\n" for digest in sorted({digest.lower() for digest in checksums}))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:12]
