"""Which quotient reproduces published shares: the implied denominator 100 · n ÷ q, looked up among all counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mehrklang.plausibility.counts import Column, Counts
from mehrklang.plausibility.panel import Row
from mehrklang.vocabulary import Observation, Period, Unit

WHOLE = {Unit.PERCENT: 100.0, Unit.PER_MILLE: 1000.0}
_EXACT = 1e-9
_OFTEN = 0.8
_SHARP = 1e-5
_FEW = 3
_COARSE = 10
_LAGS = (0, -1, 1, -2, 2)


@dataclass(frozen=True, slots=True)
class Quote:
    """A published share with the count above its line; `base`: to which counts are rounded here (0: they are not)."""

    cell: Observation
    period: Period
    share: float
    numerator: float
    base: float

    @property
    def implied(self) -> float:
        """The denominator that the share implies."""
        return WHOLE[self.cell.unit] * self.numerator / self.share

    @property
    def bounds(self) -> tuple[float, float]:
        """The range of the implied denominator: the share's last decimal, and half a base of both counts."""
        whole, half = WHOLE[self.cell.unit] * self.numerator, self.half
        slack = self.base / 2 * (self.implied / self.numerator + 1) + _EXACT * self.implied
        return whole / (self.share + half) - slack, whole / (self.share - half) + slack

    @property
    def half(self) -> float:
        """Half of the share's last written decimal."""
        return _half(self.cell)

    @property
    def is_sharp(self) -> bool:
        """Whether hardly any other count would fit by chance."""
        low, high = self.bounds
        return high - low < _SHARP * self.implied


@dataclass(frozen=True, slots=True)
class Formula:
    """share = numerator ÷ denominator, the denominator `lag` years later; `both`: the numerator added to it."""

    denominator: int
    lag: int = 0
    both: bool = False


def _half(cell: Observation) -> float:
    exponent = cell.figure.number.as_tuple().exponent if cell.figure.number is not None else 0
    return 0.5 * 10.0 ** int(exponent)


def quote_of(cell: Observation, share: float | None, numerator: float | None, base: float) -> Quote | None:
    """A share with its numerator; None where it implies nothing: zero, missing, or more than a tenth of it rounding."""
    if not share or not numerator or share <= 0 or numerator <= _COARSE * base:
        return None
    if share <= _COARSE and share <= _COARSE * 2 * _half(cell):
        return None
    return Quote(cell, cell.period, share, numerator, base)


def quotes_of(row: Row, above: Row, at: Mapping[str, int], base: float) -> Iterator[Quote]:
    """The shares of a row with their numerators; `at`: where a period stands in the row of the numerator."""
    for cell, share in zip(row.cells, row.numbers, strict=True):
        if cell is not None and cell.period.key in at:
            quote = quote_of(cell, share, above.numbers[at[cell.period.key]], base)
            if quote is not None:
                yield quote


def matches(quote: Quote, counts: Counts, lag: int = 0) -> set[int]:
    """The columns that can be the denominator."""
    low, high = quote.bounds
    return set(counts.of_size(quote.cell.area, shifted_key(quote.period, lag), low, high))


def holds(quote: Quote, formula: Formula, counts: Counts) -> bool:
    """Whether the formula reproduces the share as far as it is written."""
    low, high = quote.bounds
    if formula.both:
        low, high = low - quote.numerator, high - quote.numerator
    key = shifted_key(quote.period, formula.lag)
    return formula.denominator in counts.of_size(quote.cell.area, key, low, high)


def usual(quotes: Sequence[Quote], counts: Counts, file: str, lag: int = 0) -> Counter[int]:
    """How many shares each column reproduces as denominator; of equals those of the same file first."""
    hits: Counter[int] = Counter()
    for quote in quotes:
        hits.update(matches(quote, counts, lag))
    same_file = {position for position in hits if counts.columns[position].panel.file == file}
    return Counter(dict(sorted(hits.items(), key=lambda item: (-item[1], item[0] not in same_file))))


def other_formula(quotes: Sequence[Quote], counts: Counts) -> Formula | None:
    """The formula that reproduces at least four of five of these shares: other denominators, years, a ÷ (a + b)."""
    hits: Counter[Formula] = Counter()
    if len(quotes) < _FEW and not all(quote.is_sharp for quote in quotes):
        return None
    for quote in quotes:
        low, high = quote.bounds
        for lag in _LAGS:
            hits.update(Formula(position, lag) for position in matches(quote, counts, lag))
        beside = counts.of_size(quote.cell.area, quote.period.key, low - quote.numerator, high - quote.numerator)
        hits.update(Formula(position, both=True) for position in set(beside))
    best = hits.most_common(1)
    return best[0][0] if best and best[0][1] >= _OFTEN * len(quotes) else None


def shifted_key(period: Period, years: int) -> str:
    """The key of the period so many years later; of periods other than years itself."""
    return f"{int(period.key) + years}" if years and period.key.isdigit() else period.key


def denominator_name(formula: Formula, column: Column) -> str:
    """For messages."""
    when = "" if not formula.lag else f" des Jahres {abs(formula.lag)} {'später' if formula.lag > 0 else 'früher'}"
    return f"{'Zähler + ' if formula.both else ''}{column.name}{when}"
