"""What a cell of the goal tree means; ValueError with a German sentence where it means nothing."""

import re
from datetime import date, datetime
from decimal import Decimal

from mehrklang.planning import CouncilDecision, MeasureState

_STATES = {
    MeasureState.PLANNED: ("geplant", "offen", "in planung", "vorgesehen"),
    MeasureState.RUNNING: ("laufend", "läuft", "in umsetzung", "in arbeit", "begonnen", "fortlaufend", "daueraufgabe"),
    MeasureState.DONE: ("abgeschlossen", "erledigt", "umgesetzt", "fertig"),
    MeasureState.POSTPONED: ("zurückgestellt", "verschoben", "ruht"),
    MeasureState.STOPPED: ("eingestellt", "entfällt", "beendet", "abgebrochen"),
}
_NOTHING = {
    "-",
    "–",
    "—",
    "n.n.",
    "nn",
    "n. n.",
    "k. a.",
    "k.a.",
    "offen",
    "fortlaufend",
    "laufend",
    "dauerhaft",
    "unbefristet",
}
"""So a cell says in words that no day or amount is set."""
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
_SPAN = re.compile(r"((?:19|20)\d\d)\s*(?:[-–/]|bis)\s*((?:19|20)\d\d)")
_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")


def says_nothing(text: str) -> bool:
    """Whether a cell says that nothing is set, as tables of offices do.

    >>> says_nothing("n.n."), says_nothing("laufend"), says_nothing("2026")
    (True, True, False)
    """
    return text.strip().casefold() in _NOTHING


def day(text: str, *, end: bool) -> date:
    """A day; of a month (03/2026), a quarter or a year its first day, or its last where an end is meant. Of a span
    (2023–2026) that end of it which is meant.

    >>> day("31.05.2026", end=False), day("2026", end=True)
    (datetime.date(2026, 5, 31), datetime.date(2026, 12, 31))
    >>> day("2. Quartal 2025", end=False), day("ab März 2024", end=False), day("2023-2026", end=True)
    (datetime.date(2025, 4, 1), datetime.date(2024, 3, 1), datetime.date(2026, 12, 31))
    """
    wanted = re.sub(r"^(?:ab|seit|bis|ende|anfang)\s+", "", text.strip(), flags=re.IGNORECASE)
    if span := _SPAN.fullmatch(wanted):
        wanted = span[2] if end else span[1]
    for form in _FORMS:
        try:
            return datetime.strptime(wanted, form).date()  # noqa: DTZ007 — a day has no time zone
        except ValueError:
            continue
    months = _months(wanted)
    if months is None:
        raise ValueError(f"„{text}“ ist kein Datum, das das Programm versteht.")
    year, first, last = months
    if not end:
        return date(year, first, 1)
    return date.fromordinal(date(year + last // 12, last % 12 + 1, 1).toordinal() - 1)


def end_of_span(text: str) -> date | None:
    """The last day of a span of years; None for everything else.

    >>> end_of_span("2023–2026"), end_of_span("2023")
    (datetime.date(2026, 12, 31), None)
    """
    return day(text, end=True) if _SPAN.fullmatch(text.strip()) else None


def _months(text: str) -> tuple[int, int, int] | None:
    """Year, first and last month of a year, a quarter or a month."""
    if found := re.fullmatch(r"(?:(0?[1-9]|1[0-2])[./])?((?:19|20)\d\d)", text):
        return int(found[2]), int(found[1] or 1), int(found[1] or 12)
    if found := re.fullmatch(r"(?:([1-4])\.?\s*Quartal|Q\s*([1-4])|([1-4])\.?\s*Q)\s*/?\s*((?:19|20)\d\d)", text):
        quarter = int(found[1] or found[2] or found[3])
        return int(found[4]), 3 * quarter - 2, 3 * quarter
    named = re.fullmatch(r"(\w+)\s+((?:19|20)\d\d)", text.casefold())
    if named and named[1] in _MONTHS:
        month = _MONTHS.index(named[1]) + 1
        return int(named[2]), month, month
    return None


def state(text: str) -> MeasureState:
    """The state that a word means.

    >>> state("In Umsetzung").value
    'laufend'
    """
    wanted = " ".join(text.casefold().split())
    for each, words in _STATES.items():
        if wanted in words:
            return each
    raise ValueError(f"„{text}“ ist kein Stand einer Maßnahme, den das Programm kennt.")


def amount(text: str) -> Decimal:
    """An amount in euro, as German tables write it.

    >>> amount("12.500,50 €"), amount("250000")
    (Decimal('12500.50'), Decimal('250000'))
    """
    bare = re.sub(r"\s|€|Euro|EUR|,-+$", "", text)
    if not re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d{1,2})?|\d{1,12}(,\d{1,2})?", bare):
        raise ValueError(f"„{text}“ ist kein Betrag in Euro.")
    return Decimal(bare.replace(".", "").replace(",", "."))


def decisions(text: str) -> tuple[CouncilDecision, ...]:
    """Decisions parted by semicolons, each "Gremium, Datum, Nummer"; what is missing stays open.

    >>> str(decisions("Rat der Stadt, 14.03.2024, VO/2024/117")[0])
    'Rat der Stadt, 14.03.2024, VO/2024/117'
    """
    return tuple(_decision(part) for part in re.split(r"[;\n]", text) if part.strip())


def _decision(text: str) -> CouncilDecision:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    body, rest = parts[0] if parts else text.strip(), parts[1:]
    dated = next((part for part in rest if re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{4}", part)), "")
    number = ", ".join(part for part in rest if part != dated)
    return CouncilDecision(body, day(dated, end=False) if dated else None, number)
