"""Reading by columns says of real tables what the ordinary reader says."""

from pathlib import Path

import pytest

from mehrklang.sources import read
from mehrklang.vocabulary import Material
from tests.factories.tidy_files import write_tidy
from tests.unit.test_columns import check_equal


@pytest.mark.real
def test_real_tables_brought_into_table_form(data: Path, tmp_path: Path) -> None:
    """The tables of Niedersachsen and Köln with their real signs, labels and areas."""
    files = [*sorted((data / "niedersachsen/csv").glob("*.csv"))[:63:4], *(data / "koeln").glob("*.csv")]
    for number, file in enumerate(files):
        reading = read(file)
        path = tmp_path / f"{number}.csv"
        write_tidy(path, reading.observations[:20_000], reading.areas)
        check_equal(path, Material.PUBLISHED, tmp_path / "ablage")
