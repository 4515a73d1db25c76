"""How fast a million rows are tabulated, against what one would write instead: csv and Counter in plain Python.

Both start from what they would have, the store from its frozen delivery, the script from a CSV file, and both give the
persons by area and year, in total and by sex. Each runs in a process of its own, so that its peak memory is its own.
"""

import csv
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.counting_by_hand import Cell, tell
from mehrklang.store import Question, Request, Store
from mehrklang.vocabulary import (
    EVERYTHING,
    Breakdown,
    Figure,
    Material,
    Observation,
    Period,
    PeriodKind,
    SourceCell,
    Unit,
)

ROWS = 1_000_000
SEXES = ("männlich", "weiblich")
FILE = "register.csv"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one process took; `answer` is a checksum of what it found."""

    seconds: float
    megabytes: float
    answer: int


def run() -> list[str]:
    """Time and peak memory of both, and of freezing the delivery."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / FILE
        with file.open("w", encoding="utf-8", newline="") as text:
            csv.writer(text).writerows(lines())
        seconds, delivery = freeze(Path(folder))
        size = (Path(folder) / f"{delivery}.parquet").stat().st_size
        store = _measured("benchmarks.tabulation", folder, delivery)
        script = _measured("benchmarks.counting_by_hand", str(file))
    assert store.answer == script.answer, "the store and the script disagree"
    return [
        f"{ROWS:,} rows tabulated: {store.seconds:.2f} s, peak {store.megabytes:.0f} MB "
        f"(csv and Counter: {script.seconds:.2f} s, {script.megabytes:.0f} MB; "
        f"ratio of time {store.seconds / script.seconds:.2f}, of memory {store.megabytes / script.megabytes:.1f})",
        f"{ROWS:,} observations frozen: {seconds:.1f} s, {ROWS / seconds:,.0f} per second, {size / 1e6:.1f} MB on disk",
    ]


def lines() -> Iterator[tuple[str, ...]]:
    """Area, year, sex, age group, origin and number, all different but for the number."""
    areas, years = (f"{n:05d}" for n in range(500)), [str(year) for year in range(2015, 2025)]
    groups = product(areas, years, SEXES, (f"Alter {n}" for n in range(10)), (f"Herkunft {n}" for n in range(10)))
    return ((*group, str(number * 7919 % 97)) for number, group in enumerate(islice(groups, ROWS)))


def observation(number: int, line: tuple[str, ...]) -> Observation:
    """A line of the file as the readers give it."""
    area, year, *categories, count = line
    breakdown = Breakdown.of(zip(("Geschlecht", "Alter", "Herkunft"), categories, strict=True))
    cell = SourceCell(FILE, number, "Anzahl", count)
    figure = Figure.of(int(count))
    return Observation(
        "Personen", area, Period(PeriodKind.YEAR, year), breakdown, Unit.COUNT, figure, Material.ADDITIVE, cell
    )


def freeze(folder: Path) -> tuple[float, str]:
    """Freeze all lines; gives the seconds and the key."""
    observations = [observation(number, line) for number, line in enumerate(lines(), start=1)]
    begin = perf_counter()
    key = Store(folder).append(observations, source="probe", name=FILE, content_sha256="")
    return perf_counter() - begin, key


def ask(folder: Path, delivery: str) -> dict[Cell, int]:
    """Ask the store."""
    wheres = {EVERYTHING: ""} | {Breakdown.of({"Geschlecht": sex}): sex for sex in SEXES}
    requests = tuple(Request("Personen", Unit.COUNT, where) for where in wheres)
    cube = Store(folder).tabulate(Question((delivery,), requests))
    return {
        (key.area, key.period.key, wheres[key.breakdown]): int(cell.figure.number or 0)
        for key, cell in cube.cells.items()
    }


def _measured(*command: str) -> Measured:
    told = subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True, text=True)  # noqa: S603
    seconds, megabytes, answer = told.stdout.split()
    return Measured(float(seconds), float(megabytes), int(answer))


if __name__ == "__main__":
    tell(lambda: ask(Path(sys.argv[1]), sys.argv[2]))
