"""A raw cube as a folder, for the statistics office alone: CSV files and a line that says what must not happen.

`zellen.csv` (one cell per line), `beziehungen.csv` (a total and its parts, by the numbers of the lines), `gebiete.csv`,
and `einzelwerte.csv` where sums of amounts or cell keys are needed.
The form is described in the Handbuch ("Zwei Zonen").
"""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from io import StringIO
from pathlib import Path
from typing import TypeVar

from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.store.error import fault, refuse
from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Breakdown,
    Figure,
    Issue,
    Lineage,
    Material,
    Period,
    Reason,
    Sign,
    Unit,
)
from mehrklang.vocabulary.spreadsheet import as_written, harmless

Content = TypeVar("Content")

README = "ungeschützt – verlässt die Statistikstelle nicht"

_CELLS, _SUMS, _AREAS = "zellen.csv", "beziehungen.csv", "gebiete.csv"
_CELL_HEADS = ("messgroesse", "einheit", "gebiet", "zeitraum", "merkmale", "wert", "zeichen", "grund", "verdeckt")
_SINGLES, _SINGLE_HEADS = "einzelwerte.csv", ("fach", "beitragende", "groesste", "schluessel")
"""Only where there are amounts or keys: from how many rows a sum comes, its greatest amounts, its cell key."""
_SUM_HEADS = ("summe", "teile")
_AREA_HEADS = ("gebiet", "name", "ebene", "obergebiet")


@dataclass(frozen=True, slots=True)
class CubeFolder:
    """What such a folder holds. Printing it shows no figures (see `RawCube`)."""

    cube: RawCube
    areas: tuple[Area, ...]


def write_cube(content: CubeFolder, root: Path) -> None:
    """Write the files into an empty folder. Only additive material has a place there."""
    cube = content.cube
    assert all(cell.material is Material.ADDITIVE for cell in cube.cells.values())
    numbers = {key: number for number, key in enumerate(cube.cells, start=1)}
    (root / "LIESMICH.txt").write_text(README + "\n", encoding="utf-8")
    _write(root / _CELLS, _CELL_HEADS, (_cell_row(key, cell, cube) for key, cell in cube.cells.items()))
    sums = ((str(numbers[each.total]), " ".join(str(numbers[part]) for part in each.parts)) for each in cube.relations)
    _write(root / _SUMS, _SUM_HEADS, sums)
    areas = ((area.key, area.name, area.level.value, area.parent or "") for area in content.areas)
    _write(root / _AREAS, _AREA_HEADS, areas)
    if cube.greatest or cube.cell_keys:
        _write(root / _SINGLES, _SINGLE_HEADS, (_single_row(number, key, cube) for key, number in numbers.items()))


def read_cube(root: Path) -> CubeFolder:
    """Read the files. Faults come as `StoreError`, all at once, and quote no figure."""
    issues: list[Issue] = []
    cells = list(_each(root / _CELLS, _CELL_HEADS, _cell, issues))
    sums = list(_each(root / _SUMS, _SUM_HEADS, _numbers, issues))
    areas = tuple(_each(root / _AREAS, _AREA_HEADS, _area, issues))
    there = (root / _SINGLES).exists()
    singles = {each.number: each for each in (_each(root / _SINGLES, _SINGLE_HEADS, _single, issues) if there else ())}
    keys = [key for key, _, _ in cells]
    if not issues and len(set(keys)) < len(keys):
        issues.append(_wrong(_CELLS, 0, "Ein Tabellenfach steht zweimal in der Datei"))
    if not issues and any(not 0 < number <= len(keys) for numbers in sums for number in numbers):
        issues.append(_wrong(_SUMS, 0, "Eine Beziehung nennt eine Zelle, die es nicht gibt"))
    refuse(issues)
    relations = tuple(Relation(keys[first - 1], tuple(keys[part - 1] for part in rest)) for first, *rest in sums)
    hidden = frozenset(key for key, _, verdeckt in cells if verdeckt)
    found = {
        key: replace(cell, lineage=Lineage("", (), singles[number].rows)) if number in singles else cell
        for number, (key, cell, _) in enumerate(cells, start=1)
    }
    greatest = {keys[number - 1]: each.greatest for number, each in singles.items() if each.greatest}
    cell_keys = {keys[number - 1]: each.key for number, each in singles.items() if each.key is not None}
    return CubeFolder(RawCube(found, relations, hidden, greatest, cell_keys=cell_keys), areas)


