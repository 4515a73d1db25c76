"""The file of a profile: small, German, read with all its faults at once, written so that it can be edited."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mehrklang.sources.faults import Faults
from mehrklang.sources.profile.definition import Profile, ValueColumn
from mehrklang.vocabulary import Issue

_PLACE = re.compile(r"line (\d+), column (\d+)")
_FIXED = {"name": "name", "blatt": "sheet", "messgroesse": "measure", "gebiet": "area", "zeitraum": "period",
          "einheit": "unit"}  # fmt: skip
_COLUMNS = {"gebiet": "area_column", "gebietsname": "name_column", "zeitraum": "period_column",
            "messgroesse": "measure_column", "einheit": "unit_column", "bemerkung": "comment_column"}  # fmt: skip
_VALUE = {"spalte": "column", "messgroesse": "measure", "einheit": "unit", "zeitraum": "period"}

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """The profile, None if there are issues."""

    profile: Profile | None
    issues: tuple[Issue, ...] = ()


def load_profile(text: str, file: str = "zuordnung.toml") -> LoadedProfile:
    """The profile of a TOML text.

    >>> text = 'gebiet="03"\\nzeitraum="2024"\\neinheit="Anzahl"\\n[spalten]\\nwert="Zahl"\\nmessgroesse="Art"'
    >>> load_profile(text).profile.heads
    ('Art', 'Zahl')
    >>> print(load_profile("wert = 5").issues[0].message)
    Die Zuordnung ist so nicht zu verwenden: Den Schlüssel „wert“ gibt es hier nicht.
    """
    faults = Faults(file)
    try:
        data: Json = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.add("L-PROFIL-01", grund=f"Kein gültiges TOML{_place(error)}")
        return LoadedProfile(None, faults.issues())
    profile = _profile(data, faults)
    for word in profile.missing if not faults else ():
        faults.add("L-PROFIL-01", grund=f"Es fehlt: {word}")
    return LoadedProfile(None if faults else profile, faults.issues())


def read_profile(path: Path) -> LoadedProfile:
    """The mapping profile of a TOML file, or what is wrong with it."""
    faults = Faults(path.name)
    try:
        return load_profile(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        faults.add("L-DATEI-01", grund=type(error).__name__)
        return LoadedProfile(None, faults.issues())


def _place(error: tomllib.TOMLDecodeError) -> str:
    """Where the text stops being TOML, in German."""
    place = _PLACE.search(str(error))
    return f" (Zeile {place[1]}, Spalte {place[2]}; Namen mit Umlauten gehören in Anführungszeichen)" if place else ""


def _profile(data: Json, faults: Faults) -> Profile:
    columns = _table(data.get("spalten"), "spalten", faults)
    said = _texts(data, _FIXED, {"spalten", "werte", "gleich"}, faults)
    named = _texts(columns, _COLUMNS, {"merkmale", "wert"}, faults)
    values = [_value(entry, faults) for entry in _list(data.get("werte"), "werte", faults)]
    if "wert" in columns:
        values.append(ValueColumn(_text(columns["wert"], "wert", faults)))
    features = tuple(_text(one, "merkmale", faults) for one in _list(columns.get("merkmale"), "merkmale", faults))
    same = _pairs(data.get("gleich"), "gleich", faults)
    return Profile(**{"name": "", **said, **named}, values=tuple(values), features=features, same=same)


def _value(entry: object, faults: Faults) -> ValueColumn:
    table = _table(entry, "werte", faults)
    said = _texts(table, _VALUE, {"merkmale"}, faults)
    return ValueColumn(**said, categories=_pairs(table.get("merkmale"), "merkmale", faults))


def _texts(data: Json, known: Mapping[str, str], others: set[str], faults: Faults) -> dict[str, str]:
    for key in data.keys() - known.keys() - others:
        faults.add("L-PROFIL-01", grund=f"Den Schlüssel „{key}“ gibt es hier nicht")
    return {field: _text(data[key], key, faults) for key, field in known.items() if key in data}


def _text(value: object, key: str, faults: Faults) -> str:
    if isinstance(value, str) and value.strip():
        return value
    faults.add("L-PROFIL-01", grund=f"„{key}“ muss ein Text in Anführungszeichen sein")
    return ""


def _table(value: object, key: str, faults: Faults) -> Json:
    if value is None or isinstance(value, dict):
        return value or {}
    faults.add("L-PROFIL-01", grund=f"„{key}“ muss ein Abschnitt sein")
    return {}


def _list(value: object, key: str, faults: Faults) -> list[object]:
    if value is None or isinstance(value, list):
        return value or []
    faults.add("L-PROFIL-01", grund=f"„{key}“ muss eine Liste sein")
    return []


def _pairs(value: object, key: str, faults: Faults) -> tuple[tuple[str, str], ...]:
    return tuple((name, _text(word, name, faults)) for name, word in _table(value, key, faults).items())


def profile_text(profile: Profile) -> str:
    """The file of a profile; `load_profile` gives the same profile again."""
    lines = [f"{key} = {_quoted(getattr(profile, field))}" for key, field in _FIXED.items() if getattr(profile, field)]
    lines += ["", "[spalten]"]
    lines += [f"{key} = {_quoted(getattr(profile, at))}" for key, at in _COLUMNS.items() if getattr(profile, at)]
    if profile.features:
        lines.append(f"merkmale = [{', '.join(map(_quoted, profile.features))}]")
    for value in profile.values:
        lines += ["", "[[werte]]"]
        lines += [f"{key} = {_quoted(getattr(value, at))}" for key, at in _VALUE.items() if getattr(value, at)]
        if value.categories:
            inner = ", ".join(f"{_quoted(name)} = {_quoted(label)}" for name, label in value.categories)
            lines.append(f"merkmale = {{ {inner} }}")
    if profile.same:
        lines += ["", "[gleich]", *(f"{_quoted(one)} = {_quoted(other)}" for one, other in profile.same)]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = "".join(f"\\u{ord(sign):04x}" if sign < " " else sign for sign in text.replace("\\", "\\\\"))
    return '"' + escaped.replace('"', '\\"') + '"'
