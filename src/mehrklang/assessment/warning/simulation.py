"""The operating characteristics, simulated: how many false alarms, and how late a real change is seen.

Shares of a population with chance variation (and, on request, more scatter than the counts explain) are watched as an
edition would: every year the series so far. After a number of quiet years the level is shifted by 1, 2 or 3 standard
deviations, or drifts by half a standard deviation per year.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log, sqrt
from random import Random
from statistics import median

from mehrklang.assessment.warning.drift import cusum, deviations, drift_chance
from mehrklang.assessment.warning.expectation import expectation
from mehrklang.assessment.warning.many import Limit
from mehrklang.assessment.warning.scale import Scaled, share

QUIET = 8
WATCHED = 6
"""Years before and after the change."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One kind of series: persons, share, what happens, and how much more they scatter (1: as the counts explain).

    `shift` and `drift` are in standard deviations of the yearly value; `series` is how many an edition watches;
    `staying` is the share of persons who are the same from year to year (0: every year others, as with a flow).
    """

    base: int
    level: float
    shift: float = 0.0
    drift: float = 0.0
    scatter: float = 1.0
    series: int = 100
    staying: float = 0.0


@dataclass(frozen=True, slots=True)
class Characteristics:
    """False alarms per edition in the quiet years; the share of changes seen, and after how many editions the middle
    one (None: fewer than half are seen within `WATCHED` editions).
    """

    false_alarms: float
    seen: float
    delay: float | None


def simulate(setting: Setting, *, runs: int, seed: int) -> Characteristics:
    """Of so many series with a seeded generator: the same every time."""
    chance = Random(seed)  # noqa: S311 — a simulation, no secret
    rare = 1 / (2 * setting.series)  # a shift and a drift are tested in each series
    false, delays = 0, []
    for _ in range(runs):
        points = _course(setting, chance)
        alarms = [_alarm(points[:length], rare) for length in range(5, QUIET + WATCHED + 1)]
        quiet, after = alarms[: QUIET - 4], alarms[QUIET - 4 :]
        false += sum(quiet)
        delays.append(after.index(True) + 1 if True in after else WATCHED + 1)
    middle = median(delays)
    return Characteristics(
        false_alarms=false / (runs * (QUIET - 4)) * setting.series,
        seen=sum(delay <= WATCHED for delay in delays) / runs,
        delay=float(middle) if middle <= WATCHED else None,
    )


@dataclass(frozen=True, slots=True)
class Discoveries:
    """Means over many editions: signals, the share of them without any change, the share of the changes that are seen
    in their first year.
    """

    signals: float
    false_share: float
    seen: float


def discoveries(setting: Setting, *, changed: int, limit: Limit, runs: int, seed: int) -> Discoveries:
    """Of editions in which the first `changed` of the series shift in the newest year and the others do not."""
    chance = Random(seed)  # noqa: S311 — a simulation, no secret
    quiet = replace(setting, shift=0.0, drift=0.0)
    told, false, seen = 0, 0.0, 0
    for _ in range(runs):
        chances = [
            _chances(_course(setting if at < changed else quiet, chance)[: QUIET + 1]) for at in range(setting.series)
        ]
        rare = limit.rare([each for pair in chances for each in pair])
        found = [min(pair) <= rare for pair in chances]
        told += sum(found)
        false += sum(found[changed:]) / max(sum(found), 1)
        seen += sum(found[:changed])
    return Discoveries(told / runs, false / runs, seen / max(runs * changed, 1))


def _course(setting: Setting, chance: Random) -> list[Scaled]:
    """One series: binomial counts around a level, on the logit scale."""
    middle = log(setting.level / (1 - setting.level))
    error = sqrt(setting.scatter / (setting.base * setting.level * (1 - setting.level)))
    own = sqrt(max(setting.scatter - 1, 0) / (setting.base * setting.level * (1 - setting.level)))
    points = []
    cases = 0
    for year in range(QUIET + WATCHED):
        after = max(year - QUIET + 1, 0)
        moved = middle + error * (setting.shift * (after > 0) + setting.drift * after) + chance.gauss(0, own)
        cases = _next(chance, setting, cases, moved) if year else _binomial(chance, setting.base, moved)
        points.append(share(cases, setting.base))
    return points


def _next(chance: Random, setting: Setting, cases: int, logit: float) -> int:
    """The cases of the next year: those who stay, and those among the new persons."""
    if not setting.staying:
        return _binomial(chance, setting.base, logit)
    stay = sum(chance.random() < setting.staying for _ in range(cases))
    others = sum(chance.random() < setting.staying for _ in range(setting.base - cases))
    return stay + _binomial(chance, setting.base - stay - others, logit)


def _binomial(chance: Random, base: int, logit: float) -> int:
    """Nearly binomial: the rounded normal number with the same mean and variance, between 0 and the base."""
    level = 1 / (1 + exp(-logit))
    drawn = chance.gauss(base * level, sqrt(base * level * (1 - level)))
    return min(max(round(drawn), 0), base)


def _alarm(points: Sequence[Scaled], rare: float) -> bool:
    return min(_chances(points)) <= rare


def _chances(points: Sequence[Scaled]) -> tuple[float, float]:
    """Of a shift and of a drift up to the newest point."""
    shift = expectation(range(len(points)), points)
    height = cusum(deviations(points))
    return 1.0 if shift is None else shift.chance, drift_chance(height)
