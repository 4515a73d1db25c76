"""Damaged copies of published files: told, never raised, and never more figures than the file has cells."""

from pathlib import Path

import pytest

from mehrklang.sources import read
from tests.factories.damage import damaged

pytestmark = pytest.mark.real

FILES = (
    "regionalstatistik/13211-02-05-4_2025.csv",
    "regionalstatistik/13211-02-05-4_multi.csv",
    "regionalstatistik/21111-02-06-4.csv",
    "regionalstatistik/12411-01-01-4_1773175772751_de_flat.csv",
    "genesis/12411-0018.csv",
    "genesis/12211-0001_1773174920289_de_flat.csv",
    "genesis/13111-0005_1773174923332_de_flat.csv",
    "genesis/12531-0043_error-98-too-large.json",
    "bbsr/INKAR_tab_latin1.csv",
    "bbsr/ref-kreise-umrech-2020-1990-2019.xlsx",
    "gv/AuszugGV2QAktuell.xlsx",
)


def _shortened(data: bytes) -> bytes:
    """The beginning and the end of a text file; workbooks are left whole."""
    return data if data.startswith(b"PK") or len(data) < 20_000 else data[:14_000] + data[-6_000:]


@pytest.mark.parametrize("name", FILES)
def test_no_damage_raises(name: str, data: Path, tmp_path: Path) -> None:
    """50 copies of each file."""
    whole = _shortened((data / name).read_bytes())
    path = tmp_path / "lieferung.csv"
    for seed in range(50):
        path.write_bytes(damaged(whole, seed))
        reading = read(path)
        assert all(issue.message.endswith(".") for issue in reading.issues)
        assert {one.area for one in reading.observations} <= {area.key for area in reading.areas}
        assert reading.observations or reading.issues or reading.apportionments
