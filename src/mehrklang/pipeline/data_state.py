"""The key of the data that a result was computed from (Datenstand); it stands in reports, so it must tell nothing.

Of published files it names the files. Of our own counts it names what passed the guard: from the checksum of the
delivered file a reader who knows its form could try out the suppressed numbers until the checksum fits.
"""

import hashlib
from collections.abc import Iterable, Mapping

from mehrklang.cubes import ProtectedCube
from mehrklang.package import data_version
from mehrklang.pipeline.deliveries import Received
from mehrklang.pipeline.plan import Plan
from mehrklang.store import Request
from mehrklang.vocabulary import Material


def data_state(plan: Plan, received: Received, cubes: Mapping[str, ProtectedCube], further: Iterable[str]) -> str:
    """The key of the used files of producers, of the protected cells of our own sources, and of what else the values
    hang on (Handbuch, "Ein Monitoring als Ordner").
    """
    own = {source for source in plan.sources if source in cubes and _is_own(cubes[source])}
    files = (each.sha256 for each in plan.used(received) if each.source not in own)
    cells = (_of_cells(cubes[source], _asked(plan, source)) for source in sorted(own))
    return data_version([*files, *cells, *further])


def _is_own(cube: ProtectedCube) -> bool:
    """Whether any of its cells was protected here."""
    return any(cube.cell(key).material is Material.ADDITIVE for key in cube)


def _asked(plan: Plan, source: str) -> frozenset[Request]:
    return frozenset(need.request for need in plan.needs if need.source == source)


def _of_cells(cube: ProtectedCube, asked: frozenset[Request]) -> str:
    """SHA-256 of the asked cells as anybody can read them, in an order that their size does not decide."""
    shown = ((key, cube.cell(key).figure) for key in cube if Request(key.measure, key.unit, key.breakdown) in asked)
    lines = sorted(
        f"{key.measure};{key.unit.value};{key.area};{key.period.key};{key.breakdown.pairs};{figure.number};{figure.sign}"
        for key, figure in shown
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
