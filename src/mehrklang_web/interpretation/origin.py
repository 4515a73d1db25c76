"""Where a number comes from: from the published value down to the cell of the delivered file."""

from collections.abc import Iterable
from dataclasses import dataclass

from mehrklang.indicators import IndicatorValue
from mehrklang.pipeline import Result
from mehrklang.vocabulary import SourceCell
from mehrklang_web.deliveries.models import Delivery

MOST_CELLS = 50


@dataclass(frozen=True, slots=True)
class OriginFile:
    """A delivered file and its cells that went into the value. `delivery` is None if it is no longer listed."""

    name: str
    delivery: Delivery | None
    cells: tuple[SourceCell, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The whole path of one value. `further` counts cells beyond those that are listed."""

    value: IndicatorValue
    files: tuple[OriginFile, ...]
    further: int


def value_in(result: Result, *, area: str, group: str, period: str) -> IndicatorValue | None:
    """One value of a result; without a full address the latest of the group that the target speaks of."""
    series = result.of(area=area, group=group)
    if series is None:
        return result.assessments[result.group].latest
    return next((value for value in series.values if value.period.key == period), series.latest)


def origin_of(value: IndicatorValue, deliveries: Iterable[Delivery]) -> Origin:
    """The files and cells of a value. Additive material names its files only: its rows are too many to list."""
    known = list(deliveries)
    cells = value.lineage.cells
    names = tuple(dict.fromkeys(cell.file for cell in cells))
    files = tuple(
        OriginFile(name, _delivery(name, known), tuple(cell for cell in cells[:MOST_CELLS] if cell.file == name))
        for name in names
    )
    return Origin(value, files, max(value.lineage.cell_count, len(cells)) - min(len(cells), MOST_CELLS))


def _delivery(name: str, known: list[Delivery]) -> Delivery | None:
    return next((delivery for delivery in known if delivery.name == name), None)
