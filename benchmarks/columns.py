"""A million observations in table form: read, checked and frozen by columns, against DuckDB's own reader of CSV.

DuckDB's reader loads the same file as text: nothing is checked and nothing understood. Run with a size in megabytes
(`python -m benchmarks.columns 2000`) a file of that size is made and read, to show that memory stays bounded.
"""

import multiprocessing
import resource
import sys
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

import duckdb

from mehrklang.sources.faults import Faults
from mehrklang.sources.regular import survey
from mehrklang.sources.tidy.columnar import read_columns
from mehrklang.store import Store
from mehrklang.vocabulary import Material

ROWS = 1_000_000
TARGET = 3
_HEADS = "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Bemerkung;Geschlecht;Altersgruppe;Staatsangehörigkeit"
_AGES = ("0 bis unter 6", "6 bis unter 18", "18 bis unter 30", "30 bis unter 50", "50 bis unter 65", "65 und älter")
_NATIONALITIES = ("deutsch", "ausländisch", "ohne Angabe", "unbekannt")


def run() -> list[str]:
    """Best of five, each in a process of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "million.csv"
        _write(path, islice(_rows(), ROWS))
        return _lines(path, times=5)


def _lines(path: Path, times: int) -> list[str]:
    both = [(_alone(_ours, path), _alone(_theirs, path)) for _ in range(times)]  # in turn: machines are never quiet
    ours, theirs = [one for one, _ in both], [other for _, other in both]
    read, frozen, naive = (min(each[at] for each in runs) for runs, at in ((ours, 0), (ours, 1), (theirs, 0)))
    size = path.stat().st_size / 2**20
    return [
        f"{size:,.0f} MiB in table form, validated reading: {read:.2f} s (DuckDB loads it as text: {naive:.2f} s;"
        f" ratio {read / naive:.1f}, target {TARGET}); with freezing as Parquet {frozen:.2f} s (ratio"
        f" {frozen / naive:.1f})",
        f"peak memory of the process: {max(each[2] for each in ours):,.0f} MiB"
        f" (DuckDB: {max(each[1] for each in theirs):,.0f} MiB)",
    ]


def _ours(path: Path) -> tuple[float, ...]:
    with TemporaryDirectory(dir=path.parent) as root:
        start = perf_counter()
        found = survey(path)
        assert found is not None
        with Store(Path(root)).open_large(found.shape) as table:
            reading = read_columns(table, found.heads, Material.ADDITIVE, Faults(path.name))
            read = perf_counter() - start
            assert reading.usable
            assert reading.observations == found.shape.rows
            table.freeze(material=Material.ADDITIVE, source="probe", sha256=found.sha256, name=path.name, column="Wert")
        return read, perf_counter() - start, _peak()


def _theirs(path: Path) -> tuple[float, ...]:
    with TemporaryDirectory(dir=path.parent) as spilled:
        start = perf_counter()
        connection = duckdb.connect(config={"temp_directory": spilled})
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"CREATE TABLE t AS FROM read_csv('{path}', all_varchar = true)")
        return perf_counter() - start, _peak()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _alone(work: Callable[[Path], tuple[float, ...]], path: Path) -> tuple[float, ...]:
    """The work in a fresh process, so that its peak memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, (path,))


def _rows() -> Iterator[str]:
    dice = Random(1)  # noqa: S311 — figures, no secret
    places = product(range(1000, 10_000), range(3001, 3401), ("einwohner", "haushalte"))
    for year, area, measure in places:
        for sex, age, nationality in product(("weiblich", "männlich"), _AGES, _NATIONALITIES):
            yield f"{measure};{area:05d};{year};Anzahl;{dice.randrange(100_000)};;{sex};{age};{nationality}\r\n"


def _write(path: Path, rows: Iterator[str], most: float = float("inf")) -> None:
    size = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{_HEADS}\r\n")
        for row in rows:
            size += file.write(row)
            if size > most:
                return


def main(megabytes: int) -> None:
    """One file of that size, read once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gross.csv"
        _write(path, _rows(), megabytes * 1e6)
        print("\n".join(_lines(path, times=1)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
