"""How fast a whole region is assessed, and the characteristics of the early warning."""

from collections.abc import Callable
from decimal import Decimal
from os import getloadavg
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, process_time

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.screening import ShareCounts, screen
from mehrklang.assessment.warning.simulation import Setting, simulate

SERIES = 100_000
YEARS = tuple(range(2010, 2025))
TARGET = Target(Decimal(8), 2015, Operator.AT_LEAST, Decimal(12), 2030)
SETTINGS = (
    ("quiet", Setting(400, 0.2)),
    ("quiet, three times the scatter", Setting(400, 0.2, scatter=3)),
    ("shift of 1 standard deviation", Setting(400, 0.2, shift=1)),
    ("shift of 2", Setting(400, 0.2, shift=2)),
    ("shift of 3", Setting(400, 0.2, shift=3)),
    ("drift of a half per year", Setting(400, 0.2, drift=0.5)),
)


def run() -> list[str]:
    """Wall time and processor time: other work on the machine lengthens the first."""
    series = _series()
    wall, own = _times(lambda: screen(series, processes=2))
    _, processor = _times(lambda: screen(series[:5000]))
    memory = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    return [
        f"{SERIES:,} series of {len(YEARS)} years with trend, interval, state, warning: {wall:.1f} s in two processes, "
        f"their start included ({1e6 * processor / 5000:.0f} µs of processor time per series, {own:.1f} s in this "
        f"process, at most {memory:.0f} MB in each of the two; load of the machine {getloadavg()[0]:.1f})",
        *(_characteristics(name, setting) for name, setting in SETTINGS),
    ]


def _characteristics(name: str, setting: Setting) -> str:
    found = simulate(setting, runs=3000, seed=1)
    delay = "more than 6" if found.delay is None else f"{found.delay:.0f}"
    return (
        f"early warning, {setting.series} series, {name}: {found.false_alarms:.2f} false alarms per edition, "
        f"{100 * found.seen:.0f} % seen in 6 years, median delay {delay} years"
    )


def _series() -> list[ShareCounts]:
    chance = Random(1)  # noqa: S311 — invented series, no secret
    return [_one(chance) for _ in range(SERIES)]


def _one(chance: Random) -> ShareCounts:
    base, level, rise = chance.randint(200, 20_000), chance.uniform(0.05, 0.4), chance.uniform(-0.003, 0.003)
    noise = (base * level * (1 - level)) ** 0.5
    cases = (round(base * (level + rise * at) + chance.gauss(0, noise)) for at in range(len(YEARS)))
    return ShareCounts(YEARS, tuple(min(max(each, 0), base) for each in cases), (base,) * len(YEARS), TARGET)


def _times(work: Callable[[], object]) -> tuple[float, float]:
    """Wall time and processor time of this process."""
    wall, processor = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - processor
