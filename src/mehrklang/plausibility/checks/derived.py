"""Published shares recomputed from their parts; where the usual formula fails, the one that does it is named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from mehrklang.plausibility.batch import Batch
from mehrklang.plausibility.counts import Counts, value_at
from mehrklang.plausibility.panel import Pairs, Panel
from mehrklang.plausibility.quotients import (
    WHOLE,
    Formula,
    Quote,
    denominator_name,
    holds,
    matches,
    other_formula,
    quotes_of,
    usual,
)
from mehrklang.plausibility.robust import rounding_base
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, number, place
from mehrklang.vocabulary import Issue, Unit

_ENOUGH = 10
_MOSTLY = 0.5
_AREAS = 10
_SAMPLE = 12
_HALF_SAMPLE = 6
_SOME = 2


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-FORMEL-01 shares that another formula reproduces than the usual one (wrong year, group or base); P-FORMEL-02
    shares that no formula reproduces: their implied denominator departs from the known one.

    The usual formula is learned: the count that is the denominator of at least half of a column's shares (and of ten).
    The numerator is the count of the same file and breakdown, else the one of another file that fits best.
    """
    told = Told()
    counts = Counts(batch.panels)
    for panel in batch.panels:
        if panel.unit in WHOLE and not panel.is_change:
            for group in _groups(batch, counts, panel):
                _tell(told, counts, group)
    return told.issues()


@dataclass(frozen=True, slots=True)
class _Group:
    """Shares of one period that depart from the same denominator; with the formula that reproduces them, if any."""

    denominator: int
    quotes: tuple[Quote, ...]
    other: Formula | None


def _groups(batch: Batch, counts: Counts, panel: Panel) -> Iterator[_Group]:
    departing: dict[tuple[int, str], list[tuple[int, Quote]]] = {}
    for pairs in panel.columns:
        numerator = _numerator(batch, counts, panel, pairs)
        if numerator is not None:
            quotes = list(_quotes(counts, panel, pairs, numerator))
            denominator = _denominator(counts, panel, quotes)
            if denominator not in (None, numerator):
                for quote in quotes:
                    if not holds(quote, Formula(denominator), counts):
                        departing.setdefault((denominator, quote.period.label), []).append((numerator, quote))
    for (denominator, _), found in departing.items():
        yield from _explained(denominator, found, counts)


def _explained(denominator: int, found: Sequence[tuple[int, Quote]], counts: Counts) -> Iterator[_Group]:
    """All together if one formula reproduces them, else by numerator; what none reproduces remains together."""
    quotes = tuple(quote for _, quote in found)
    other = other_formula(quotes, counts)
    if other is not None:
        yield _Group(denominator, quotes, other)
        return
    rest: list[Quote] = []
    for numerator in dict.fromkeys(position for position, _ in found):
        mine = tuple(quote for position, quote in found if position == numerator)
        other = other_formula(mine, counts) if len(mine) < len(quotes) else None
        if other is not None:
            yield _Group(denominator, mine, other)
        else:
            rest += mine
    if rest:
        yield _Group(denominator, tuple(rest), None)


def _denominator(counts: Counts, panel: Panel, quotes: Sequence[Quote]) -> int | None:
    """The usual denominator: of at least half of the shares, and of ten."""
    best = next(iter(usual(quotes, counts, panel.file).items()), None)
    return best[0] if best and best[1] >= max(_ENOUGH, _MOSTLY * len(quotes)) else None


def _numerator(batch: Batch, counts: Counts, panel: Panel, pairs: Pairs) -> int | None:
    """The column of the same file and breakdown, else the one of another file that fits a sample of the shares best."""
    sibling = batch.counts_beside(panel)
    if sibling and pairs in sibling.columns:
        return counts.position(sibling, pairs)
    if len(panel.columns[pairs]) < _AREAS:
        return None
    fitting = [(_sample_hits(counts, panel, pairs, one), -one) for one in counts.with_areas(_AREAS)]
    hits, position = max(fitting, default=(0, 0))
    return -position if hits > _HALF_SAMPLE else None


def _quotes(counts: Counts, panel: Panel, pairs: Pairs, numerator: int) -> Iterator[Quote]:
    above = counts.columns[numerator]
    base = _base(above.panel)
    at = {period.key: position for position, period in enumerate(above.panel.periods)}
    for area, row in panel.columns[pairs].items():
        if area in above.rows:
            yield from quotes_of(row, above.rows[area], at, base)


def _base(panel: Panel) -> float:
    """The base to which the counts of a table are rounded; 0 for whole persons."""
    base = rounding_base(value for row in panel.rows for value in row.numbers if value is not None)
    return 0.0 if base == 1 and panel.unit is Unit.COUNT else base


def _sample_hits(counts: Counts, panel: Panel, pairs: Pairs, numerator: int) -> int:
    """How many of twelve shares the best denominator reproduces; after six without any it is given up."""
    column, above = panel.columns[pairs], counts.columns[numerator]
    at = {period.key: position for position, period in enumerate(above.panel.periods)}
    areas = [area for area in column if area in above.rows]
    hits: Counter[int] = Counter()
    for turn in range(min(_SAMPLE, len(areas))):
        area = areas[turn * len(areas) // _SAMPLE]
        quotes = list(quotes_of(column[area], above.rows[area], at, 0.0))
        if quotes:
            hits.update(matches(quotes[turn % len(quotes)], counts))
        if turn == _HALF_SAMPLE and max(hits.values(), default=0) < _SOME:
            return 0
    hits.pop(numerator, None)
    return max(hits.values(), default=0)


def _tell(told: Told, counts: Counts, group: _Group) -> None:
    known = counts.columns[group.denominator]
    bases = {id(quote): value_at(known, quote.cell.area, quote.period.key) for quote in group.quotes}
    compared = [(quote, base) for quote in group.quotes if (base := bases[id(quote)])]
    if not compared:
        return
    worst, base = max(compared, key=lambda pair: abs(pair[0].implied / pair[1] - 1))
    words: dict[str, str] = {
        "fach": place(worst.cell),
        "wert": exact(worst.cell),
        "nenner": known.name,
        "soll": number(WHOLE[worst.cell.unit] * worst.numerator / base),
        "anzahl": str(len(group.quotes)),
        "zeitraum": worst.period.label,
    }
    if group.other is not None:
        name = denominator_name(group.other, counts.columns[group.other.denominator])
        told.add("P-FORMEL-01", worst.cell, **words, anders=name)
        return
    middle = median(quote.implied / base for quote, base in compared)
    told.add(
        "P-FORMEL-02",
        worst.cell,
        **words,
        gemeint=number(worst.implied, 0),
        bekannt=number(base, 0),
        verhaeltnis=number(100 * middle, 2),
    )
