"""A slow obvious attacker: writes down all tables of whole numbers that fit what is published."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube

ABOVE = 2
"""No cell is tried more than so far above the truth: enough to see whether it is found out."""


def possible(raw: RawCube, shown: Mapping[CellKey, int], *, least: int) -> dict[CellKey, set[int]]:
    """The possible values of every cell of the cube that is not shown; `least`: what is known of each of them."""
    truth = {key: int(cell.figure.number or 0) for key, cell in raw.cells.items()}
    found: dict[CellKey, set[int]] = {key: set() for key in truth.keys() - shown.keys()}
    for table in _tables(raw, truth, shown, least):
        for key, values in found.items():
            values.add(table[key])
    return found


def tables(raw: RawCube, shown: Mapping[CellKey, int]) -> int:
    """How many tables would be written down."""
    totals = {relation.total for relation in raw.relations}
    return prod(int(raw.cells[key].figure.number or 0) + ABOVE + 1 for key in raw.cells.keys() - totals - shown.keys())


def _tables(
    raw: RawCube, truth: Mapping[CellKey, int], shown: Mapping[CellKey, int], least: int
) -> Iterator[dict[CellKey, int]]:
    """The inner cells in all ways, the totals added up from them."""
    totals = {relation.total: relation for relation in raw.relations}
    inner = [key for key in truth if key not in totals]
    ranges = [[shown[key]] if key in shown else range(least, truth[key] + ABOVE + 1) for key in inner]
    for values in product(*ranges):
        table = dict(zip(inner, values, strict=True))
        while len(table) < len(truth):
            for total, relation in totals.items():
                if total not in table and all(part in table for part in relation.parts):
                    table[total] = sum(table[part] for part in relation.parts)
        sums_hold = all(table[one.total] == sum(table[part] for part in one.parts) for one in raw.relations)
        if sums_hold and all(table[key] == shown[key] if key in shown else table[key] >= least for key in table):
            yield table
