"""The bytes of an upload: named plainly, summed up, written to a folder."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol


class Upload(Protocol):
    """An uploaded file, as Django hands it over."""

    @property
    def name(self) -> str | None: ...
    def chunks(self) -> Iterator[bytes]: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """Bytes that were written below a folder: name, checksum, size, place."""

    name: str
    sha256: str
    size: int
    path: Path


def plain_name(name: str) -> str:
    """The file's own name without any folder and without signs that a file system may misread.

    >>> plain_name("C:\\\\Daten\\\\../Aus länder.csv"), plain_name("..")
    ('Aus länder.csv', 'lieferung')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*').strip(". ")
    return kept[:200] or "lieferung"


def keep(upload: Upload, folder: Path) -> Kept:
    """Writes the upload to `folder`/<checksum>/<name>; the same bytes land in the same place."""
    folder.mkdir(parents=True, exist_ok=True)
    digest, size, name = hashlib.sha256(), 0, plain_name(upload.name or "")
    arriving = folder / f"ankommend-{id(upload):x}"
    with arriving.open("wb") as file:
        for chunk in upload.chunks():
            digest.update(chunk)
            size += len(chunk)
            file.write(chunk)
    path = folder / digest.hexdigest() / name
    path.parent.mkdir(exist_ok=True)
    arriving.replace(path)
    return Kept(name, digest.hexdigest(), size, path)
