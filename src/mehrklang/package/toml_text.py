"""Writes TOML that a person likes to read: the standard library reads the format but does not write it."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

Value = str | int | bool | Decimal | date | tuple[str, ...]


def assignments(values: Mapping[str, Value | None]) -> str:
    """One line per key; None and empty texts and lists are left out.

    >>> print(assignments({"wert": Decimal("4.50"), "ziele": ("a", "b"), "text": "", "kern": True}), end="")
    wert = 4.50
    ziele = ["a", "b"]
    kern = true
    """
    return "".join(f"{key} = {_value(value)}\n" for key, value in values.items() if value not in (None, "", ()))


def comment(text: str) -> str:
    """The lines of a text as comment."""
    return "".join(f"# {line}".rstrip() + "\n" for line in text.strip().splitlines())


def sections(name: str, bodies: Iterable[str]) -> str:
    """Repeated tables [[name]]."""
    return "".join(f"\n[[{name}]]\n{body}" for body in bodies)


def inline(texts: Mapping[str, str], ready: Mapping[str, str] = MappingProxyType({})) -> str:
    """A table on one line: texts by key, and behind them parts that are TOML already.

    >>> inline({"tabelle": "1-2-1"}, {"auspraegung": inline({"Geschlecht": "weiblich"})})
    '{ tabelle = "1-2-1", auspraegung = { "Geschlecht" = "weiblich" } }'
    """
    parts = {key: _text(text) for key, text in texts.items()} | dict(ready)
    return f"{{ {', '.join(f'{_key(key)} = {part}' for key, part in parts.items())} }}"


def _key(key: str) -> str:
    """Keys of our forms stand bare; labels of a source in quotation marks."""
    return key if re.fullmatch(r"[a-z_]+", key) else _text(key)


def _value(value: Value | None) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return _text(value.value)
        case str():
            return _text(value)
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(_text(item) for item in value)}]"
        case _:
            return str(value)


def _text(text: str) -> str:
    """A basic string; of several lines where the text has several."""
    if "\n" not in text:
        return _escape_delete(json.dumps(text, ensure_ascii=False))
    escaped = "\n".join(json.dumps(line, ensure_ascii=False)[1:-1] for line in text.split("\n"))
    return _escape_delete(f'"""\n{escaped}"""')


def _escape_delete(text: str) -> str:
    """JSON lets U+007F stand, TOML does not."""
    return re.sub("\x7f", r"\\u007F", text)
