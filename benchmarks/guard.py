"""What protection costs: time, memory, suppressed cells and lost information, the audit included.

The peer (`peer_gauss`) looks at exact computation only; ours keeps an interval for each small count.
"""

import csv
import resource
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

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


def run() -> list[str]:
    """One line per table, the peer where it ends in seconds, and growth with the number of districts."""
    register = tables.persons()
    named: list[tuple[str, Callable[[tables.Persons], RawCube], int, bool]] = [
        ("S, under 3", tables.s, 3, True),
        ("S, under 5", tables.s, 5, True),
        ("K, under 3", tables.k, 3, False),
        ("L, under 3", tables.l_, 3, False),
        ("M, under 3", tables.m, 3, False),
    ]
    lines = [_line(name, make(register), minimum, peer=peer) for name, make, minimum, peer in named]
    lines += [
        _line(f"L with {districts} of 12 districts, under 3", tables.l_(register, districts), 3)
        for districts in (2, 4, 8)
    ]
    return [*lines, _koeln(), f"peak memory of all: {_memory()} MB"]


def _line(name: str, raw: RawCube, minimum: int, *, peer: bool = False) -> str:
    start = perf_counter()
    guarded = guard(raw, _rules(minimum))
    seconds = perf_counter() - start
    counts = guarded.cube.protection
    ours = counts.suppressed_primary + counts.suppressed_secondary
    line = (
        f"{name}: {counts.cell_count:,} cells, {counts.suppressed_primary:,} small, {ours:,} suppressed, "
        f"{100 * guarded.protocol.lost_share:.1f} % of the rest lost, {guarded.protocol.audited:,} audited and none "
        f"found out, {seconds:.1f} s"
    )
    return f"{line}; {_peer(raw, minimum, ours)}" if peer else line


def _peer(raw: RawCube, minimum: int, ours: int) -> str:
    start = perf_counter()
    theirs = len(suppressed(raw, minimum))
    return f"Gaussian elimination: {theirs:,} suppressed, {perf_counter() - start:.1f} s; ratio {ours / theirs:.2f}"


def _rules(minimum: int) -> RuleSet:
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
