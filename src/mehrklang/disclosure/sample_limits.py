"""Limits of a sample: extrapolated numbers that rest on too few interviewed persons.

Below the lower limit a number is not told (/), from there to below the upper limit it stands in brackets. Zero is told.
Source: Statistisches Bundesamt, Mikrozensus, Qualitätsbericht: "/" under 5,000, "( )" from 5,000 to under 10,000
extrapolated persons.
"""

from dataclasses import replace
from decimal import Decimal

from mehrklang.catalogue import SampleLimits
from mehrklang.cubes.raw import RawCube
from mehrklang.vocabulary import Figure, Material, Reason, Sign, Unit


def limited(figure: Figure, unit: Unit, limits: SampleLimits) -> Figure:
    """The figure with the sign that its size demands; one that has a sign without a number stays as it is.

    >>> limits = SampleLimits(5_000, 10_000)
    >>> [limited(Figure.of(n), Unit.COUNT, limits).sign for n in (4_999, 5_000, 9_999, 10_000)]
    [<Sign.UNRELIABLE: '/'>, <Sign.LIMITED: '( )'>, <Sign.LIMITED: '( )'>, None]
    >>> limited(Figure.of(7), Unit.THOUSAND, limits).sign
    <Sign.LIMITED: '( )'>
    """
    if figure.number is None or figure.number == 0:
        return figure
    persons = abs(figure.number) * Decimal(1000 if unit.in_thousands else 1)
    if persons < limits.withheld_below:
        return Figure.signed(Sign.UNRELIABLE, Reason.SOURCE_UNRELIABLE)
    return Figure.limited(figure.number) if persons < limits.limited_below else figure


def limited_cube(raw: RawCube, limits: SampleLimits) -> RawCube:
    """The cube of a sample that we extrapolate ourselves; what a producer has published keeps the producer's signs."""
    cells = {
        key: replace(cell, figure=limited(cell.figure, key.unit, limits))
        if cell.material is Material.ADDITIVE
        else cell
        for key, cell in raw.cells.items()
    }
    return replace(raw, cells=cells)
