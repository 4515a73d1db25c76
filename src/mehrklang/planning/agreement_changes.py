"""What changed in a matter between two versions, line by line and in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mehrklang.planning.agreement import Version

GUARDED = "geheimhaltung"
"""Under this key, with the name of the source, stands by which rules of secrecy its counts are protected."""
_PARTS = {"definition": "Definition", "zielwert": "Zielwert", "auswahl": "Auswahl"}
_WORDS = {
    "zaehler": "Zähler",
    "grundgesamtheit": "Grundgesamtheit",
    "zustaendig": "Zuständigkeit",
    "begruendung": "Begründung",
    "schwelle_hinsehen": "Schwelle „hinsehen“",
    "schwelle_handeln": "Schwelle „entscheiden“",
    "basiswert": "Ausgangswert",
    "basisjahr": "Ausgangsjahr",
    "auspraegung": "Ausprägung",
    "bezug": "Datenbezug",
    "pfad": "Weg zum Ziel",
    "je": "Bezugsgröße",
    "ab_jahr": "Ab Jahr",
    "vergleich_zaehler": "Vergleich, Zähler",
    "vergleich_nenner": "Vergleich, Nenner",
    "gewichtsquadrate_zaehler": "Gewichtsquadrate, Zähler",
}


@dataclass(frozen=True, slots=True)
class LineChange:
    """One difference. `part` "": the whole indicator came or went; `key` "": its whole definition or target did.
    `before` or `after` is "" where there was nothing."""

    code: str
    part: str = ""
    key: str = ""
    before: str = ""
    after: str = ""


def changes(before: Version, after: Version) -> tuple[LineChange, ...]:
    """All differences in the order of today's lines, what is gone last; () if both say the same.

    >>> from mehrklang.planning.agreement import Line
    >>> from mehrklang.planning.agreement import Matter, MatterKind
    >>> core = Matter(MatterKind.CORE_SET)
    >>> old = Version(core, "1", (Line("a", "zielwert", "jahr", "2030"),))
    >>> new = Version(core, "2", (Line("a", "zielwert", "jahr", "2031"), Line("b", "auswahl", "gruppe", "alle")))
    >>> [in_words(each, name=each.code.upper()) for each in changes(old, new)]
    ['Zielwert von „A“ geändert: Jahr', 'Indikator „B“ kam dazu']
    """
    one, other = _by_code(before), _by_code(after)
    return tuple(
        change
        for code in [*other, *(each for each in one if each not in other)]
        for change in _of_indicator(code, one.get(code), other.get(code))
    )


def in_words(change: LineChange, *, name: str) -> str:
    """What changed, without the texts before and after. `name` is that of the indicator."""
    came = "kam dazu" if change.after else "fiel weg"
    if not change.part:
        return f"Indikator „{name}“ {came}"
    head, _, place = change.part.partition(" ")
    part = f"{_PARTS.get(head, head)} {place}".rstrip()
    return f"{part} von „{name}“ geändert: {label_of(change.key)}" if change.key else f"{part} von „{name}“ {came}"


def label_of(key: str) -> str:
    """A key of the folder as it is read.

    >>> [label_of(key) for key in ("nenner", "stufe[2].jahr", "grundlage.quote.zaehler", "geheimhaltung.Register A. B")]
    ['Nenner', 'Stufe 2, Jahr', 'Grundlage quote, Zähler', 'Geheimhaltung: Register A. B']
    """
    if key.startswith(f"{GUARDED}."):
        return f"Geheimhaltung: {key.removeprefix(f'{GUARDED}.')}"
    base = re.fullmatch(r"grundlage\.([^.]+)\.(.+)", key)
    if base:
        return f"Grundlage {base[1]}, {label_of(base[2])}"
    return ", ".join(_word(piece) for piece in key.split("."))


def _word(piece: str) -> str:
    name, _, number = piece.rstrip("]").partition("[")
    word = _WORDS.get(name) or name.replace("_", " ").capitalize()
    return f"{word} {number}" if number else word


_Lines = dict[str, dict[str, str]]
"""The texts of one indicator by part and key."""


def _by_code(version: Version) -> dict[str, _Lines]:
    found: dict[str, _Lines] = {}
    for line in version.lines:
        found.setdefault(line.code, {}).setdefault(line.part, {})[line.key] = line.text
    return found


def _of_indicator(code: str, before: _Lines | None, after: _Lines | None) -> Iterator[LineChange]:
    if before is None or after is None:
        yield LineChange(code, before="" if before is None else "ja", after="" if after is None else "ja")
        return
    for part in [*after, *(each for each in before if each not in after)]:
        one, other = before.get(part), after.get(part)
        if one is None or other is None:
            yield LineChange(code, part, "", _whole(one), _whole(other))
            continue
        for key in [*other, *(each for each in one if each not in other)]:
            if one.get(key, "") != other.get(key, ""):
                yield LineChange(code, part, key, one.get(key, ""), other.get(key, ""))


def _whole(lines: dict[str, str] | None) -> str:
    return "; ".join(f"{label_of(key)}: {text}" for key, text in (lines or {}).items())
