"""The rates of the simulation, per person and year.

All are invented and only imitate orders of magnitude that are known of German towns; no published series was fitted.
"""

from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import exp

OLDEST = 106
OLD, HIGHEST = 85, 0.5
"""Below the age `OLD` all hazards of a year together stay below `HIGHEST`: a draw above it means a quiet year."""

AGES_HERE = (46, 44, 45, 50, 58, 60, 57, 56, 70, 84, 80, 70, 62, 52, 54, 50, 36, 24, 12, 4)
"""Weights of five-year age groups (0–4, 5–9 …) of the first inhabitants without migration history."""
AGES_COME = (66, 62, 60, 62, 74, 90, 96, 92, 84, 76, 62, 52, 46, 40, 28, 14, 7, 3, 1, 1)
"""Likewise with migration history."""
AGES_MOVING = (5, 3, 2, 10, 30, 26, 16, 9, 6, 4, 3, 2, 2, 1, 1, 1, 1, 1, 0, 0)
"""Likewise of those who move to the town from elsewhere in Germany."""
AGES_ARRIVING = (7, 6, 5, 9, 19, 18, 13, 9, 6, 4, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0)
"""Likewise of those who arrive from abroad."""

INTERNAL_ARRIVALS = 0.038
"""Arrivals from elsewhere in Germany per first inhabitant and year."""

_EXTERNAL = (
    0.011, 0.012, 0.014, 0.016, 0.031, 0.021, 0.016, 0.015, 0.014, 0.010, 0.013, 0.030, 0.020, 0.017,
)  # fmt: skip
_NATURALISATION = (1.0, 1.0, 1.0, 0.95, 0.95, 1.0, 1.0, 1.05, 1.1, 0.95, 1.1, 1.5, 1.7, 2.5)

MOST_NATURALISED = 0.058
"""The highest yearly rate of naturalisation, reached in the year after the law of 2024."""


@dataclass(frozen=True, slots=True)
class Hazards:
    """Bounds on one draw from 0 to 1 in one year of life: below `death` dies, below `leaving` moves away, below `move`
    moves within the town, below `citizen` may be naturalised, below `birth` gives birth.
    """

    death: float
    leaving: float
    move: float
    citizen: float
    birth: float


def external_arrivals(year: int) -> float:
    """Arrivals from abroad per first inhabitant, 2011 to 2024."""
    return _EXTERNAL[year - 2011]


def naturalisation_chance(year: int, stay: int) -> float:
    """The rate of naturalisation as a share of `MOST_NATURALISED`: eight years of residence are asked for, five since
    2024 (reform of the nationality law).
    """
    needed = 5 if year >= 2024 else 8
    return _NATURALISATION[year - 2011] / max(_NATURALISATION) if stay >= needed else 0.0


@cache
def hazards(age: int, *, female: bool, foreign: bool, recent: bool) -> Hazards:
    """The hazards of one year of life; `recent`: in Germany for less than five years."""
    death = _death(age, female=female)
    leaving = death + _leaving(age, recent=recent)
    move = leaving + (0.09 if 18 <= age < 35 else 0.035)
    citizen = move + (MOST_NATURALISED if foreign else 0.0)
    return Hazards(death, leaving, move, citizen, citizen + (_birth(age, foreign=foreign) if female else 0.0))


@cache
def age_bounds(weights: tuple[int, ...]) -> tuple[int, ...]:
    """Cumulated weights of five-year age groups, for drawing an age.

    >>> age_bounds((2, 0, 3))
    (2, 2, 5)
    """
    return tuple(accumulate(weights))


def _death(age: int, *, female: bool) -> float:
    """Gompertz: risk doubles in seven and a half years."""
    return 1.0 if age >= OLDEST else min(0.9, (0.8 if female else 1.25) * 3e-5 * exp(0.0935 * age))


def _leaving(age: int, *, recent: bool) -> float:
    base = 0.13 if 18 <= age < 30 else 0.056 if age < 45 else 0.015
    return base * (1.5 if recent else 0.85)


def _birth(age: int, *, foreign: bool) -> float:
    """A bell around 31 years with the area of 1.25 (1.65) children per woman."""
    children, width = (1.65, 5.6) if foreign else (1.25, 5.2)
    return 0.0 if not 15 <= age < 50 else children / (width * 2.5066) * exp(-(((age - 31) / width) ** 2) / 2)
