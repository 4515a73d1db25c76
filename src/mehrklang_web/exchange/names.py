"""The names of what two folders speak of by keys: indicators, sources, goals, areas, questions …"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mehrklang.catalogue import load
from mehrklang.package import Monitoring
from mehrklang.planning.questions import questions

_SUBJECTS = {
    "code": "indicator",
    "indikator": "indicator",
    "indikatoren": "indicator",
    "kennung": "indicator",
    "ersetzt_durch": "indicator",
    "kandidat": "indicator",
    "abwaegung": "indicator",
    "stimme": "indicator",
    "fassung": "indicator",
    "reihenbruch": "indicator",
    "verfehltes_ziel": "indicator",
    "hinweis": "indicator",
    "quelle": "source",
    "bezug": "source",
    "lieferung": "source",
    "ziel": "goal",
    "ziele": "goal",
    "oberziel": "goal",
    "dient_auch": "goal",
    "massnahme": "measure",
    "gebiet": "area",
    "gebiete": "area",
    "teile": "area",
    "uebergeordnet": "area",
    "vergleichsgebiete": "area",
    "antwort": "question",
    "frage": "question",
    "zielgruppe": "addressee",
    "eintrag": "message",
    "regelsatz": "rules",
}
"""What the keys of the files, and the names of their tables, point to."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by subject and key; `groups` has those of an indicator's groups under its code."""

    subjects: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, Mapping[str, str]]

    def of(self, pointer: str, key: str) -> str:
        """The name of what stands under a key of a file; "" if none is known."""
        return self.subjects.get(_SUBJECTS.get(pointer, ""), {}).get(key, "")

    def several(self, pointer: str, text: str) -> str:
        """The names of a list of keys; the text itself where none of them is known."""
        parts = text.split(", ")
        found = [self.of(pointer, part) for part in parts]
        return ", ".join(name or part for name, part in zip(found, parts, strict=True)) if any(found) else text

    def in_sentence(self, text: str) -> str:
        """A sentence in which keys stand in quotation marks, with the names in their place."""
        return re.sub(r"„([^“]+)“", lambda found: f"„{self._quoted(found[1])}“", text)

    def _quoted(self, key: str) -> str:
        return next(filter(None, (self.of(pointer, key) for pointer in ("indikator", "quelle", "ziel"))), key)

    def group(self, code: str, group: str) -> str:
        """The name of an indicator's group; its key where there is none."""
        return self.groups.get(code, {}).get(group, group)


def names_of(*monitorings: Monitoring) -> Names:
    """The names of the catalogue and of these monitorings; the later ones count."""
    catalogue = load()
    definitions = {**catalogue.indicators, **{own.code: own for each in monitorings for own in each.own_indicators}}
    sources = {**catalogue.sources, **{own.key: own for each in monitorings for own in each.own_sources}}
    return Names(
        {
            "indicator": {code: each.name for code, each in definitions.items()},
            "source": {key: each.name for key, each in sources.items()},
            "goal": _numbered((goal.key, goal.title) for each in monitorings for goal in each.goals),
            "measure": _numbered((measure.key, measure.title) for each in monitorings for measure in each.measures),
            "area": {area.key: area.name for each in monitorings for area in each.areas},
            "question": {each.key: each.title for each in questions()},
            "addressee": {one.key: one.name for each in monitorings for one in each.communication.addressees},
            "message": {one.key: one.title for each in monitorings for one in each.communication.messages},
            "rules": {key: each.name for key, each in catalogue.rule_sets.items()},
        },
        {
            code: {group.group: group.label for binding in each.bindings for group in binding.groups}
            for code, each in definitions.items()
        },
    )


def _numbered(entries: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Titles by key; a key that is a number of the plan (1.1, M3) stays before its title."""
    return {key: f"{key} {title}" if any(map(str.isdigit, key)) else title for key, title in entries}
