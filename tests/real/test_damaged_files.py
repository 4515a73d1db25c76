"""Damaged copies of real files are read, or told in German: nothing is raised, nothing is made up."""

import re
from pathlib import Path

import pytest

from mehrklang.sources import CODES, Reading, read
from tests.factories.mutations import mutate

pytestmark = pytest.mark.real

COPIES = 4
"""Per file; `python -m benchmarks.damage` makes ten thousand in all."""

ENDINGS = {".csv", ".xlsx", ".xls", ".px", ".json"}
LARGEST = 300_000
SENTENCE = re.compile(r"[A-ZÄÖÜ„\d(].*[.!]", re.DOTALL)


def files_of(data: Path) -> list[Path]:
    """The deliveries among the published files that are small enough to be read often."""
    found = sorted(path for path in data.rglob("*") if path.suffix in ENDINGS and path.stat().st_size < LARGEST)
    return [path for path in found if path.parent.name != "geo" and path.parent != data / "niedersachsen"]


def check_damaged(content: bytes, path: Path) -> Reading:
    """Reads the damaged content under the file's name and checks what is promised of any file; gives the reading."""
    path.write_bytes(content)
    reading = read(path)
    for issue in reading.issues:
        assert issue.code in CODES
        assert SENTENCE.fullmatch(issue.message), issue.message
        assert issue.remedy.endswith(".")
        assert "Traceback" not in issue.message
    assert reading.observations or reading.issues, "neither values nor a word"
    known = {area.key for area in reading.areas}
    assert all(one.area in known for one in reading.observations)
    return reading


def test_damaged_copies_are_told_in_german(data: Path, tmp_path: Path) -> None:
    """Four copies of each file, several hundred in all."""
    files = files_of(data)
    assert len(files) * COPIES >= 400
    for number, path in enumerate(files):
        content = path.read_bytes()
        for copy in range(COPIES):
            check_damaged(mutate(content, 1000 * number + copy), tmp_path / path.name)
