"""An archive on trial: kept below the folder of trials until somebody decides, and read anew for every page."""

import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from mehrklang.package import FolderReading, read_folder
from mehrklang.package.archive import unpack
from mehrklang_web.deliveries.arrival import Upload, keep, remove

_WAITS = 60 * 60 * 24
_SUM = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Tried:
    """A kept archive: its checksum, by which it is asked for again, and its name."""

    sha256: str
    name: str

    @property
    def path(self) -> Path:
        """Where the bytes wait."""
        return _folder() / self.sha256 / self.name


def _folder() -> Path:
    return Path(settings.TRIALS) / "austausch"


def set_aside(upload: Upload) -> Tried:
    """Keeps an upload for a day at most; what has waited longer is cleared away."""
    for waiting in _folder().glob("*"):
        if time.time() - waiting.stat().st_mtime > _WAITS:
            remove(waiting)
    kept = keep(upload, _folder())
    return Tried(kept.sha256, kept.name)


def asked_for(sha256: str) -> Tried | None:
    """The kept archive of that checksum; None if there is none (any more)."""
    if not _SUM.fullmatch(sha256):
        return None
    found = next((_folder() / sha256).glob("*"), None)
    return Tried(sha256, found.name) if found else None


def forget(tried: Tried) -> None:
    """The archive was taken in, or is not wanted."""
    remove(tried.path.parent)


@contextmanager
def opened(tried: Tried) -> Iterator[FolderReading]:
    """What the archive's folder reads as, with every issue; its files are there as long as this is open."""
    with tempfile.TemporaryDirectory(dir=settings.VAR) as name:
        folder = Path(name) / "ordner"
        issues = unpack(tried.path, folder)
        yield FolderReading(None, issues) if issues else read_folder(folder, closed=True)
