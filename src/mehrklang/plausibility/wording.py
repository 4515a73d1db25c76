"""How messages name cells, numbers and lists, in German."""

from collections.abc import Sequence
from decimal import Decimal

from mehrklang.plausibility.panel import Pairs
from mehrklang.vocabulary import Breakdown, Observation
from mehrklang.vocabulary.german import format_exact

_SHOWN = 5


def place(one: Observation) -> str:
    """Measure, area, period and categories of a cell."""
    return f"{one.measure}, Gebiet {one.area}, {one.period.label}, {one.breakdown.label}"


def label(pairs: Pairs) -> str:
    """The categories of a breakdown.

    >>> label((("Geschlecht", "weiblich"),)), label(())
    ('weiblich', 'Insgesamt')
    """
    return Breakdown(pairs).label


def number(value: float | Decimal | None, most: int = 4) -> str:
    """A number for a sentence.

    >>> number(1234.5), number(Decimal("14.80"))
    ('1.234,5', '14,8')
    """
    return "–" if value is None else format_exact(Decimal(repr(value)) if isinstance(value, float) else value, most)


def exact(one: Observation) -> str:
    """The number of a cell."""
    return number(one.figure.number)


def listed(names: Sequence[str]) -> str:
    """The first five, and how many more.

    >>> listed(["a", "b"]), listed(list("abcdefg"))
    ('a; b', 'a; b; c; d; e und 2 weitere')
    """
    rest = f" und {len(names) - _SHOWN} weitere" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + rest
