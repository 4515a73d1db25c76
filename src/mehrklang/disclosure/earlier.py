"""Published cells as they stood in the version before: public like today's, and protected by their producer."""

from mehrklang.cubes import ProtectedCube
from mehrklang.cubes.raw import RawCube
from mehrklang.cubes.seal import Seal


def earlier_cube(cube: ProtectedCube, raw: RawCube) -> ProtectedCube | None:
    """The protected cube of `raw` with the former versions of its published cells; None where there are none.

    `RawCube` promises that only published statistics have versions: counts of our own are never shown in two versions,
    because their difference would tell single persons.
    """
    if not raw.before:
        return None
    cells = {key: raw.before.get(key, cube.cell(key)) for key in cube}
    return ProtectedCube(cells, cube.protection, seal=Seal())
