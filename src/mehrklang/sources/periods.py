"""Time labels as people write them."""

import re
from collections.abc import Callable

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Period

_MONTHS = (
    "januar", "februar", "maerz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip


def read_period(text: str) -> Period | None:
    """The period that a label means; None if it is not understood.

    >>> [read_period(text).key for text in ("2024", "31.12.2019", "Juni 2007", "WS 2005/06", "SS 2019", "2018/19")]
    ['2024', '2019-12-31', '2007-06', '2005-WS', '2019-SS', '2018/19']
    >>> read_period("2024 / 2005").key, read_period("Veränderung aktuelles Jahr (2024) zum Vorjahr").key
    ('2005..2024', '2023..2024')
    >>> [read_period(text).key for text in ("2023-10P6M", "2024-04P6M", "2023-08P12M", "2024-07P3M")]
    ['2023-WS', '2024-SS', '2023/24', '2024-Q3']
    >>> read_period("demnächst") is None, read_period("31.02.2019") is None
    (True, True)
    """
    folded = fold(text)
    for pattern, key in _FORMS:
        match = pattern.fullmatch(folded)
        if match:
            return _parse(key(match))
    return _parse(text.strip())


def _parse(key: str) -> Period | None:
    try:
        return Period.parse(key)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _month(match: re.Match[str]) -> str:
    name, year = match.groups()
    number = next((at for at, month in enumerate(_MONTHS, start=1) if month.startswith(name)), 0)
    return f"{year}-{number:02d}"


_ISO_PERIODS = {("04", "6m"): "{}-SS", ("08", "12m"): "{}/{}", ("08", "1y"): "{}/{}", ("10", "6m"): "{}-WS"}
_QUARTERS = {"01": "1", "04": "2", "07": "3", "10": "4"}


def _iso_period(match: re.Match[str]) -> str:
    """A start and a length, as the flat files of GENESIS write terms, school years, quarters and months."""
    year, month, length = match.groups()
    if length == "1m":
        return f"{year}-{month}"
    if length == "3m" and month in _QUARTERS:
        return f"{year}-Q{_QUARTERS[month]}"
    return _ISO_PERIODS.get((month, length), "").format(year, f"{(int(year) + 1) % 100:02d}")


def _span(match: re.Match[str]) -> str:
    """Two years with a stroke: a change if the later one comes first, a school year if the second follows the first."""
    first, second = match.groups()
    if int(first) > int(second):
        return f"{second}..{first}"
    return _following(first, second, f"{first}/{second[-2:]}")


def _following(first: str, second: str, key: str) -> str:
    return key if int(second) % 100 == (int(first) + 1) % 100 else ""


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:jahr )?(\d{4})"), lambda m: m[1]),
    (re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})"), _day),
    (re.compile(r"([a-z]{3,})\.? (\d{4})"), _month),
    (
        re.compile(r"(?:ws|wise|wintersemester) ?(\d{4}) ?/ ?(\d{2}|\d{4})"),
        lambda m: _following(m[1], m[2], f"{m[1]}-WS"),
    ),
    (re.compile(r"(?:ss|sose|sommersemester) ?(\d{4})"), lambda m: f"{m[1]}-SS"),
    (re.compile(r"(?:schuljahr )?(\d{4}) ?/ ?(\d{2})"), lambda m: _following(m[1], m[2], f"{m[1]}/{m[2]}")),
    (re.compile(r"(?:schuljahr )?(\d{4}) ?/ ?(\d{4})"), _span),
    (re.compile(r"(\d{4}) gegenueber (\d{4})"), lambda m: f"{m[2]}..{m[1]}"),
    (re.compile(r"veraenderung.*\((\d{4})\) zu (\d{4})"), lambda m: f"{m[2]}..{m[1]}"),
    (re.compile(r"veraenderung.*\((\d{4})\) zum vorjahr"), lambda m: f"{int(m[1]) - 1}..{m[1]}"),
    (re.compile(r"([1-4])\. ?quartal (\d{4})"), lambda m: f"{m[2]}-Q{m[1]}"),
    (re.compile(r"(\d{4})-(\d{2})p(\d{1,2}[my])"), _iso_period),
    (re.compile(r"q([1-4])[ /]?(\d{4})"), lambda m: f"{m[2]}-Q{m[1]}"),
)


class Periods:
    """The time labels of one column, each read once; what is not understood is told."""

    __slots__ = ("_column", "_faults", "_known")

    def __init__(self, column: str, faults: Faults) -> None:
        self._column = column
        self._faults = faults
        self._known: dict[str, Period | None] = {}

    def read(self, raw: str, line: int) -> Period | None:
        """The period of a cell; None, with an issue, if it is not understood."""
        if raw not in self._known:
            self._known[raw] = read_period(raw)
        period = self._known[raw]
        if period is None:
            self._faults.add("L-ZEIT-01", line=line, column=self._column, raw=raw)
        return period
