"""Numbers and figures as German readers write them: the one formatter of sentences, tables and charts.

Rounding happens here and nowhere below: commercially (half up), as DIN 1333 has it. The stored number stays unrounded.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from mehrklang.vocabulary.figure import Figure
from mehrklang.vocabulary.sign import Sign
from mehrklang.vocabulary.unit import Unit

MINUS = "−"
NO_BREAK = "\u00a0"

_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)  # the default of 28 digits would refuse to quantize longer numbers
_GERMAN_SIGNS = str.maketrans(",.", ".,")
_ZERO_IS_A_VALUE = frozenset({Unit.PERCENTAGE_POINTS, Unit.PERCENT_CHANGE, Unit.RATIO, Unit.INDEX})


def format_number(number: Decimal, decimals: int = 0) -> str:
    """Rounded half up, thousands with a dot, decimal comma, a true minus; zero never carries a minus.

    >>> format_number(Decimal("1234.25"), 1), format_number(Decimal("-0.5")), format_number(Decimal("-0.04"), 1)
    ('1.234,3', '−1', '0,0')
    """
    rounded = number.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)
    text = f"{abs(rounded):,f}".translate(_GERMAN_SIGNS)
    return f"{MINUS}{text}" if rounded < 0 else text


def format_exact(number: Decimal, most: int = 6) -> str:
    """As many decimals as the number has, at most `most`: for computations that a reader redoes.

    >>> format_exact(Decimal("14020")), format_exact(Decimal("14.80")), format_exact(Decimal(1) / 3)
    ('14.020', '14,8', '0,333333')
    """
    whole = int(number)
    if whole == number:  # the ordinary case, and a table has many of them
        text = f"{abs(whole):,d}".replace(",", ".")
        return f"{MINUS}{text}" if whole < 0 else text
    text = format_number(number, most)
    return text.rstrip("0").rstrip(",") if most else text


def sentence(text: str) -> str:
    """The text as a sentence: exactly one full stop at its end, unless it ends in another sign; "" stays empty.

    >>> sentence("je Jahr"), sentence("Stand: 31.12."), sentence("zu klein.."), sentence("Warum?"), sentence("(so.)")
    ('je Jahr.', 'Stand: 31.12.', 'zu klein.', 'Warum?', '(so.)')
    """
    text = text.rstrip()
    if not text or text.endswith(("!", "?", ".)", ".“", "?“", "!“")):
        return text
    return f"{text.rstrip('.')}."


def format_figure(figure: Figure, unit: Unit, decimals: int | None = None) -> str:
    """The text of a table cell, without the unit: the number, the sign, or the number in brackets.

    `decimals` is for published figures whose source prints fewer than the unit has (None: the unit's own).

    Exactly zero is printed as "–" (nothing there), because "0" means more than nothing (DIN 55301); only in units in
    which zero is a position and not an absence (gaps, changes) it is printed as a number.

    >>> format_figure(Figure.of(Decimal("10.2867")), Unit.PERCENT), format_figure(Figure.of(14020), Unit.COUNT)
    ('10,3', '14.020')
    >>> format_figure(Figure.limited(12), Unit.PERCENT), format_figure(Figure.nothing(), Unit.COUNT)
    ('(12,0)', '–')
    >>> format_figure(Figure.of(0), Unit.COUNT), format_figure(Figure.of(0), Unit.PERCENTAGE_POINTS)
    ('–', '0,0')
    >>> format_figure(Figure.rounded_zero(), Unit.COUNT)  # perhaps nobody, perhaps two
    '0'
    """
    if figure.number is None:
        assert figure.sign is not None  # Figure promises a number or a sign
        return figure.sign.value
    if figure.number == 0 and figure.sign is not Sign.LIMITED and unit not in _ZERO_IS_A_VALUE:
        return (Sign.NEGLIGIBLE if figure.rounded_to_zero else Sign.NOTHING).value
    text = format_number(figure.number, unit.decimals if decimals is None else decimals)
    return f"({text})" if figure.sign is Sign.LIMITED else text


def format_quantity(number: Decimal, unit: Unit, decimals: int | None = None) -> str:
    """A number in a sentence, with its unit; zero too is a number there. `decimals` as in `format_figure`.

    >>> format_quantity(Decimal("10.2867"), Unit.PERCENT), format_quantity(Decimal(0), Unit.COUNT)
    ('10,3\\xa0%', '0')
    >>> format_quantity(Decimal("1234.5"), Unit.EURO), format_quantity(Decimal("1234567.4"), Unit.EURO_IN_TOTAL)
    ('1.234,50\\xa0€', '1.234.567\\xa0€')
    """
    text = format_number(number, unit.decimals if decimals is None else decimals)
    return f"{text}{NO_BREAK}{unit.label}" if unit.label else text


def format_with_unit(figure: Figure, unit: Unit, decimals: int | None = None) -> str:
    """The cell's text with its unit behind a non-breaking blank; a sign without a number has no unit. `decimals` as in
    `format_figure`.

    >>> format_with_unit(Figure.of(Decimal("8.5")), Unit.PERCENTAGE_POINTS)
    '8,5\\xa0Prozentpunkte'
    >>> format_with_unit(Figure.nothing(), Unit.PERCENT), format_with_unit(Figure.of(356), Unit.PER_MILLE, 0)
    ('–', '356\\xa0‰')
    """
    text = format_figure(figure, unit, decimals)
    is_sign = not figure.known or text == Sign.NOTHING.value
    return text if is_sign or not unit.label else f"{text}{NO_BREAK}{unit.label}"
