"""What a cell of the goal tree means; ValueError with a German sentence where it means nothing."""

import re
from datetime import date, datetime
from decimal import Decimal

from mehrklang.planning import CouncilDecision, MeasureState

_STATES = {
    MeasureState.PLANNED: ("geplant", "offen", "in planung", "vorgesehen"),
    MeasureState.RUNNING: ("laufend", "läuft", "in umsetzung", "in arbeit", "begonnen", "fortlaufend"),
    MeasureState.DONE: ("abgeschlossen", "erledigt", "umgesetzt", "fertig"),
    MeasureState.POSTPONED: ("zurückgestellt", "verschoben", "ruht"),
    MeasureState.STOPPED: ("eingestellt", "entfällt", "beendet", "abgebrochen"),
}
_FORMS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y")


def day(text: str, *, end: bool) -> date:
    """A day; of a month (03/2026) or a year its first day, or its last where an end is meant.

    >>> day("31.05.2026", end=False), day("2026", end=True)
    (datetime.date(2026, 5, 31), datetime.date(2026, 12, 31))
    """
    for form in _FORMS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 — a day has no time zone
        except ValueError:
            continue
    found = re.fullmatch(r"(?:(0?[1-9]|1[0-2])[./])?((?:19|20)\d\d)", text)
    if not found:
        raise ValueError(f"„{text}“ ist kein Datum, das das Programm versteht.")
    month, year = int(found[1] or (12 if end else 1)), int(found[2])
    if not end:
        return date(year, month, 1)
    return date.fromordinal(date(year + month // 12, month % 12 + 1, 1).toordinal() - 1)


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
    bare = re.sub(r"\s|€|Euro|EUR", "", text)
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
