"""The bytes of an upload: named plainly, summed up, written to a folder whole or not at all, frozen."""

import hashlib
import os
import shutil
import stat
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Protocol

ARRIVING = ".ankommend-"
"""How the names of files begin that are not whole yet."""

_CHUNK = 1024 * 1024
_ABANDONED = 60 * 60


class Upload(Protocol):
    """An uploaded file, as Django hands it over."""

    @property
    def name(self) -> str | None: ...
    def chunks(self) -> Iterator[bytes]: ...


class ChangedBytesError(Exception):
    """Bytes are not those that were summed up."""


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
    name = plain_name(upload.name or "")
    arriving, digest, size = _write(upload.chunks(), folder)
    path = folder / digest / name
    path.parent.mkdir(exist_ok=True)
    arriving.replace(path)
    return Kept(name, digest, size, path)


def set_down(source: Path, folder: Path, sha256: str) -> Path:
    """Copies the bytes into `folder` under a name of their own, on the disk for good and read-only; gives that place.

    ChangedBytesError if they do not have the checksum.
    """
    with source.open("rb") as file:
        arriving, digest, _ = _write(iter(lambda: file.read(_CHUNK), b""), folder)
    if digest != sha256:
        arriving.unlink()
        raise ChangedBytesError(source.name)
    arriving.chmod(stat.S_IRUSR | stat.S_IRGRP)
    return arriving


def freeze(arriving: Path, target: Path, sha256: str) -> None:
    """Gives bytes that were set down their final place, in one step. Equal bytes that lie there already stay.

    ChangedBytesError if others lie there.
    """
    if target.exists():
        arriving.unlink()
        if checksum_of(target) != sha256:
            raise ChangedBytesError(target.name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    arriving.replace(target)
    for folder in (target.parent, target.parent.parent):
        _sync(folder)


def checksum_of(path: Path) -> str:
    """The SHA-256 of a file; "" if there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def abandoned(folder: Path) -> Iterator[Path]:
    """What an interruption left: half-written files that nobody has touched for an hour."""
    for path in folder.glob(f"{ARRIVING}*"):
        if time.time() - path.stat().st_mtime > _ABANDONED:
            yield path


def remove(path: Path) -> None:
    """A file, or a folder with all that is in it; nothing if somebody else was faster."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _write(chunks: Iterable[bytes], folder: Path) -> tuple[Path, str, int]:
    """A new file of these bytes in the folder, its checksum and size; no file if that is interrupted."""
    folder.mkdir(parents=True, exist_ok=True)
    digest, size, path = hashlib.sha256(), 0, folder / f"{ARRIVING}{uuid.uuid4().hex}"
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
            _flush(file)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path, digest.hexdigest(), size


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """A new name is on the disk only when its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
