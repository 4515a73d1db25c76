"""How figures are written in the tables of the specs: as they are printed, unrounded."""

from collections.abc import Mapping
from decimal import Decimal

from mehrklang.indicators import Series
from mehrklang.vocabulary import Figure, Reason, Sign, Unit
from mehrklang.vocabulary.german import format_exact
from tests.factories.series import figure as plain_figure
from tests.factories.series import series
from tests.spec.table import Row

UNITS = {unit.description: unit for unit in Unit}


def number(text: str) -> Decimal:
    """ "1.234,5" as a number."""
    return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))


def figure(text: str) -> Figure:
    """ "1.234,5" a number, "(12,5)" limited, otherwise a sign; "0" is less than half, "fehlt" was not delivered."""
    if text in {sign.value for sign in Sign} or not any(character.isdigit() for character in text):
        return plain_figure(text)
    value = number(text.strip("()"))
    return Figure.limited(value) if text.startswith("(") else Figure.of(value)


def shown(found: Figure) -> str:
    """A figure as the tables write it: up to six decimals, brackets, or the sign."""
    if found.number is None:
        return found.sign.value if found.sign else ""
    text = format_exact(found.number)
    return f"({text})" if found.sign is Sign.LIMITED else text


def why(found: Figure) -> str:
    """The reason that a reader is given for a sign without a number; "" otherwise."""
    reason: Reason | None = found.reason
    return reason.meaning if reason is not None and not found.known else ""


def by_year(row: Row) -> Series:
    """The cells under years as a series in per cent; an empty cell is a year that the series does not have."""
    figures: Mapping[str, Figure] = {head: figure(cell) for head, cell in row.items() if head.isdigit() and cell}
    return series(figures)
