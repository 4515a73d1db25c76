"""Cell keys of a register: the sums of its records' keys, which were counted along under a measure of their own."""

from dataclasses import replace
from fractions import Fraction

from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.store.register_rows import KEY_MEASURE
from mehrklang.store.row_key import KEYS
from mehrklang.vocabulary import Breakdown, Period, Unit


def with_keys(cube: RawCube) -> RawCube:
    """The cube without the measure of the keys, and with the sum of the keys of each cell."""
    sums = {
        (key.area, key.period, key.breakdown): Fraction(int(cell.figure.number or 0), KEYS)
        for key, cell in cube.cells.items()
        if key.measure == KEY_MEASURE
    }
    if not sums:
        return cube
    cells = {key: cell for key, cell in cube.cells.items() if key.measure != KEY_MEASURE}
    return replace(
        cube,
        cells=cells,
        relations=tuple(one for one in cube.relations if one.total.measure != KEY_MEASURE),
        hidden=cube.hidden & cells.keys(),
        greatest={},
        cell_keys={key: sums[_spot(key)] for key in cells if key.unit is Unit.COUNT and _spot(key) in sums},
    )


def _spot(key: CellKey) -> tuple[str, Period, Breakdown]:
    return key.area, key.period, key.breakdown
