"""Numbers as people write them: exact decimals from text, with one decimal mark for a whole column."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from mehrklang.sources.finality import MARK

_MINUS = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_SIGNED = re.compile(r"([+-]?)\s*(\d.*)")
_EXPONENT = r"(?:[eE][+-]?\d+)?"
_BLANK_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+(?![\d ])", re.ASCII)
_GERMAN = re.compile(rf"(?:\d+|[1-9]\d{{0,2}}(?:\.\d{{3}})+)(?:,\d+)?{_EXPONENT}", re.ASCII)
_POINTED = re.compile(rf"\d+(?:\.\d+)?{_EXPONENT}", re.ASCII)
_LONGEST = 100
_MOST_DIGITS = 50
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){2,}", re.ASCII)


class Mark(Enum):
    """What separates the decimals in a column. OPEN: no value of the column tells."""

    COMMA = ","
    POINT = "."
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The evidence for the decimal mark of a column: one value for each, "" where there is none."""

    with_comma: str
    with_point: str

    @property
    def mixed(self) -> bool:
        """Whether the column contradicts itself."""
        return bool(self.with_comma and self.with_point)

    @property
    def mark(self) -> Mark:
        """The decimal mark; of a mixed column the comma, the German one."""
        if self.with_comma:
            return Mark.COMMA
        return Mark.POINT if self.with_point else Mark.OPEN


def find_marks(texts: Iterable[str]) -> Marks:
    """Which decimal mark a column uses.

    A comma is always a decimal comma (English thousands commas are not taken). Two dots are thousands marks, so the
    decimal mark is the comma. A single dot is a decimal point unless exactly three digits follow a group of one to
    three: "1.234" tells nothing.

    >>> find_marks(["1.234", "12,5"]).mark, find_marks(["1.234", "0.123"]).mark, find_marks(["1.234", "7"]).mark
    (<Mark.COMMA: ','>, <Mark.POINT: '.'>, <Mark.OPEN: ''>)
    >>> find_marks(["12,5", "12.5"]).mixed
    True
    """
    with_comma = with_point = ""
    for text in texts:
        digits = _digits(text)[1]
        if "," in digits or _GROUPS.fullmatch(digits):
            with_comma = with_comma or text.strip()
        elif "." in digits and not _ONE_GROUP.fullmatch(digits) and _POINTED.fullmatch(digits):
            with_point = with_point or text.strip()
    return Marks(with_comma, with_point)


def is_open(text: str) -> bool:
    """Whether the dot of this text can be a thousands mark as well as a decimal point.

    >>> is_open("1.234"), is_open("0.234"), is_open("1.2345")
    (True, False, False)
    """
    return _ONE_GROUP.fullmatch(_digits(text)[1]) is not None


def parse_number(text: str, mark: Mark) -> Decimal | None:
    """The exact number, or None if the text is none. With an OPEN mark a dot separates thousands.

    >>> parse_number("1.234,5", Mark.COMMA), parse_number("-  23", Mark.COMMA), parse_number("1.2E-6", Mark.POINT)
    (Decimal('1234.5'), Decimal('-23'), Decimal('0.0000012'))
    >>> parse_number("NaN", Mark.POINT) is None, parse_number("1,5", Mark.POINT) is None
    (True, True)
    >>> parse_number("12,3p", Mark.COMMA), parse_number("1 234 r", Mark.COMMA)
    (Decimal('12.3'), Decimal('1234'))
    >>> parse_number("9" * 60, Mark.COMMA) is None, parse_number("1e999", Mark.POINT) is None
    (True, True)
    """
    if mark is Mark.POINT and _POINTED.fullmatch(text):
        return _sensible(text)  # what machines write: most cells of large tables need no further look
    sign, digits = _digits(text)
    form = _POINTED if mark is Mark.POINT else _GERMAN
    if not form.fullmatch(digits):
        return None
    if mark is not Mark.POINT:
        digits = digits.replace(".", "").replace(",", ".")
    return _sensible(sign + digits)


def _sensible(text: str) -> Decimal | None:
    """The number; None for one of more than fifty digits before or behind the mark: damage, no statistic."""
    number = Decimal(text) if len(text) < _LONGEST else None
    return number if number is not None and (not number or abs(number.adjusted()) < _MOST_DIGITS) else None


def _digits(text: str) -> tuple[str, str]:
    """The sign and the rest, blanks between groups of three removed; ("", "") if it does not look like a number.

    A letter p, r or s behind the number says how final it is (`finality`) and is no part of it.
    """
    plain = text.translate(_MINUS).strip()
    marked = MARK.fullmatch(plain) if plain[-1:] in ("p", "r", "s") else None
    match = _SIGNED.fullmatch(marked[1] if marked else plain)
    if match is None:
        return "", ""
    digits = match.group(2)
    groups = _BLANK_GROUPS.match(digits)
    if groups:
        digits = groups.group().replace(" ", "") + digits[groups.end() :]
    return match.group(1), digits
