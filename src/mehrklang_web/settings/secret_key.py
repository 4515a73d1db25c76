"""Secrets of an installation: made once, kept beside the data, never in the code."""

import os
import secrets
from pathlib import Path


def read_or_make(path: Path) -> str:
    """The key kept in the file; on the first start it is drawn and written, readable for the owner alone.

    Two processes that start together agree: the file is only ever created, never overwritten.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="utf-8").strip()
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(64))
    return path.read_text(encoding="utf-8").strip()
