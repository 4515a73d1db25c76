"""What differs between two monitorings, in the words of their folders: file, entry, key, before and after.

The files that each of them would be written as are compared, so that every part that travels is looked at. The order of
entries does not count; data files are compared by their references, not by their content.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.interpretations import FENCE
from mehrklang.package.writing import contents

_NAMES = ("schluessel", "code", "indikator", "name", "phase", "frage", "datei", "pfad", "quelle", "titel")
"""What tells the entries of a file apart, in this order of preference."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of an entry under its key."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `entry` and `key` are "" where the whole file or the whole entry was added or taken away;
    `before` or `after` is "" where there was nothing. `whole` has the values of such an entry one by one; an
    interpretation, an own indicator or an own source that came or is gone is one entry.
    """

    file: str
    entry: str
    key: str
    before: str
    after: str
    whole: tuple[Said, ...] = ()


def differences(before: Monitoring, after: Monitoring) -> tuple[Difference, ...]:
    """All differences, file by file; () if both would be written alike."""
    one, other = contents(before), contents(after)
    return tuple(
        found for file in sorted({*one, *other}) for found in _in_file(file, one.get(file, ""), other.get(file, ""))
    )


def _in_file(file: str, before: str, after: str) -> Iterator[Difference]:
    if before == after:
        return
    if not file.endswith((".toml", ".md")):
        yield Difference(file, "", "", before.strip(), after.strip())
        return
    if "/" in file and not (before and after):
        yield _came_or_went(file, "", dict(flat(_document(before))), dict(flat(_document(after))))
        return
    one, other = _entries(_document(before)), _entries(_document(after))
    for entry in [*one, *(each for each in other if each not in one)]:
        yield from _in_entry(file, entry, one.get(entry), other.get(entry))


def _in_entry(
    file: str, entry: str, before: Mapping[str, str] | None, after: Mapping[str, str] | None
) -> Iterator[Difference]:
    if before is None or after is None:
        yield _came_or_went(file, entry, before or {}, after or {})
        return
    for key in [*before, *(each for each in after if each not in before)]:
        if before.get(key, "") != after.get(key, ""):
            yield Difference(file, entry, key, before.get(key, ""), after.get(key, ""))


def _came_or_went(file: str, entry: str, before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    said = tuple(Said(key, text) for key, text in (before or after).items())
    return Difference(file, entry, "", _whole(before), _whole(after), said)


def _whole(entry: Mapping[str, str]) -> str:
    return "; ".join(f"{key}: {text}" for key, text in entry.items())


def _document(text: str) -> dict[str, object]:
    """The tables of a file; of an interpretation those of its head, with what stands below as its text."""
    if not text.startswith(FENCE):
        return tomllib.loads(text)
    _, head, body = text.split(FENCE, 2)
    return tomllib.loads(head) | {"text": body.strip()}


def _entries(document: Mapping[str, object]) -> dict[str, dict[str, str]]:
    """The file's repeated tables by kind and name; what stands outside of them is the entry "".

    >>> _entries({"titel": "M", "ziel": [{"schluessel": "a", "titel": "A"}]})
    {'': {'titel': 'M'}, 'ziel a': {'schluessel': 'a', 'titel': 'A'}}
    """
    found: dict[str, dict[str, str]] = {}
    for kind, value in document.items():
        if _is_rows(value):
            for row in value:
                found[_free(f"{kind} {_name(row)}".strip(), found)] = dict(flat(row))
        else:
            found.setdefault("", {}).update(flat({kind: value}))
    return found


def _is_rows(value: object) -> TypeGuard[list[dict[str, object]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _name(row: Mapping[str, object]) -> str:
    return next((str(row[key]) for key in _NAMES if key in row), "")


def _free(name: str, taken: Mapping[str, object]) -> str:
    """Entries of the same name are counted."""
    return next(each for each in (name, *(f"{name} ({at})" for at in range(2, len(taken) + 3))) if each not in taken)


def flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str]]:
    """Every value of a table with its key, the keys of the tables around it before it.

    >>> dict(flat({"a": {"b": ["x", "y"]}, "c": [{"d": True}]}))
    {'a.b': 'x, y', 'c[1].d': 'ja'}
    """
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from flat(value, name)
        elif _is_rows(value):
            for at, row in enumerate(value, 1):
                yield from flat(row, f"{name}[{at}]")
        else:
            yield name, _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)
