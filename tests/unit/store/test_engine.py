"""The engine sees one folder and nothing else."""

import traceback
from pathlib import Path

import duckdb
import pytest

from mehrklang.store import StoreError
from mehrklang.store.engine import engine


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file that is none of the store's business."""
    file = tmp_path / "geheim.csv"
    file.write_text("a\n1\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "command",
    [
        "FROM read_csv('{outside}')",
        "FROM read_csv('{inside}/../geheim.csv')",
        "FROM read_text('/etc/hostname')",
        "FROM read_csv('https://example.org/daten.csv')",
        "ATTACH '{outside}.db' AS andere",
        "COPY (SELECT 1) TO '{outside}.parquet'",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "RESET lock_configuration",
        "INSTALL httpfs",
    ],
)
def test_whatever_leads_outside_is_refused(tmp_path: Path, outside: Path, command: str) -> None:
    inside = tmp_path / "ablage 'ä'"
    inside.mkdir()
    sql = command.format(outside=outside, inside=str(inside).replace("'", "''"))
    with engine(inside) as connection, pytest.raises(duckdb.Error):
        connection.execute(sql)


def test_the_own_folder_is_open(tmp_path: Path) -> None:
    inside = tmp_path / "ablage 'ä'"
    inside.mkdir()
    (inside / "a.csv").write_text("a\n1\n", encoding="utf-8")
    with engine(inside) as connection:
        assert connection.execute("FROM read_csv(?)", [str(inside / "a.csv")]).fetchall() == [(1,)]


def test_an_error_of_the_engine_does_not_quote_rows(tmp_path: Path) -> None:
    """DuckDB's own text names the value that it could not read."""
    with pytest.raises(StoreError) as raised, engine(tmp_path) as connection:
        connection.execute("SELECT CAST(chr(52) || ' Personen' AS INTEGER)")
    told = "".join(traceback.format_exception(raised.value))
    assert "B-ABLAGE-05" in told
    assert "4 Personen" not in told
