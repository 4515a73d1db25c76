"""The operating characteristics of the handbook, played again from outside: real binomial drawings, the whole way.

Nothing of the simulation in the library is used: persons are drawn one by one, counted, brought through a cube and the
computation of shares, and watched as an edition does. What the handbook prints has to lie within chance of it.
"""

from decimal import Decimal
from math import exp, log, sqrt
from random import Random

import pytest

from mehrklang.assessment.warning import Limit, Watched, watch
from mehrklang.indicators import compute
from tests.factories.cubes import GOSLAR, binding, cube, definition, key
from tests.spec.table import Row
from tests.spec.warning import test_characteristics as spec

RUNS, PERSONS, SHARE, QUIET, AFTER = 80, 400, 0.2, 8, 6
ROWS = [
    row
    for row in spec.test_simulated_operating_characteristics.table.rows  # type: ignore[attr-defined] # set by @table
    if row["Streuung"] == "1" and row["Veränderung"] in ("keine", "Sprung um 2", "Sprung um 3")
]


def _counts(shift: float, chance: Random) -> list[int]:
    """Fourteen years of persons drawn one by one; from the ninth on the share lies higher by so many deviations."""
    deviation = 1 / sqrt(PERSONS * SHARE * (1 - SHARE))  # of the logarithm of the odds
    later = 1 / (1 + exp(-(log(SHARE / (1 - SHARE)) + shift * deviation)))
    return [
        sum(chance.random() < (SHARE if year < QUIET else later) for _ in range(PERSONS))
        for year in range(QUIET + AFTER)
    ]


def _alarms(counts: list[int], series: int) -> list[bool]:
    """Year for year, from the fifth on, whether the series so far gives a signal in an edition of so many series."""
    figures = {key("a", str(2000 + year)): cases for year, cases in enumerate(counts)}
    figures |= {key("b", str(2000 + year)): PERSONS for year in range(len(counts))}
    told = []
    for length in range(5, len(counts) + 1):
        known = {cell: number for cell, number in figures.items() if cell.period.year < 2000 + length}
        (one,) = compute(definition(), binding("a", "b"), {"amt": cube(known)}, area=GOSLAR)
        told.append(bool(watch([Watched(definition(), one)], limit=Limit(Decimal(1) / series))))
    return told


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " · ".join(list(row.values())[:2]))
def test_what_the_handbook_prints_is_within_chance_of_the_whole_way(row: Row) -> None:
    series = int(row["Reihen je Ausgabe"])
    shift = 0.0 if row["Veränderung"] == "keine" else float(row["Veränderung"].split()[-1])
    chance = Random(99)  # noqa: S311 — a simulation
    played = [_alarms(_counts(shift, chance), series) for _ in range(RUNS)]
    seen = sum(any(alarms[QUIET - 4 :]) for alarms in played) / RUNS
    printed = float(row["bemerkt in 6 Jahren"].split()[0]) / 100
    error = sqrt(max(printed * (1 - printed), 0.01) * (1 / RUNS + 1 / 400))
    assert abs(seen - printed) < 4 * error
    false = sum(sum(alarms[: QUIET - 4]) for alarms in played) / (RUNS * (QUIET - 4)) * series
    assert false <= 1.0  # the limit that is stated
