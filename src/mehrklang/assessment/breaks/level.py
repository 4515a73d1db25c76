"""Level shifts: a year from which a series runs on another level.

Between two breaks that are known, of at least 6 yearly values: for every year with two values before and after, a line
with a step, yₜ = a + b t + c · 1(t ≥ k), is fitted by least squares; the year with the greatest |c| : se(c) is proposed
if that exceeds Student's t of n − 3 degrees of freedom at 2 of 100, divided by the number of years tried (Bonferroni),
and if |c| is more than the half-width of the values' intervals. An outlier that returns fits no step. Counts are taken
as logarithms. The level of 2 of 100 holds for independent normal deviations. Source: Quandt, R. E. (1960): Tests of the
hypothesis that a linear regression system obeys two separate regimes. Journal of the American Statistical Association
55, 324–330.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, log, sqrt
from statistics import median

from mehrklang.assessment.breaks.proposal import BreakProposal
from mehrklang.assessment.small_areas.linear import inverse, product, transposed
from mehrklang.catalogue import Break, BreakKind, IndicatorDefinition
from mehrklang.indicators import IndicatorValue, Series
from mehrklang.indicators.uncertainty.normal import decimal
from mehrklang.indicators.uncertainty.student import t_quantile
from mehrklang.vocabulary import Unit
from mehrklang.vocabulary.german import format_quantity

FEWEST, LEVEL, BESIDE = 6, 0.02, 2
PROPOSAL_RULE = (
    "Vorgeschlagen wird ein Reihenbruch, wo eine Reihe ab einem Jahr auf einem anderen Niveau weiterläuft (Gerade mit "
    "Stufe, kleinste Quadrate) und die Stufe größer ist, als es der Zufall in 2 von 100 Reihen erwarten lässt; ab "
    "sechs Jahreswerten zwischen zwei bekannten Brüchen, mit mindestens zwei Werten davor und danach. Ein Vorschlag "
    "ändert nichts: Erst wenn jemand ihn mit einem Beleg bestätigt, wird die Linie getrennt."
)


def level_shifts(
    definition: IndicatorDefinition, series: Sequence[Series], *, breaks: Sequence[Break] = ()
) -> tuple[BreakProposal, ...]:
    """The proposals by year, series of several areas that jump in one year together; `breaks` beside the
    definition's own are known already."""
    found: dict[int, list[_Shift]] = {}
    for one in series:
        known = [each for each in (*definition.breaks, *breaks) if not each.areas or one.area in each.areas]
        for shift in _shifts(one, sorted({each.first_year for each in known})):
            found.setdefault(shift.after.period.year, []).append(shift)
    return tuple(_proposal(definition, year, found[year]) for year in sorted(found))


@dataclass(frozen=True, slots=True)
class _Shift:
    """The values before and after the step, how many standard errors it measures, and its height (of counts as a
    difference of logarithms).
    """

    before: IndicatorValue
    after: IndicatorValue
    times: float
    height: float
    relative: bool

    @property
    def told(self) -> str:
        """The height in German: per cent of counts, otherwise in the unit of a difference."""
        unit = self.after.unit
        if self.relative:
            return format_quantity(decimal(100 * (exp(self.height) - 1)), Unit.PERCENT)
        return format_quantity(decimal(self.height), unit.of_difference)


def _shifts(series: Series, cuts: Sequence[int]) -> Iterator[_Shift]:
    """The clearest shift of each segment."""
    known = [value for value in series.values if value.figure.known]
    for first, last in pairwise((0, *cuts, 10_000)):
        segment = [value for value in known if first <= value.period.year < last]
        if len(segment) >= FEWEST and (shift := _clearest(segment)):
            yield shift


def _clearest(segment: Sequence[IndicatorValue]) -> _Shift | None:
    relative = segment[0].unit.additive and all(_number(value) > 0 for value in segment)
    levels = [log(_number(value)) if relative else _number(value) for value in segment]
    years = [float(value.period.year - segment[0].period.year) for value in segment]
    tried = range(BESIDE, len(levels) - BESIDE + 1)
    limit = t_quantile(1 - LEVEL / 2 / len(tried), len(levels) - 3)
    noise = _noise(segment, relative=relative)
    shifts = []
    for at in tried:
        step, error = _step(years, levels, at)
        if abs(step) > max(noise, limit * error):
            shifts.append(_Shift(segment[at - 1], segment[at], abs(step) / error if error else inf, step, relative))
    return max(shifts, key=lambda shift: shift.times, default=None)


def _step(years: Sequence[float], levels: Sequence[float], at: int) -> tuple[float, float]:
    """c and its standard error in yₜ = a + b t + c · 1(t ≥ k)."""
    design = [[1.0, year, float(place >= at)] for place, year in enumerate(years)]
    across = inverse(product(transposed(design), design))
    right = product(transposed(design), [[level] for level in levels])
    fitted = [row[0] for row in product(across, right)]
    rest = [y - sum(x * b for x, b in zip(row, fitted, strict=True)) for y, row in zip(levels, design, strict=True)]
    variance = sum(deviation**2 for deviation in rest) / (len(levels) - 3)
    return fitted[2], sqrt(variance * across[2][2])


def _noise(segment: Sequence[IndicatorValue], *, relative: bool) -> float:
    """The typical half-width of the values' intervals; a hundredth of the level where there is none."""
    widths = [float(value.interval.half_width) for value in segment if value.interval is not None]
    level = median(abs(_number(value)) for value in segment)
    width = median(widths) if widths else level / 100
    return (width / level if level else 0.0) if relative else width


def _number(value: IndicatorValue) -> float:
    assert value.figure.number is not None  # only known values come here
    return float(value.figure.number)


def _proposal(definition: IndicatorDefinition, year: int, shifts: Sequence[_Shift]) -> BreakProposal:
    clearest = max(shifts, key=lambda shift: shift.times)
    before, after = clearest.before, clearest.after
    values = [
        format_quantity(value.figure.number, value.unit, value.decimals)
        for value in (before, after)
        if value.figure.number is not None
    ]
    areas = tuple(dict.fromkeys(shift.after.area for shift in shifts))
    where = f" Dasselbe Jahr in {len(areas)} Gebieten." if len(areas) > 1 else ""
    evidence = (
        f"{definition.name}, {after.group}: von {values[0]} ({before.period.label}) auf {values[1]} "
        f"({after.period.label}); gegenüber dem Verlauf davor und danach eine Stufe von {clearest.told}.{where}"
    )
    return BreakProposal(year, BreakKind.DEFINITION, evidence, areas, definition.code)
