"""Published data beside the checkout; tests are skipped with a reason where they are absent."""

from pathlib import Path

import pytest

DATA = Path(__file__).parents[3] / "shared/data"


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the published data."""
    if not DATA.is_dir():
        pytest.skip("no published data beside the checkout (../shared/data)")
    return DATA
