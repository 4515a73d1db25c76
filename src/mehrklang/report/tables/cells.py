"""Cells of figures, and the notes that explain their signs and the breaks between them."""

from collections.abc import Sequence

from mehrklang.catalogue import Break
from mehrklang.indicators import IndicatorValue
from mehrklang.report import versions
from mehrklang.report.document import Cell
from mehrklang.vocabulary import Figure, Period, Sign, Unit
from mehrklang.vocabulary.german import format_exact, format_figure, sentence

RAISED = "¹²³⁴⁵⁶⁷⁸⁹"


def cell(figure: Figure, unit: Unit, decimals: int | None = None, *, of: IndicatorValue | None = None) -> Cell:
    """One cell: the figure as printed (`decimals`: fewer than the unit has), and the reason of its sign. `of` is the
    value that it belongs to, which may be provisional or revised.

    >>> cell(Figure.of(0), Unit.COUNT)
    Cell(text='–', explanation='nichts vorhanden (genau null)', numeric=True)
    """
    text = format_figure(figure, unit, decimals)
    explanation = figure.reason.meaning if figure.reason else ""
    if not explanation and text == Sign.NOTHING.value:
        explanation = Sign.NOTHING.meaning
    if of is not None and of.mark:
        return Cell(versions.with_mark(text, of.mark), "; ".join(filter(None, (explanation, versions.meaning(of)))))
    return Cell(text, explanation)


def base_cell(figure: Figure | None) -> Cell:
    """Numerator or denominator, as exactly as it was added up; "x" where the computation has no such part.

    >>> from decimal import Decimal
    >>> base_cell(Figure.of(Decimal("1234.5"))).text, base_cell(Figure.limited(12)).text, base_cell(None).text
    ('1.234,5', '(12)', 'x')
    """
    if figure is None:
        return Cell(Sign.BLOCKED.value, "Für diesen Wert ist kein Zähler oder Nenner ausgewiesen.")
    if figure.number is None or figure.number == 0:
        return cell(figure, Unit.COUNT)
    text = format_exact(figure.number)
    explanation = figure.reason.meaning if figure.reason else ""
    return Cell(f"({text})" if figure.sign is Sign.LIMITED else text, explanation)


def sign_notes(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The explanation of the signs that occur, then the reasons why numbers are missing, each once."""
    plain = [figure for figure in figures if not figure.rounded_to_zero]
    signs = {figure.sign for figure in plain} | {Sign.NOTHING for figure in plain if figure.number == 0}
    meanings = [f"{sign.value} = {sign.meaning}" for sign in Sign if sign in signs]
    told = [figure for figure in figures if figure.number is None or figure.rounded_to_zero]
    reasons = dict.fromkeys(figure.reason.meaning for figure in told if figure.reason)
    return (*meanings, *reasons)


def marked(period: Period, periods: Sequence[Period], breaks: Sequence[Break]) -> str:
    """The period's label; the first one after a break carries the raised number of the note."""
    before = [other for other in periods if other < period]
    numbers = [
        RAISED[min(at, 8)]
        for at, item in enumerate(breaks)
        if before and before[-1].year < item.first_year <= period.year
    ]
    return f"{period.label}\u00a0{''.join(numbers)}" if numbers else period.label


def break_notes(breaks: Sequence[Break]) -> tuple[str, ...]:
    """A note for each break, with its source."""
    return tuple(
        f"{RAISED[min(at, 8)]} Bruch ab {item.first_year}: {sentence(item.text)} Quelle: {sentence(item.source)} "
        "Werte davor und danach sind nicht vergleichbar."
        for at, item in enumerate(breaks)
    )
