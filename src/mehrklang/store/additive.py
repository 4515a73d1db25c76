"""Additive material: filtered, grouped and summed by the engine in one statement, for all requests at once."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, reduce
from operator import add

import duckdb
from sqlglot import exp

from mehrklang.cubes import CellKey
from mehrklang.store import scan
from mehrklang.store.amount import Amount, Part
from mehrklang.store.conditions import equals, every, of, some
from mehrklang.store.delivery import FINALITY
from mehrklang.store.error import fault, refuse
from mehrklang.store.number import plain
from mehrklang.store.published import finality_of, said
from mehrklang.store.question import Request
from mehrklang.store.remainder import Split
from mehrklang.store.row_key import RECORD_KEY
from mehrklang.store.tabulation import people, single_amounts, tabulation, total
from mehrklang.vocabulary import Breakdown, Issue, Material, Period, Reason, Sign, Unit

Amounts = dict[tuple[Request, Period], dict[str, Amount]]
"""Amounts by request and period, then by area."""

_KEYS = ("measure", "unit", "area", "period", "delivery", "features", "sign", "reason", FINALITY)


@dataclass(frozen=True, slots=True)
class Delivered:
    """What is delivered, before any roll-up.

    `amounts` hold every breakdown by the features of some request, whether asked for or not. `areas` says of which
    areas there are any rows of a measure, unit and period.
    """

    amounts: Amounts
    areas: Mapping[tuple[str, Unit, Period], set[str]]

    def rest(self, split: Split) -> Amounts:
        """The amounts of a split's remainder."""
        found: Amounts = {}
        for (request, period), amounts in self.amounts.items():
            same = (request.measure, request.unit) == (split.total.measure, split.total.unit)
            if same and split.leaves(request.where):
                rest = found.setdefault((split.rest, period), {})
                for area, amount in amounts.items():
                    rest[area] = rest[area] + amount if area in rest else amount
        return found


@dataclass(frozen=True, slots=True)
class Beside:
    """What is asked of each cell beside its sum: so many of the greatest single amounts, and the sum of its keys."""

    greatest: int = 0
    keyed: bool = False


ORDINARY = Beside()


def add_up(
    connection: duckdb.DuckDBPyConnection,
    requests: Sequence[Request],
    areas: Sequence[str] | None,
    features: Sequence[str],
    beside: Beside = ORDINARY,
) -> Delivered:
    """Add up the rows of additive material.

    Rows that name a request's features with its categories are summed over all other features. Where the delivery
    holds the total itself (rows that name just the request's features), the total counts and not its details. Fault:
    rows of one cell that name different sets of other features, or come from two deliveries, so that they overlap.
    """
    found: dict[tuple[Request, Period, str], dict[Part, Amount]] = defaultdict(dict)
    delivered: dict[tuple[str, Unit, Period], set[str]] = defaultdict(set)
    for line in _lines(connection, statement(requests, areas, features, beside), features):
        delivered[line.measure, line.unit, line.period].add(line.part.area)
        if line.where is not None:
            candidates = found[Request(line.measure, line.unit, line.where), line.period, line.part.area]
            known = candidates.get(line.part)
            candidates[line.part] = line.amount if known is None else known + line.amount
    return Delivered(_chosen(found, set(requests)), delivered)


def statement(
    requests: Sequence[Request],
    areas: Sequence[str] | None,
    features: Sequence[str],
    beside: Beside = ORDINARY,
) -> exp.Select:
    """The tabulation of the table `observations` for these requests: one group of keys per asked set of features."""
    measures: dict[str, exp.Expr] = {"rows": people(), "total": total("number")}
    if beside.greatest:
        measures["greatest"] = single_amounts("number")
    if beside.keyed:
        measures["keys"] = total(RECORD_KEY)
    columns = {feature: scan.feature_column(number) for number, feature in enumerate(features)}
    groups = sorted({request.features for request in requests})
    measured = sorted({(request.measure, request.unit) for request in requests})
    return tabulation(
        scan.TABLE,
        [*_KEYS, *columns.values()],
        [[*_KEYS, *[columns[feature] for feature in group]] for group in groups],
        measures,
        where=every(
            [
                *of(Material.ADDITIVE, areas),
                some(every([equals("measure", measure), equals("unit", unit)]) for measure, unit in measured),
            ]
        ),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the engine's answer; `where` None: rows that do not name the features of the group."""

    measure: str
    unit: Unit
    period: Period
    where: Breakdown | None
    part: Part
    amount: Amount


def _lines(connection: duckdb.DuckDBPyConnection, asked: exp.Select, features: Sequence[str]) -> Iterator[_Line]:
    where = cache(lambda categories, margins: _breakdown(features, categories, margins))
    named = cache(lambda written: tuple(json.loads(written)))
    period_of = cache(Period.parse)
    first = len(_KEYS)
    for row in connection.execute(asked.sql(dialect="duckdb")).fetchall():
        measure, unit, area, period, delivery, written, sign, reason, state = row[:first]
        rows, number, *singles = row[first + len(features) : len(row) - first - len(features)]
        part = Part(delivery, area, named(written))
        breakdown = where(row[first : first + len(features)], row[len(row) - len(features) :])
        amount = _amount(rows, number, sign, reason, part)
        if state is not None or singles:
            lists = [one for one in singles if not isinstance(one, int)]
            greatest = tuple(plain(one) for one in lists[0] or ()) if lists else ()
            key = sum(one for one in singles if isinstance(one, int))
            amount = replace(amount, greatest=greatest, states=frozenset({finality_of(state)}), key=key)
        yield _Line(measure, Unit(unit), period_of(period), breakdown, part, amount)


def _breakdown(
    features: Sequence[str], categories: tuple[str | None, ...], margins: tuple[int, ...]
) -> Breakdown | None:
    pairs = [
        (feature, category)
        for feature, category, margin in zip(features, categories, margins, strict=True)
        if not margin
    ]
    named = [(feature, category) for feature, category in pairs if category is not None]
    return Breakdown.of(named) if len(named) == len(pairs) else None


def _amount(rows: int, number: Decimal | None, sign: str | None, reason: str | None, part: Part) -> Amount:
    signs = frozenset({(Sign(sign), Reason(reason))} if sign is not None and reason is not None else ())
    return Amount(rows, number or Decimal(0), signs, frozenset({part}), plain_rows=0 if signs else rows)


def _chosen(found: Mapping[tuple[Request, Period, str], Mapping[Part, Amount]], asked: set[Request]) -> Amounts:
    amounts: Amounts = {}
    torn: dict[Request, list[Issue]] = defaultdict(list)
    for (request, period, area), candidates in found.items():
        exact = [part for part in candidates if part.features == request.features]
        chosen = exact or list(candidates)
        if len(chosen) > 1 and request in asked:
            torn[request].append(_overlap(CellKey(request.measure, request.unit, area, period, request.where)))
        amounts.setdefault((request, period), {})[area] = reduce(add, [candidates[part] for part in chosen])
    refuse([issue for issues in torn.values() for issue in issues], torn)
    return amounts


def _overlap(key: CellKey) -> Issue:
    return fault(
        "B-WIDERSPRUCH-02",
        f"Für {said(key)} überschneiden sich Zeilen aus verschiedenen Gliederungen oder Lieferungen;"
        " ihre Summe wäre doppelt gezählt.",
        "Nur eine Lieferung je Tabellenfach verwenden oder die Insgesamt-Zeile mitliefern.",
    )
