"""Published shares that tell a suppressed count: the share of a producer, and the denominator that we show beside it.

A share r is printed to a unit of u percentage points; with a denominator N the numerator n fulfils
(r − u/2) · N ≤ 100 · n ≤ (r + u/2) · N. If only one whole number does, the count is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import product

from mehrklang.cubes import CellKey, ProtectedCube
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure.links import Column, Spot, column_of, key_of
from mehrklang.vocabulary import Material, Unit

_ENOUGH = 3
"""In so many areas and years a share has to fit two counts before we take it for theirs."""

Numbers = Mapping[Spot, Decimal]


def numerators(rate: Decimal, denominator: Decimal) -> tuple[int, int]:
    """The least and the greatest whole number of which the printed share may be; the first is greater if none fits.

    >>> numerators(Decimal("2.3"), Decimal(87)), numerators(Decimal("2.3"), Decimal(8700))
    ((2, 2), (196, 204))
    """
    half = Decimal(1).scaleb(_exponent(rate)) / 2
    low, high = ((rate + side) * denominator / 100 for side in (-half, half))
    return int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR))


def told_by_rates(raws: Sequence[RawCube], cubes: Sequence[ProtectedCube]) -> Iterator[tuple[CellKey, CellKey]]:
    """The counts that are not shown in any of the cubes and that a published share tells, each with that share."""
    counts, rates = _columns(raws, Material.ADDITIVE, Unit.COUNT), _columns(raws, Material.PUBLISHED, Unit.PERCENT)
    shown = {key for cube in cubes for key in cube if cube.cell(key).figure.known}
    secret = {key for cube in cubes for key in cube} - shown
    withheld = {column: numbers for column, numbers in counts.items() if _cells(column, numbers) & secret}
    for (rate, shares), (count, numbers), (base, totals) in product(rates.items(), withheld.items(), counts.items()):
        if count != base and _fits(shares, numbers, totals):
            for spot in shares.keys() & numbers.keys() & totals.keys():
                least, greatest = numerators(shares[spot], totals[spot])
                key = key_of(count, *spot)
                if key in secret and key_of(base, *spot) in shown and least == greatest:
                    yield key, key_of(rate, *spot)


def _cells(column: Column, numbers: Numbers) -> set[CellKey]:
    return {key_of(column, *spot) for spot in numbers}


def _fits(shares: Numbers, numbers: Numbers, totals: Numbers) -> bool:
    """Whether the shares are those of the numbers in the totals, wherever all three are known."""
    fitting = 0
    for spot, share in shares.items():
        if spot in numbers and spot in totals:
            least, greatest = numerators(share, totals[spot])
            if not least <= numbers[spot] <= greatest:
                return False
            fitting += numbers[spot] > 0
    return fitting >= _ENOUGH


def _columns(raws: Sequence[RawCube], material: Material, unit: Unit) -> dict[Column, dict[Spot, Decimal]]:
    found: dict[Column, dict[Spot, Decimal]] = {}
    for raw in raws:
        for key, cell in raw.cells.items():
            if cell.material is material and key.unit is unit and cell.figure.number is not None:
                found.setdefault(column_of(key), {})[key.area, key.period] = cell.figure.number
    return found


def _exponent(rate: Decimal) -> int:
    """The place of the last printed digit; whole numbers are printed to ones."""
    exponent = rate.as_tuple().exponent
    assert isinstance(exponent, int)  # a figure is finite
    return min(exponent, 0)
