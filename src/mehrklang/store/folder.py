"""The folder of the deliveries: who works in it holds a shared lock; what a crash left is swept when nobody does.

The lock is the kernel's (`flock` on the folder itself): it ends with the process that holds it, however that ends.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory

_EMERGING = ".entsteht-"
_SPILLED = ".auslagerung-"


@contextmanager
def at_work(folder: Path) -> Iterator[None]:
    """As long as this lasts, nothing in the folder is swept."""
    with _opened(folder) as handle:
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield


def sweep(folder: Path) -> None:
    """Removes what interrupted processes left behind, unless somebody is at work in the folder."""
    with _opened(folder) as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        for beginning in (_EMERGING, _SPILLED):
            for left in folder.glob(f"{beginning}*"):
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def workshop(root: Path) -> Iterator[Path]:
    """A hidden folder below `root` in which a delivery comes into being; what earlier crashes left is swept first."""
    root.mkdir(parents=True, exist_ok=True)
    sweep(root)
    with at_work(root), TemporaryDirectory(dir=root, prefix=_EMERGING) as folder:
        yield Path(folder)


def spill_folder(folder: Path) -> Path:
    """Where one engine may put what does not fit into memory: a place of its own, for two must not share one."""
    return folder / f"{_SPILLED}{token_hex(8)}"


def make_lasting(path: Path) -> None:
    """Has the content of a file, or the names in a folder, written to the disk itself: a power cut finds them there."""
    with _opened(path) as handle:
        os.fsync(handle)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    handle = os.open(path, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
