"""What a single cell of a printed table can be: a figure, a period, a unit."""

import re

from mehrklang.sources.labels import fold
from mehrklang.sources.numbers import Mark, parse_number
from mehrklang.sources.periods import read_period
from mehrklang.sources.signs import read_sign
from mehrklang.sources.units import read_unit
from mehrklang.vocabulary import Unit

_MARK = re.compile(r"(?<=[%‰\d])\s?\d\)+$")
_UNITS = (
    (re.compile(r"veraenderung .*(?:prozent|%)"), Unit.PERCENT_CHANGE),
    (re.compile(r"je (?:1[ .]?000|tausend)\b"), Unit.PER_MILLE),
    (re.compile(r"\bin (?:prozent|%)|\((?:prozent|%)\)|^prozent\b"), Unit.PERCENT),
    (re.compile(r"\bin (?:1[ .]?000|tausend|tsd\.?) (?:euro|eur|€)"), Unit.THOUSAND_EURO),
    (re.compile(r"\bin (?:euro|eur|€)$|\((?:euro|eur|€)\)"), Unit.EURO),
    (re.compile(r"\b(?:in )?1[ .]?000$|\bin (?:tausend|tsd\.?)"), Unit.THOUSAND),
    (re.compile(r"\bin jahren\b"), Unit.YEARS),
    (re.compile(r"\bin (?:m²|qm|quadratmetern?)"), Unit.SQUARE_METRES),
    (re.compile(r"^anzahl\b|\(anzahl\)"), Unit.COUNT),
)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)


def is_figure(text: str) -> bool:
    """Whether the cell holds a number or a sign.

    >>> is_figure("12,5"), is_figure("-"), is_figure("(3)"), is_figure("Goslar"), is_figure("")
    (True, True, True, False, False)
    """
    return bool(text) and (read_sign(text) is not None or parse_number(text.strip("()"), Mark.COMMA) is not None)


def is_period(text: str) -> bool:
    """Whether the cell names a time; four digits do so only as a year of the last or this century."""
    return read_period(text) is not None and (len(text) != 4 or _YEAR.fullmatch(text) is not None)


def unit_in(label: str) -> Unit | None:
    """The unit that a label of the head names; None if it names none.

    >>> [unit_in(text).value for text in ("%3)", "in Jahren", "Anzahl je 1 000 Einwohner", "Anteil in %", "1000")]
    ['prozent', 'jahre', 'promille', 'prozent', 'tausend']
    >>> unit_in("Anteil an allen Kindern") is None
    True
    """
    text = _MARK.sub("", label)
    known = read_unit(text)
    if known is not None:
        return known
    folded = fold(text)
    return next((unit for pattern, unit in _UNITS if pattern.search(folded)), None)
