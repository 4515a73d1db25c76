"""The parts of an answer that matter: status code, what the service says, which table was asked for, and a table."""

import json
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; "" and 0 where it says nothing."""

    code: int
    said: str
    table: str
    content: str

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The answer in a text; None if it is no complete JSON object with a status."""
        try:
            parsed = json.loads(text)
        except (ValueError, RecursionError):
            return None
        status = _part(parsed, "Status")
        if not isinstance(status, dict):
            return None
        code = _part(status, "Code")
        return cls(
            code=code if isinstance(code, int) else -1,
            said=_text(_part(status, "Content")),
            table=_text(_part(_part(parsed, "Parameter"), "name")),
            content=_text(_part(_part(parsed, "Object"), "Content")),
        )


def _part(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
