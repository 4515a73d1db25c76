"""Which way a segment moves: Theil and Sen for the slope, Mann and Kendall for whether chance explains it."""

from dataclasses import dataclass
from fractions import Fraction

from mehrklang.assessment.mann_kendall import chance, smallest_unusual
from mehrklang.assessment.points import Points
from mehrklang.assessment.result import Movement
from mehrklang.assessment.theil_sen import PairSlopes

HIGHEST_CHANCE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Course:
    """What the points say, exactly: slope per year, its limits (90 of 100), chance and movement.

    The limits leave out zero exactly where the movement is reliable, if no two values are equal.
    """

    slope: Fraction
    lower: Fraction
    upper: Fraction
    chance: Fraction
    movement: Movement


def course(points: Points) -> Course:
    """Of at least five points.

    >>> found = course(Points((2019, 2020, 2021, 2022, 2023), (1, 2, 3, 4, 9), 0))
    >>> found.slope, found.lower, found.upper, found.chance
    (Fraction(1, 1), Fraction(1, 1), Fraction(3, 1), Fraction(1, 60))
    >>> found.movement
    <Movement.RISING: 'steigend'>
    """
    slopes = PairSlopes.of(points.years, points.scaled, scale=points.scale)
    steady = slopes.steadiness
    unusual = smallest_unusual(len(points), HIGHEST_CHANCE)
    assert unusual is not None  # of five points and more some order is unusual
    lower, upper = slopes.between((len(slopes.sorted) - unusual) // 2)
    likely = chance(points.ties, abs(steady))
    return Course(slopes.median, lower, upper, likely, movement(slopes.median, steady, likely))


def movement(steepness: Fraction, steady: int, likely: Fraction) -> Movement:
    """Rising or falling where chance is unlikely to be as steady, and the slope points the same way."""
    if likely > HIGHEST_CHANCE or steepness.numerator * steady <= 0:
        return Movement.NO_RELIABLE_CHANGE
    return Movement.RISING if steady > 0 else Movement.FALLING
