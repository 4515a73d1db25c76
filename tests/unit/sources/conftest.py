"""Deliveries as files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mehrklang.sources import Reading, read
from mehrklang.vocabulary import Material

Deliver = Callable[..., Reading]


@pytest.fixture
def deliver(tmp_path: Path) -> Deliver:
    """Writes a file and reads it: `deliver(content, name="…", kind="…", material=…)`."""

    def write_and_read(
        content: str | bytes, *, name: str = "tabelle.csv", kind: str = "", material: Material = Material.PUBLISHED
    ) -> Reading:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(path, kind=kind, material=material)

    return write_and_read
