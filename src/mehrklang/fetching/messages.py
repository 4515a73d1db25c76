"""Answers in JSON: a number with words, and sometimes a list or a description of a table."""

import json
from dataclasses import dataclass

_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Message:
    """Number and words of an answer, the keys of its list, and the keys of the features of the described table."""

    number: int
    said: str
    listed: tuple[str, ...] = ()
    features: tuple[str, ...] = ()


def read_message(body: bytes) -> Message | None:
    """The message in an answer; None if it is no JSON object.

    >>> read_message(b'{"Code":15,"Content":"Sie sind nicht berechtigt.","Type":"ERROR"}').number
    15
    >>> read_message(b'{"Status":{"Code":104,"Content":"Es gibt keine Objekte"},"List":null}').number
    104
    """
    if body.lstrip()[:1] != b"{":
        return None
    try:
        data = json.loads(body.decode("utf-8", errors="replace"))
    except (ValueError, RecursionError):
        return None
    status = data.get("Status") if isinstance(data.get("Status"), dict) else data
    number = status.get("Code")
    return Message(
        number=number if isinstance(number, int) and not isinstance(number, bool) else _UNKNOWN,
        said=_text(status.get("Content")),
        listed=_listed(data.get("List")),
        features=tuple(dict.fromkeys(_features(data.get("Object")))),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _listed(value: object) -> tuple[str, ...]:
    entries = value if isinstance(value, list) else []
    return tuple(entry["Code"] for entry in entries if isinstance(entry, dict) and isinstance(entry.get("Code"), str))


def _features(described: object) -> list[str]:
    """The variables that stand in rows, columns and subtitles; those in the head are what is counted."""
    structure = described.get("Structure") if isinstance(described, dict) else None
    if not isinstance(structure, dict):
        return []
    return [
        code for place in ("Columns", "Rows", "Subtitel", "Subheading") for code in _variables(structure.get(place))
    ]


def _variables(entry: object) -> list[str]:
    if isinstance(entry, list):
        return [code for each in entry for code in _variables(each)]
    if not isinstance(entry, dict):
        return []
    own = [entry["Code"]] if isinstance(entry.get("Code"), str) else []
    return own + _variables(entry.get("Structure"))
