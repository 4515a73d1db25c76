"""Values of the library as JSON and back: one pair of functions for every frozen dataclass.

Numbers stay exact (`Decimal` as text); a value that has gone through both functions is equal to the one before.
"""

import json
import types
import typing
from collections.abc import Callable, Mapping
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
    of: Any = kind
    value: T = _reader(of)(json.loads(text))
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


Reader = Callable[[Any], Any]
"""From plain JSON to a value of one type."""


@cache
def _reader(kind: Any) -> Reader:
    """Worked out once per type: a result has ten thousands of values of a few types."""
    origin = get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _reader(next(choice for choice in get_args(kind) if choice is not type(None)))
        return lambda plain: None if plain is None else inner(plain)
    if origin is tuple:
        return _tuple_reader(get_args(kind))
    if origin is not None and issubclass(origin, Mapping):
        of_key, of_item = (_reader(each) for each in get_args(kind))
        return lambda plain: {of_key(key): of_item(item) for key, item in plain.items()}
    if is_dataclass(kind):
        return _dataclass_reader(kind)
    return date.fromisoformat if kind is date else _scalar_reader(kind)


def _scalar_reader(kind: Any) -> Reader:
    """Texts and numbers pass; members of an Enum are looked up; everything else is made from its text."""
    if kind in (str, int, bool):
        return lambda plain: plain if type(plain) is kind else kind(plain)
    if issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return lambda plain: members[plain] if plain in members else kind(plain)
    reader: Reader = kind
    return reader


def _tuple_reader(kinds: tuple[Any, ...]) -> Reader:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        inner = _reader(kinds[0])
        return lambda plain: tuple([inner(item) for item in plain])
    readers = [_reader(kind) for kind in kinds]
    return lambda plain: tuple(read(item) for read, item in zip(readers, plain, strict=True))


def _dataclass_reader(kind: Any) -> Reader:
    """A field that the type does not know is a KeyError; one that the text does not know has its default."""
    hints = get_type_hints(kind)

    @cache
    def readers() -> dict[str, Reader]:
        """Only when the first value is read: a type may hold values of its own kind."""
        return {name: _reader(hint) for name, hint in hints.items()}

    def read(plain: dict[str, Any]) -> Any:
        known = readers()
        return kind(**{name: known[name](item) for name, item in plain.items()})

    return read
