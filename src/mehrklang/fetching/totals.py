"""Totals against their parts, over all answers of a fetch: a number that was lost or changed on the way shows there.

The parts of a total lie in other answers as soon as a table is sliced; so they are compared here, where the rows of
all answers stand together, and not answer by answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from mehrklang.fetching.codes import issue
from mehrklang.fetching.flat_table import FlatRow
from mehrklang.fetching.slices import COUNTRY, STATES, TOTALS
from mehrklang.vocabulary import Issue

_COUNT = "Anzahl"
_NOTHING = "-"
_HALF_BASE = Decimal("2.5")
_ENOUGH = 10
_USUALLY = Decimal("0.9")
_DISTRICT = 5

_Cell = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Total:
    """A total as published, and the sum of its parts; `number` of them."""

    row: FlatRow
    published: Decimal
    parts: Decimal
    number: int

    @property
    def departs(self) -> bool:
        """By more than rounding to 5, of each part and of a total that is a sum of rounded figures itself."""
        return abs(self.published - self.parts) > 2 * _HALF_BASE * (self.number + 1)


def compare_totals(rows: Sequence[FlatRow], area_feature: str) -> tuple[Issue, ...]:
    """A-UMFANG-07: totals of counts from which the sum of their parts departs.

    Compared are the rows "Insgesamt" of each feature with its other categories, Germany with the sixteen Länder, and a
    Land with its Kreise (keys of five digits that begin with its own), as far as all of them have numbers; "-" counts
    as nothing. Whether parts make up a total is learned from the table: they must do so in nine of ten cells, and in
    ten cells at least, because categories may overlap ("darunter").
    """
    cells = {row.cell: row for row in rows if row.unit == _COUNT}
    features = dict.fromkeys(feature for row in cells.values() for feature in row.categories)
    found: list[Issue] = []
    for feature in features:
        named = {row.categories[feature] for row in cells.values() if feature in row.categories}
        for whole, parts in _wholes(named, regional=feature == area_feature):
            found.extend(_judge(feature, list(_compared(cells, feature, whole, parts))))
    return tuple(found)


def _wholes(named: set[str], *, regional: bool) -> Iterator[tuple[frozenset[str], Mapping[str, tuple[str, ...]]]]:
    """The keys of totals of one kind, each with the keys of its parts."""
    if not regional:
        parts = tuple(sorted(named - set(TOTALS)))
        yield _kind({total: parts for total in TOTALS if total in named and len(parts) > 1})
        return
    if COUNTRY in named and set(STATES) <= named:
        yield _kind({COUNTRY: STATES})
    districts = sorted(key for key in named if len(key) == _DISTRICT and key.isdigit())
    yield _kind({
        state: below
        for state in STATES
        if state in named and (below := tuple(key for key in districts if key.startswith(state)))
    })  # fmt: skip


def _kind(parts: Mapping[str, tuple[str, ...]]) -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    return frozenset(parts), parts


def _compared(
    cells: Mapping[_Cell, FlatRow], feature: str, whole: frozenset[str], parts: Mapping[str, tuple[str, ...]]
) -> Iterator[_Total]:
    for row in cells.values():
        key = row.categories.get(feature)
        if key not in whole:
            continue
        published = _number(row)
        numbers = [_number(cells.get(row.beside(feature, part))) for part in parts[key]]
        known = [each for each in numbers if each is not None]
        if published is not None and len(known) == len(numbers):
            yield _Total(row, published, sum(known, Decimal(0)), len(known))


def _judge(feature: str, totals: list[_Total]) -> Iterator[Issue]:
    departing = [each for each in totals if each.departs]
    holding = len(totals) - len(departing)
    if departing and holding >= _ENOUGH and holding >= _USUALLY * len(totals):
        worst = max(departing, key=lambda each: abs(each.published - each.parts))
        yield issue(
            "A-UMFANG-07",
            anzahl=len(departing),
            verglichen=len(totals),
            merkmal=feature,
            beispiel=worst.row.place,
            summe=f"{worst.parts:,}".replace(",", "."),
            wert=f"{worst.published:,}".replace(",", "."),
        )


def _number(row: FlatRow | None) -> Decimal | None:
    """The count of a row, nothing for "-"; None if there is no row or if its value is kept back."""
    if row is None:
        return None
    text = row.value.strip()
    try:
        number = Decimal(0) if text == _NOTHING else Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