def _write(path: Path, heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(tuple(map(harmless, row)) for row in rows)


def _cell_row(key: CellKey, cell: Cell, cube: RawCube) -> tuple[str, ...]:
    figure = cell.figure
    return (
        key.measure,
        key.unit.value,
        key.area,
        key.period.key,
        json.dumps(dict(key.breakdown.pairs), ensure_ascii=False),
        "" if figure.number is None else f"{figure.number:f}",
        figure.sign.value if figure.sign else "",
        figure.reason.value if figure.reason else "",
        "ja" if key in cube.hidden else "",
    )


@dataclass(frozen=True, slots=True)
class _Single:
    """What is known of the single rows of a cell, by its number."""

    number: int
    rows: int
    greatest: tuple[Decimal, ...]
    key: Fraction | None


def _single_row(number: int, key: CellKey, cube: RawCube) -> tuple[str, ...]:
    greatest, cell_key = cube.greatest.get(key, ()), cube.cell_keys.get(key)
    return (
        str(number),
        str(cube.cells[key].lineage.cell_count),
        " ".join(f"{amount:f}" for amount in greatest),
        "" if cell_key is None else str(cell_key),
    )


def _single(row: Sequence[str]) -> _Single:
    number, rows, greatest, key = row
    return _Single(int(number), int(rows), tuple(map(Decimal, greatest.split())), Fraction(key) if key else None)


def _each(
    path: Path, heads: Sequence[str], form: Callable[[Sequence[str]], Content], issues: list[Issue]
) -> Iterator[Content]:
    """What `form` makes of every line; a line that is not as it should be becomes an issue."""
    try:
        rows = list(csv.reader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";"))
    except (OSError, UnicodeDecodeError):
        issues.append(_wrong(path.name, 0, "Die Datei fehlt oder ist nicht lesbar"))
        return
    if not rows or tuple(rows[0]) != tuple(heads):
        issues.append(_wrong(path.name, 1, f"Die Spalten heißen nicht {', '.join(heads)}"))
        return
    for line, row in enumerate(rows[1:], start=2):
        try:
            yield form([as_written(cell) for cell in row])
        except (ValueError, InvalidOperation, AttributeError):
            issues.append(_wrong(path.name, line, "Die Zeile hat nicht die vorgesehene Form"))


def _cell(row: Sequence[str]) -> tuple[CellKey, Cell, bool]:
    measure, unit, area, period, features, number, sign, reason, verdeckt = row
    key = CellKey(measure, Unit(unit), area, Period.parse(period), Breakdown.of(json.loads(features)))
    figure = Figure(
        Decimal(number) if number else None, Sign(sign) if sign else None, Reason(reason) if reason else None
    )
    return key, Cell(figure, Material.ADDITIVE, Lineage("")), verdeckt == "ja"


def _numbers(row: Sequence[str]) -> tuple[int, ...]:
    total, parts = row
    return (int(total), *map(int, parts.split()))


def _area(row: Sequence[str]) -> Area:
    key, name, level, parent = row
    return Area(key, name, AreaLevel(level), parent or None)


def _wrong(file: str, line: int, message: str) -> Issue:
    remedy = "Den Würfel mit „mehrklang tabulate“ neu erzeugen und nicht von Hand ändern."
    return replace(fault("B-WUERFEL-01", f"{message}.", remedy), file=file, line=line)
