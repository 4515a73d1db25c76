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
    quote_of,
    quotes_of,
    shifted_key,
    usual,
)
from mehrklang.plausibility.told import Told
from mehrklang.plausibility.wording import exact, label, listed, number, place
from mehrklang.vocabulary import Issue, Observation

_ENOUGH = 10
_MOSTLY = 0.5
_AREAS = 10
_SAMPLE = 12
_HALF_SAMPLE = 6
_SOME = 2


def check(batch: Batch) -> tuple[Issue, ...]:
    """P-FORMEL-01 shares that another formula reproduces than the usual one (wrong year, group or base); P-FORMEL-02
    shares that no formula reproduces: their implied denominator departs from the known one.

    P-FORMEL-05 shares that are those of the year before or after throughout, by numerator and denominator.

    The usual formula is learned: the count that is the denominator of at least half of a column's shares (and of ten).
    The numerator is the count of the same file and breakdown, else the one of another file that fits best.
    """
    told = Told()
    counts = Counts(batch.panels)
    for panel in batch.panels:
        if panel.unit in WHOLE and not panel.is_change:
            judged = list(_judged(batch, counts, panel))
            for group in _groups(judged, counts):
                _tell(told, counts, group)
            _tell_moved(told, judged, counts, panel)
    return told.issues()


@dataclass(frozen=True, slots=True)
class _Judged:
    """The shares of a category with their numerator, and their usual denominator if there is one."""

    pairs: Pairs
    numerator: int
    quotes: tuple[Quote, ...]
    denominator: int | None


def _judged(batch: Batch, counts: Counts, panel: Panel) -> Iterator[_Judged]:
    for pairs in panel.columns:
        numerator = _numerator(batch, counts, panel, pairs)
        if numerator is not None:
            quotes = tuple(_quotes(counts, panel, pairs, numerator))
            yield _Judged(pairs, numerator, quotes, _denominator(counts, panel, quotes))


@dataclass(frozen=True, slots=True)
class _Group:
    """Shares of one period that depart from the same denominator; with the formula that reproduces them, if any."""

    denominator: int
    quotes: tuple[Quote, ...]
    other: Formula | None


def _groups(judged: Sequence[_Judged], counts: Counts) -> Iterator[_Group]:
    departing: dict[tuple[int, str], list[tuple[int, Quote]]] = {}
    for one in judged:
        if one.denominator is not None and one.denominator != one.numerator:
            for quote in one.quotes:
                if not holds(quote, Formula(one.denominator), counts):
                    departing.setdefault((one.denominator, quote.period.label), []).append((one.numerator, quote))
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


def _tell_moved(told: Told, judged: Sequence[_Judged], counts: Counts, panel: Panel) -> None:
    """Categories for which no formula is usual in their own year, but one is in the next or the last."""
    open_ones = [one for one in judged if one.denominator is None and one.quotes]
    for lag in (1, -1):
        moved = [(one, count) for one in open_ones if (count := _moved(one, counts, panel, lag))]
        if moved:
            told.add(
                "P-FORMEL-05",
                moved[0][0].quotes[0].cell,
                messgroesse=panel.measure,
                angaben=listed([label(one.pairs) for one, _ in moved]),
                richtung="nächsten" if lag > 0 else "vorigen",
                anzahl=sum(count for _, count in moved),
            )


def _moved(one: _Judged, counts: Counts, panel: Panel, lag: int) -> int:
    """How many shares follow from the counts of another year; 0 if that is not the rule."""
    quotes = tuple(_quotes(counts, panel, one.pairs, one.numerator, lag))
    denominator = _denominator(counts, panel, quotes, lag)
    return len(quotes) if denominator not in (None, one.numerator) else 0


def _denominator(counts: Counts, panel: Panel, quotes: Sequence[Quote], lag: int = 0) -> int | None:
    """The usual denominator: of at least half of the shares, and of ten."""
    best = next(iter(usual(quotes, counts, panel.file, lag).items()), None)
    return best[0] if best and best[1] >= max(_ENOUGH, _MOSTLY * len(quotes)) else None


def _numerator(batch: Batch, counts: Counts, panel: Panel, pairs: Pairs) -> int | None:
    """The column of the same file and breakdown, else the one of another file that fits a sample of the shares best."""
    sibling = batch.counts_beside(panel)
    if sibling and pairs in sibling.columns:
        return counts.position(sibling, pairs)
    if len(panel.columns[pairs]) < _AREAS:
        return None
    sample = _sample(panel, pairs)
    fitting = [(_sample_hits(counts, sample, one), -one) for one in counts.with_areas(_AREAS)]
    hits, position = max(fitting, default=(0, 0))
    return -position if hits > _HALF_SAMPLE else None


def _quotes(counts: Counts, panel: Panel, pairs: Pairs, numerator: int, lag: int = 0) -> Iterator[Quote]:
    """The shares of a column with their numerators, taken `lag` years later."""
    above = counts.columns[numerator]
    base = counts.base(numerator)
    at = {shifted_key(period, -lag): position for position, period in enumerate(above.panel.periods)}
    for area, row in panel.columns[pairs].items():
        if area in above.rows:
            yield from quotes_of(row, above.rows[area], at, base)


def _sample(panel: Panel, pairs: Pairs) -> list[tuple[Observation, float]]:
    """Twelve shares, spread over areas and periods."""
    rows = list(panel.columns[pairs].values())
    chosen = [rows[turn * len(rows) // _SAMPLE] for turn in range(_SAMPLE)]
    found: list[tuple[Observation, float]] = []
    for turn, row in enumerate(chosen):
        known = [(cell, share) for cell, share in zip(row.cells, row.numbers, strict=True) if cell and share]
        found += known[turn % len(known) :][:1] if known else []
    return found


def _sample_hits(counts: Counts, sample: Sequence[tuple[Observation, float]], numerator: int) -> int:
    """How many shares of the sample the best denominator reproduces; after six without any it is given up."""
    column = counts.columns[numerator]
    hits: Counter[int] = Counter()
    for turn, (cell, share) in enumerate(sample):
        quote = quote_of(cell, share, value_at(column, cell.area, cell.period.key), 0.0)
        if quote is not None:
            hits.update(matches(quote, counts))
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
