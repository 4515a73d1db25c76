"""How fast values come about, against a loop over floats that knows no signs, no lineage and no reason."""

from collections.abc import Callable
from time import perf_counter

from mehrklang.assessment import trend
from mehrklang.cubes import ProtectedCube
from mehrklang.indicators import compute
from tests.factories.cubes import binding, cube, definition, key

AREAS = [f"{number:05d}" for number in range(500)]
YEARS = range(2005, 2025)


def run() -> list[str]:
    """One line per figure: values per second, and how many times longer than the naive loop."""
    cubes = {"amt": _cube()}
    share, terms = definition(), binding("a", "b")
    series = [one for area in AREAS for one in compute(share, terms, cubes, area=area)]
    values = len(AREAS) * len(YEARS)
    assert sum(len(one.values) for one in series) == values
    full = _seconds(lambda: [compute(share, terms, cubes, area=area) for area in AREAS])
    naive = _seconds(_float_loop)
    trends = _seconds(lambda: [trend(share, one) for one in series])
    return [
        f"shares with signs, formula and lineage: {values / full:,.0f} per second "
        f"(float loop: {values / naive:,.0f} per second; ratio {full / naive:.0f})",
        f"trends of {len(YEARS)} years, exact test: {len(series) / trends:,.0f} per second",
    ]


def _cube() -> ProtectedCube:
    figures = {}
    for at, area in enumerate(AREAS):
        for year in YEARS:
            figures[key("a", str(year), area=area)] = 10 + (at * 7 + year * 13) % 90
            figures[key("b", str(year), area=area)] = 1000 + at
    return cube(figures)


def _float_loop() -> list[float]:
    counts = {(area, year): (10 + at % 90, 1000 + at) for at, area in enumerate(AREAS) for year in YEARS}
    return [100 * counts[area, year][0] / counts[area, year][1] for area in AREAS for year in YEARS]


def _seconds(work: Callable[[], object]) -> float:
    """The best of three: the others were disturbed by something else."""
    times = []
    for _ in range(3):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)
