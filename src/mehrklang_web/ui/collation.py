"""German text in SQLite: "Ä" sorts as "A" (DIN 5007-1) and "übergang" finds "Übergang".

SQLite by itself folds ASCII only. PostgreSQL needs none of this; there the collation "de" is made by a migration.
"""

import re
import sqlite3
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

_BASE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def sort_key(text: str) -> tuple[str, str]:
    """What German words are sorted by.

    >>> sorted(["Zuzug", "Ärzte", "Umzug", "Übergang", "Arbeit"], key=sort_key)
    ['Arbeit', 'Ärzte', 'Übergang', 'Umzug', 'Zuzug']
    """
    return text.casefold().translate(_BASE), text


def compare(one: str, other: str) -> int:
    """-1, 0 or 1, as SQLite asks it."""
    return (sort_key(one) > sort_key(other)) - (sort_key(one) < sort_key(other))


def like(pattern: str | None, value: object, escape: str | None = None) -> bool | None:
    """SQL's LIKE without regard to upper and lower case, for all letters.

    >>> like("%übergang%", "Der Übergang"), like("50!%", "50 Prozent", "!"), like(None, "x")
    (True, False, None)
    """
    if pattern is None or value is None:
        return None
    parts: list[str] = []
    signs = iter(str(pattern))
    for sign in signs:
        if sign == escape:
            parts.append(re.escape(next(signs, "")))
        else:
            parts.append({"%": ".*", "_": "."}.get(sign) or re.escape(sign))
    return re.fullmatch("".join(parts), str(value), re.IGNORECASE | re.DOTALL) is not None


def speak_german(sender: object, connection: BaseDatabaseWrapper, **_: Any) -> None:  # noqa: ARG001 — a signal's form
    """Teaches a new SQLite connection the collation and the comparison."""
    raw = connection.connection
    if isinstance(raw, sqlite3.Connection):
        raw.create_function("LIKE", 2, like, deterministic=True)
        raw.create_function("LIKE", 3, like, deterministic=True)
        raw.create_collation("de", compare)
