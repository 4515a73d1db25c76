"""What an answer is: a whole table, an answer that says something about the table, or a fault of the service.

The service tells most of its faults with status 200 and a number inside JSON; some answers are bare
`{"Code": …, "Content": …}` objects, pages of HTML, or halves of archives. Nothing is believed by its status alone.
"""

import re
from dataclasses import dataclass
from enum import Enum

from mehrklang.fetching.credentials import Credentials
from mehrklang.fetching.flat_table import FlatTable, damage_of, read_flat
from mehrklang.fetching.messages import Message, read_message
from mehrklang.fetching.transport import Delivered

_MAINTENANCE = ("wartung", "maintenance", "nicht verfügbar", "vorübergehend", "temporarily unavailable")
_EXPIRED = ("abgelaufen", "gesperrt", "expired", "locked", "deaktiviert")
_SIZE = ("zu gross", "zu groß", "too large", "too big")
_TITLE = re.compile(r"<title[^>]*>\s*(.*?)\s*</title>", re.IGNORECASE | re.DOTALL)
_SAID = 300


class Verdict(Enum):
    """What came. Of these are kept: TABLE, EMPTY, TOO_LARGE, MESSAGE (an answer about the table's build)."""

    TABLE = "tabelle"
    EMPTY = "leer"
    TOO_LARGE = "zu-gross"
    MESSAGE = "auskunft"
    BUSY = "ueberlastet"
    DISTURBED = "gestoert"
    MAINTENANCE = "wartung"
    DAMAGED = "unvollstaendig"
    REFUSED = "anmeldung-abgelehnt"
    EXPIRED = "konto-abgelaufen"
    FORBIDDEN = "nicht-berechtigt"
    UNKNOWN_TABLE = "tabelle-unbekannt"
    MOVED = "umgezogen"
    STRANGE = "keine-tabelle"
    FAILED = "fehler"

    @property
    def kept(self) -> bool:
        """Whether the answer is worth keeping: it will be the same tomorrow."""
        return self in (Verdict.TABLE, Verdict.EMPTY, Verdict.TOO_LARGE, Verdict.MESSAGE)

    @property
    def passing(self) -> bool:
        """Whether the same question may be answered better in a while."""
        return self in (Verdict.BUSY, Verdict.DISTURBED, Verdict.MAINTENANCE, Verdict.DAMAGED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict with its number (the service's, else the status) and words; the table or the message, if there is."""

    verdict: Verdict
    number: int = 0
    said: str = ""
    table: FlatTable | None = None
    message: Message | None = None


_NUMBERS = {
    0: Verdict.MESSAGE,
    2: Verdict.REFUSED,
    6: Verdict.BUSY,
    12: Verdict.FORBIDDEN,
    15: Verdict.REFUSED,
    22: Verdict.MESSAGE,
    90: Verdict.UNKNOWN_TABLE,
    98: Verdict.TOO_LARGE,
    104: Verdict.EMPTY,
}
"""Status numbers of the service. Sources: docs/decisions/0009."""

_STATUSES = {
    401: Verdict.REFUSED,
    403: Verdict.FORBIDDEN,
    404: Verdict.STRANGE,
    405: Verdict.STRANGE,
    408: Verdict.BUSY,
    413: Verdict.TOO_LARGE,
    429: Verdict.BUSY,
    503: Verdict.BUSY,
    504: Verdict.BUSY,
}


def judge(delivered: Delivered, credentials: Credentials) -> Judgement:
    """The judgement of one answer; its words hold no credentials."""
    found = _judge(delivered)
    said = " ".join(credentials.hide(found.said).split())[:_SAID].rstrip(" .")
    return Judgement(found.verdict, found.number, said or "ohne Wortlaut", found.table, found.message)


def _judge(delivered: Delivered) -> Judgement:
    if 300 <= delivered.status < 400:
        return Judgement(Verdict.MOVED, delivered.status, delivered.location or "eine andere Adresse ohne Angabe")
    message = read_message(delivered.body)
    if message is not None:
        return _of_message(message, delivered.status)
    page = _page(delivered)
    if page is not None:
        return _of_page(page, delivered.status)
    if delivered.status != 200:
        return Judgement(_of_status(delivered.status), delivered.status)
    return _of_table(delivered)


def _of_table(delivered: Delivered) -> Judgement:
    begun = delivered.body.lstrip()[:1] == b"{"
    damage = "die Auskunft bricht ab" if begun else damage_of(delivered.body)
    if damage:
        return Judgement(Verdict.DAMAGED, delivered.status, damage)
    table = read_flat(delivered.body)
    if table is None:
        kind = delivered.content_type.partition(";")[0] or "ohne Inhaltsart"
        return Judgement(Verdict.STRANGE, delivered.status, f"Inhaltsart {kind}")
    return Judgement(Verdict.TABLE if table.rows else Verdict.EMPTY, delivered.status, table=table)


def _of_message(message: Message, status: int) -> Judgement:
    folded = message.said.casefold()
    verdict = _NUMBERS.get(message.number, Verdict.FAILED)
    if verdict in (Verdict.REFUSED, Verdict.FORBIDDEN, Verdict.FAILED) and any(word in folded for word in _EXPIRED):
        verdict = Verdict.EXPIRED
    elif verdict is Verdict.FAILED and any(word in folded for word in _SIZE):
        verdict = Verdict.TOO_LARGE
    elif verdict is Verdict.FAILED and status != 200:
        verdict = _of_status(status)
    return Judgement(verdict, message.number, message.said, message=message)


def _of_page(page: str, status: int) -> Judgement:
    title = _TITLE.search(page)
    said = f"Internetseite „{title[1][:80]}“" if title else "Internetseite"
    if any(word in page.casefold() for word in _MAINTENANCE):
        return Judgement(Verdict.MAINTENANCE, status, said)
    if status != 200:
        return Judgement(_of_status(status), status, said)
    return Judgement(Verdict.DISTURBED if "fatal error" in page.casefold() else Verdict.STRANGE, status, said)


def _of_status(status: int) -> Verdict:
    return _STATUSES.get(status, Verdict.DISTURBED if status >= 500 else Verdict.FAILED)


def _page(delivered: Delivered) -> str | None:
    start = delivered.body[:200].lstrip().lower()
    if "html" in delivered.content_type.lower() or start.startswith((b"<!doctype html", b"<html")):
        return delivered.body[:100_000].decode("utf-8", errors="replace")
    return None
