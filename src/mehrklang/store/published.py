"""Published statistics: a cell is exactly one delivered row. Nothing is summed, the producer's signs stay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import duckdb
from sqlglot import exp, select

from mehrklang.cubes import Cell, CellKey
from mehrklang.store import scan
from mehrklang.store.conditions import equals, every, of, some
from mehrklang.store.delivery import FINALITY, shape
from mehrklang.store.engine import column
from mehrklang.store.error import fault, refuse
from mehrklang.store.number import plain
from mehrklang.store.question import Request
from mehrklang.store.versions import Ages, before, counting
from mehrklang.vocabulary import Figure, Finality, Issue, Lineage, Material, Period, Reason, Sign, SourceCell

_COLUMNS = (
    "area",
    "period",
    "number",
    "sign",
    "reason",
    "delivery",
    "file",
    "line",
    "column",
    "raw",
    "sheet",
    FINALITY,
)
_Row = tuple[str, str, Decimal | None, str | None, str | None, str, str, int, str, str, str, str | None]


@dataclass(frozen=True, slots=True)
class Found:
    """The cells that count, and what counted before where that was something else."""

    cells: dict[CellKey, Cell]
    before: dict[CellKey, Cell]


def look_up(
    connection: duckdb.DuckDBPyConnection,
    requests: Sequence[Request],
    areas: Sequence[str] | None,
    features: Sequence[str],
    ages: Ages,
) -> Found:
    """The delivered cells for the requests.

    A row answers a request if it names the same features with the same categories and no others. Of several versions
    the one that counts is the cell (`versions`). Rows that say the same are one cell, with the first as its source;
    rows that contradict each other are a fault.
    """
    answers: dict[CellKey, list[Cell]] = {}
    period_of = cache(Period.parse)
    for request, row in _answers(connection, requests, areas, features):
        key = CellKey(request.measure, request.unit, row[0], period_of(row[1]), request.where)
        answers.setdefault(key, []).append(_cell(row))
    several = {key: ages.versions(cells) for key, cells in answers.items() if ages.differ(cells)}
    now = {key: [one.cell for one in counting(versions)] for key, versions in several.items()}
    torn = {key: cells for key, cells in now.items() if len({cell.figure for cell in cells}) > 1}
    refuse(
        [_contradiction(key, cells) for key, cells in torn.items()],
        [Request(key.measure, key.unit, key.breakdown) for key in torn],
    )
    cells = {key: min(now.get(key, cells), key=_place) for key, cells in answers.items() if ages.valid(cells)}
    former = {key: cell for key in several.keys() & cells.keys() if (cell := before(several[key]))}
    return Found(cells, former)


def finality_of(state: str | None) -> Finality:
    """The state as the store keeps it; a delivery of old does not say it."""
    return Finality.UNSTATED if state is None else Finality(state)


def figure_of(number: Decimal | None, sign: str | None, reason: str | None) -> Figure:
    """The figure as the store keeps it."""
    return Figure(
        None if number is None else plain(number),
        None if sign is None else Sign(sign),
        None if reason is None else Reason(reason),
    )


def _answers(
    connection: duckdb.DuckDBPyConnection,
    requests: Sequence[Request],
    areas: Sequence[str] | None,
    features: Sequence[str],
) -> Iterator[tuple[Request, _Row]]:
    """Requests with the rows that answer them; one statement for all."""
    names = ("measure", "unit", "features", *map(scan.feature_column, range(len(features))))
    numbers = {feature: number for number, feature in enumerate(features)}
    asked = {_labels(request, numbers): request for request in requests}
    condition = every([*of(Material.PUBLISHED, areas), some(_exactly(request, numbers) for request in asked.values())])
    statement = select(*map(column, names + _COLUMNS)).from_(scan.TABLE).where(condition)
    for labels_and_row in connection.execute(statement.sql(dialect="duckdb")).fetchall():
        yield asked[labels_and_row[: len(names)]], labels_and_row[len(names) :]


def _labels(request: Request, numbers: Mapping[str, int]) -> tuple[str | None, ...]:
    """What an answering row holds in measure, unit, features and the columns of all asked features."""
    categories: list[str | None] = [None] * len(numbers)
    for feature, category in request.where.pairs:
        categories[numbers[feature]] = category
    return (request.measure, request.unit.value, shape(request.features), *categories)


def _exactly(request: Request, numbers: Mapping[str, int]) -> exp.Expr:
    return every(
        [
            equals("measure", request.measure),
            equals("unit", request.unit),
            equals("features", shape(request.features)),
            *[equals(scan.feature_column(numbers[feature]), category) for feature, category in request.where.pairs],
        ]
    )


def _cell(row: _Row) -> Cell:
    _, _, number, sign, reason, delivery, file, line, heading, raw, sheet, state = row
    source = SourceCell(file, line, heading, raw, sheet, delivery)
    return Cell(
        figure_of(number, sign, reason), Material.PUBLISHED, Lineage(delivery, (source,), 1, finality_of(state))
    )


def _place(cell: Cell) -> tuple[SourceCell, str]:
    return cell.lineage.cells[0], cell.lineage.delivery


def _contradiction(key: CellKey, cells: Sequence[Cell]) -> Issue:
    cells = sorted(cells, key=_place)
    first, other = cells[0], next(cell for cell in cells if cell.figure != cells[0].figure)
    return fault(
        "B-WIDERSPRUCH-01",
        f"Für {said(key)} stehen verschiedene veröffentlichte Werte in"
        f" {first.lineage.cells[0].place} und in {other.lineage.cells[0].place}.",
        "Klären, welcher Wert gilt, und die andere Zeile oder Lieferung herausnehmen.",
    )


def said(key: CellKey) -> str:
    """The cell in German words, without its figure."""
    return f"„{key.measure}“ ({key.breakdown.label}), Gebiet {key.area}, {key.period.label}"
