"""The Handbuch's page on formats."""

from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs/handbuch/formate.md"


@pytest.mark.parametrize(
    "kind",
    [
        "ffcsv", "ffcsv-alt", "genesis", "genesis-api", "inkar", "gemeindeverzeichnis", "umsteigeschluessel",
        "lor", "atlas", "jsonstat", "px", "sdmxcsv", "printed",
    ],
)  # fmt: skip
def test_every_reader_of_files_that_others_make_is_explained(kind: str) -> None:
    """In a heading."""
    headings = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert any(f"`{kind}`" in heading for heading in headings)
