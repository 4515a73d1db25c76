"""Where a number comes from: from the published value down to the cell of the delivered file."""

from collections.abc import Iterable
from dataclasses import dataclass

from mehrklang.indicators import IndicatorValue
from mehrklang.pipeline import Result
from mehrklang.vocabulary import SourceCell
from mehrklang.vocabulary.german import format_with_unit
from mehrklang_web.deliveries.models import Delivery

MOST_CELLS = 50


@dataclass(frozen=True, slots=True)
class OriginFile:
    """A delivered file and its cells that went into the value.

    `deliveries` is the very delivery of these cells; of results that were kept before cells knew their delivery, all
    those by that name among the deliveries behind the value.
    """

    name: str
    deliveries: tuple[Delivery, ...]
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


def origin_of(value: IndicatorValue, result: Result, deliveries: Iterable[Delivery]) -> Origin:
    """The files and cells of a value of `result`, whose keys of the store lead back to the deliveries. Additive
    material names its files only: its rows are too many to list."""
    cells = value.lineage.cells
    behind = _behind(value, result, deliveries)
    paths = {file.key: file.path for file in result.deliveries}
    files: dict[tuple[str, tuple[Delivery, ...]], list[SourceCell]] = {}
    for cell in cells[:MOST_CELLS]:
        own = tuple(each for each in behind if each.relative_path == paths.get(cell.delivery))
        files.setdefault((cell.file, own or _named(behind, cell.file)), []).append(cell)
    known = {each for _, group in files for each in group}
    files |= {(each.name, (each,)): [] for each in behind if each not in known}
    found = tuple(OriginFile(name, group, tuple(of)) for (name, group), of in files.items())
    return Origin(value, found, max(value.lineage.cell_count, len(cells)) - min(len(cells), MOST_CELLS))


def former_version(value: IndicatorValue) -> str:
    """What the value was in the version before, with its state; "" where there was none."""
    if value.before is None:
        return ""
    text = format_with_unit(value.before.figure, value.unit, value.decimals)
    return f"{text} ({value.before.finality.label})"


def _named(deliveries: Iterable[Delivery], name: str) -> tuple[Delivery, ...]:
    return tuple(each for each in deliveries if each.name == name)


def _behind(value: IndicatorValue, result: Result, deliveries: Iterable[Delivery]) -> tuple[Delivery, ...]:
    """The deliveries that the keys in the value's lineage stand for."""
    keys = value.lineage.deliveries
    paths = {file.path for file in result.deliveries if file.key in keys}
    return tuple(each for each in deliveries if each.relative_path in paths)
