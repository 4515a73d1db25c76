"""What protection costs: time, memory, suppressed cells and lost information, the audit included.

The peer (`peer_gauss`) looks at exact computation only; ours keeps an interval for each small count, knowing that a
suppressed cell is at least one. So the peer's numbers of suppressed cells stand for a weaker promise.
"""

import csv
import resource
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from benchmarks import guard_tables as tables
from benchmarks.peer_gauss import suppressed
from mehrklang.catalogue import RuleSet
from mehrklang.cubes import Cell, CellKey
from mehrklang.cubes.raw import RawCube, Relation
from mehrklang.disclosure import guard
from mehrklang.vocabulary import Breakdown, Figure, Lineage, Material, Period, Unit

Place = tuple[str, str, str]
"""Area, line, year of Köln's table."""

LINES = {
    "00510": (
        ("01010", "01020"),
        tuple(f"020{number}0" for number in range(1, 14)),
        tuple(f"040{number}0" for number in range(1, 6)),
        ("05010", "05020"),
        ("06010", "06020", "06030"),
    ),
    "03010": (("03020", "03050"),),
    "03020": (("03030", "03040"),),
    "03050": (tuple(f"030{number}0" for number in range(6, 13)),),
}
"""How the lines of Köln's table are divided: all inhabitants by sex, age, family status, residence, denomination; those
with migration background by nationality; the Germans by way of entry; the foreigners by region."""

KOELN = Path(__file__).parents[2] / "shared/data/koeln/bevoelkerung.csv"


TABLES: tuple[tuple[str, Callable[[tables.Persons], tables.Counted], int], ...] = (
    ("S, under 3", tables.s, 3),
    ("S, under 5", tables.s, 5),
    ("K, under 3", tables.k, 3),
    ("L, under 3", tables.l_, 3),
    ("M, under 3", tables.m, 3),
)


def run() -> list[str]:
    """One line per table, growth with the number of districts, and the peer on the same tables."""
    register = tables.persons()
    ours = [_line(name, make(register).cube, minimum) for name, make, minimum in TABLES]
    growth = [
        _line(f"L with {districts} of 12 districts, under 3", tables.l_(register, districts).cube, 3)
        for districts in (2, 4, 8)
    ]
    memory = f"peak memory of all: {_memory()} MB"
    peers = [_peer(name, make(register), minimum) for name, make, minimum in TABLES]
    return [*ours, *growth, _koeln(), memory, *peers]


def _line(name: str, raw: RawCube, minimum: int) -> str:
    start, work = perf_counter(), process_time()
    guarded = guard(raw, probe_rules(minimum))
    seconds, work = perf_counter() - start, process_time() - work
    counts = guarded.cube.protection
    ours = counts.suppressed_primary + counts.suppressed_secondary
    return (
        f"{name}: {counts.cell_count:,} cells, {counts.suppressed_primary:,} small, {ours:,} suppressed, "
        f"{100 * guarded.protocol.lost_share:.1f} % of the rest lost, {guarded.protocol.audited:,} audited and none "
        f"found out, {seconds:.1f} s ({work:.1f} s of work)"
    )


def _peer(name: str, table: tables.Counted, minimum: int) -> str:
    numbers = {key: int(cell.figure.number or 0) for key, cell in table.cube.cells.items()}
    start = perf_counter()
    theirs = suppressed(numbers, table.inner, minimum)
    seconds = perf_counter() - start
    return f"{name}, Gaussian elimination: {len(theirs):,} suppressed, {seconds:.1f} s"


def probe_rules(minimum: int) -> RuleSet:
    """Suppression below a minimum count, zeros published."""
    return RuleSet("probe", "Probe", minimum, 0, True, "frei gewählt für die Messung", "")  # noqa: FBT003 — zeros are public


def _koeln() -> str:
    if not KOELN.is_file():
        return "Köln 2005–2012: skipped, no published data beside the checkout (../shared/data)"
    return _line("Köln 2005–2012, all areas, years and groups, under 3", koeln_cube(), 3)


def koeln_cube() -> RawCube:
    """Köln's table: every line of every area and year, with the sums of areas and of lines that hold in it."""
    with KOELN.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["zahl"]]
    counts = {(row["raum_id"], row["tab_id"] + row["zei_id"], row["jahr"]): int(float(row["zahl"])) for row in rows}
    keys = {place: _key(*place) for place in counts}
    below: dict[str, list[str]] = {}
    for area in sorted({place[0] for place in counts} - {"000"}):
        below.setdefault("000" if area.startswith("00") else f"00{area[0]}", []).append(area)
    relations = [
        Relation(keys[total], tuple(keys[part] for part in parts))
        for total in counts
        for parts in _divisions(*total, counts, below)
        if parts and sum(counts[part] for part in parts) == counts[total]
    ]
    cells = {keys[at]: Cell(Figure.of(number), Material.ADDITIVE, Lineage("koeln")) for at, number in counts.items()}
    return RawCube(cells, tuple(relations))


def _key(area: str, line: str, year: str) -> CellKey:
    return CellKey("einwohner", Unit.COUNT, area, Period.parse(year), Breakdown.of({"Zeile": line}))


def _divisions(
    area: str, line: str, year: str, counts: dict[Place, int], below: dict[str, list[str]]
) -> list[list[Place]]:
    """The areas that make up an area (districts 001 to 009, quarters 101 to 909), and the divisions of a line."""
    return [
        [(one, line, year) for one in below.get(area, ()) if (one, line, year) in counts],
        *([(area, part, year) for part in parts if (area, part, year) in counts] for parts in LINES.get(line, ())),
    ]


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
