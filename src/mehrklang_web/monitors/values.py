"""Values of the library as JSON and back: one pair of functions for every frozen dataclass.

Numbers stay exact (`Decimal` as text); a value that has gone through both functions is equal to the one before.
"""

import json
import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_text(value: object) -> str:
    """Canonical JSON: equal values give equal text, so that texts can be compared and summed up."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def from_text(kind: type[T], text: str) -> T:
    """The value of a type from its JSON. TypeError or KeyError if the text was written for another form of the type."""
    value: T = _value(kind, json.loads(text))
    return value


def _plain(value: object) -> Any:
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case Decimal() | Path():
            return str(value)
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(item) for item in value]
        case Mapping():
            return {str(_plain(key)): _plain(item) for key, item in value.items()}
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"not a value that can be kept: {type(value).__name__}")


def _value(kind: Any, plain: Any) -> Any:
    origin = get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = [choice for choice in get_args(kind) if choice is not type(None)]
        return None if plain is None else _value(inner[0], plain)
    if origin is tuple:
        return _tuple(get_args(kind), plain)
    if origin is not None and issubclass(origin, Mapping):
        of_key, of_item = get_args(kind)
        return {_value(of_key, key): _value(of_item, item) for key, item in plain.items()}
    if is_dataclass(kind):
        return _dataclass(kind, plain)
    if kind is date:
        return date.fromisoformat(plain)
    return kind(plain)


def _tuple(kinds: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        return tuple(_value(kinds[0], item) for item in plain)
    return tuple(_value(kind, item) for kind, item in zip(kinds, plain, strict=True))


def _dataclass(kind: Any, plain: dict[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], item) for name, item in plain.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
