"""JSON with exact numbers: the standard writer knows floats only, which would cut a Decimal."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

Json = None | bool | int | str | Decimal | Sequence["Json"] | Mapping[str, "Json"]


def json_text(value: Json, indent: int = 0) -> str:
    """The value as JSON, indented by two blanks, umlauts as they are.

    >>> print(json_text({"wert": Decimal("10.28673729932791359727"), "zeichen": None, "liste": []}))
    {
      "wert": 10.28673729932791359727,
      "zeichen": null,
      "liste": []
    }
    """
    match value:
        case Decimal():
            return f"{value:f}"
        case Mapping():
            entries = [
                f"{json.dumps(key, ensure_ascii=False)}: {json_text(item, indent + 2)}" for key, item in value.items()
            ]
            return _block("{", entries, "}", indent)
        case str() | bool() | int() | None:
            return json.dumps(value, ensure_ascii=False)
        case _:
            return _block("[", [json_text(item, indent + 2) for item in value], "]", indent)


def _block(opening: str, entries: list[str], closing: str, indent: int) -> str:
    if not entries:
        return opening + closing
    margin = " " * indent
    lines = ",\n".join(f"{margin}  {entry}" for entry in entries)
    return f"{opening}\n{lines}\n{margin}{closing}"
