"""The tables of the guard as text, to run the R package itself on them: `python -m benchmarks.peer_export FOLDER`.

One folder for each table, in the order of its cells: cells.txt, the count of each published cell; inner.txt, the
persons of each inner cell; matrix.txt, a line "inner cell, published cell" (both from 1) for each inner cell that a
published cell counts. `Rscript benchmarks/peer.R FOLDER/S 3` adds suppressed.txt: a 1 for each cell that falls, or a 0.
"""

from pathlib import Path
from sys import argv

import numpy as np

from benchmarks import guard_tables as tables

TABLES = {"S": tables.s, "K": tables.k, "L": tables.l_, "M": tables.m}


def export(table: tables.Counted, folder: Path) -> None:
    """Write the three files of a table."""
    folder.mkdir(parents=True, exist_ok=True)
    cells = table.cube.cells
    column = {key: number for number, key in enumerate(cells, 1)}
    counts = [int(cell.figure.number or 0) for cell in cells.values()]
    ones = [(row, column[key]) for row, keys in enumerate(table.inner, 1) for key in keys]
    np.savetxt(folder / "cells.txt", counts, "%d")
    np.savetxt(folder / "inner.txt", list(table.inner.values()), "%d")
    np.savetxt(folder / "matrix.txt", ones, "%d")


def main(folder: Path) -> None:
    """All tables."""
    register = tables.persons()
    for name, make in TABLES.items():
        export(make(register), folder / name)


if __name__ == "__main__":
    main(Path(argv[1]))
