"""How long published tables take to read, against what one would write instead: csv.DictReader, openpyxl.

The naive readers give bare floats or cells: no signs, no units, no areas, no issues, no places of cells.
"""

import csv
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

import openpyxl

from mehrklang.sources import read

TABLES = Path(__file__).parents[2] / "shared/data/niedersachsen/csv"
ROWS = 20_000


def run() -> list[str]:
    """One line per figure; the tables of Niedersachsen are skipped with a sentence where they are absent."""
    with TemporaryDirectory() as folder:
        workbook = Path(folder) / "tabelle.xlsx"
        workbook.write_bytes(_workbook())
        lines = [_workbook_line(workbook)]
    if TABLES.is_dir():
        return [*_table_lines(sorted(TABLES.glob("*.csv"))), *lines]
    return ["63 tables of Niedersachsen: skipped, no published data beside the checkout (../shared/data)", *lines]


def _table_lines(paths: list[Path]) -> list[str]:
    rows = sum(len(read(path).observations) for path in paths)
    ours, naive = _seconds(lambda: [read(path) for path in paths]), _seconds(lambda: [_floats(path) for path in paths])
    tracemalloc.start()
    kept = [read(path) for path in paths]
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return [
        f"{len(kept)} tables, {rows:,} observations: {ours:.1f} s, {rows / ours:,.0f} per second "
        f"(csv.DictReader with float(): {naive:.1f} s; ratio {ours / naive:.0f})",
        f"all {rows:,} observations kept in memory: {size / 2**20:.0f} MiB, {size / rows:.0f} bytes each",
    ]


def _workbook_line(path: Path) -> str:
    ours, naive = _seconds(lambda: read(path)), _seconds(lambda: _cells(path))
    return (
        f"workbook of {ROWS:,} rows to observations: {ours:.2f} s "
        f"(openpyxl read-only, bare cells: {naive:.2f} s; ratio {ours / naive:.1f})"
    )


def _floats(path: Path) -> list[float]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [float(row["Value"]) for row in csv.DictReader(file) if _is_number(row["Value"])]


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _cells(path: Path) -> list[tuple[str | float | date | None, ...]]:
    book = openpyxl.load_workbook(path, read_only=True)
    rows = list(book.active.iter_rows(values_only=True))
    book.close()
    return rows


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["Messgröße", "Gebiet", "Zeitraum", "Einheit", "Wert", "Geschlecht"])
    for number in range(ROWS):
        sex = ("weiblich", "männlich")[number % 2]
        book.active.append(["einwohner", f"03{number % 900:03d}", 2000 + number // 1800, "Anzahl", number, sex])
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    """Processor time, the best of three: the others were disturbed by something else."""
    times = []
    for _ in range(3):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)
