"""How the parts of a group are written in the tables of the specs: "10 von 100", one cell per part."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.catalogue import Layer
from mehrklang.indicators.layered import LayerParts
from mehrklang.indicators.made import Made
from mehrklang.indicators.part import Part
from mehrklang.indicators.spatial import AreaParts
from mehrklang.vocabulary.german import format_exact
from tests.spec.notation import figure
from tests.spec.table import Row

CLASSES = {"0 bis unter 2": (0, 2), "2 bis unter 5": (2, 5), "5 bis unter 10": (5, 10), "ab 10": (10, None)}


def part(cell: str) -> Part:
    """One figure as a part."""
    return Part(figure(cell))


def classes(row: Row) -> list[LayerParts]:
    """The cells under the classes; an empty one is a class that the source does not have."""
    return [
        LayerParts(Layer(name, (), lower=Decimal(low), upper=None if high is None else Decimal(high)), part(row[name]))
        for name, (low, high) in CLASSES.items()
        if row[name]
    ]


def strata(row: Row) -> list[LayerParts]:
    """Two layers, each with the group and what it is compared with."""
    return [
        LayerParts(
            Layer(name, ()),
            *(part(cell) for whom in ("Gruppe", "Vergleich") for cell in row[f"{whom}, {name}"].split(" von ")),
        )
        for name in ("jung", "alt")
    ]


def categories(cells: str) -> list[LayerParts]:
    """ "5 3 2": three categories."""
    return [LayerParts(Layer(str(at), ()), part(cell)) for at, cell in enumerate(cells.split())]


def areas(row: Row) -> list[AreaParts]:
    """The cells under "Gebiet 1" and so on."""
    return [
        AreaParts(name, *(part(cell) for cell in cells.split(" von ")))
        for name, cells in row.items()
        if name.startswith("Gebiet") and cells
    ]


def limits(made: Made, decimals: int = 6) -> list[str]:
    """Lower and upper limit, or nothing."""
    interval = made.spread.interval
    return [] if interval is None else [format_exact(end, decimals) for end in (interval.lower, interval.upper)]


def named(cells: Sequence[str]) -> list[str]:
    """The cells that are no dash."""
    return [cell for cell in cells if cell != "–"]
