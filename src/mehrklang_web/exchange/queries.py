"""The edition as the portable monitoring it is, and how two of them differ."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, count, groupby
from pathlib import Path
from types import MappingProxyType

from mehrklang.package import Difference, Monitoring
from mehrklang.package.archive import placed
from mehrklang_web.interpretation.queries import current_texts
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.signals.queries import handled

_NAMES = {
    "monitoring.toml": "Titel, Gebiet, Einleitung",
    "ziele.toml": "Ziele",
    "massnahmen.toml": "Maßnahmen",
    "indikatoren.toml": "Ausgewählte Indikatoren",
    "kandidaten.toml": "Kandidaten der Auswahl",
    "konzept.toml": "Konzept",
    "kommunikation.toml": "Kommunikationsplan",
    "zeitplan.toml": "Zeitplan",
    "daten.toml": "Daten",
    "hinweise.toml": "Aufgenommene Hinweise",
    "quellen.toml": "Angaben zu Quellen",
    "gemeinsam.toml": "Gemeinsam mit anderen Monitoren geführt",
    "gebiete.toml": "Gebiete",
    "grenzen.geojson": "Grenzen",
    "vereinbarungen.toml": "Unterschriften der Ämter",
    "anmerkungen.toml": "Anmerkungen",
    "reihenbrueche.toml": "Reihenbrüche",
    "veroeffentlichungen.toml": "Frühere Veröffentlichungen",
    "erwartete-lieferungen.toml": "Erwartete Lieferungen",
    "eigene-indikatoren": "Eigene Indikatoren",
    "quellen": "Eigene Quellen",
    "interpretationen": "Interpretationen",
    "zuordnungen": "Zuordnungen",
}


@dataclass(frozen=True, slots=True)
class Part:
    """All differences of one part of the folder, under a name for people."""

    name: str
    differences: tuple[Difference, ...]


def portable(edition: Edition) -> Monitoring:
    """All of the edition that a folder can hold: also the interpretations."""
    texts = {code: text.to_value() for code, text in current_texts(edition).items()}
    return replace(monitoring_of(edition), interpretations=MappingProxyType(texts), handled_signals=handled(edition))


def as_in_folder(edition: Edition) -> Monitoring:
    """As `portable`, with the data files under the names that they have in its folder: so it is held against others."""
    return placed(portable(edition)).monitoring


def frame_of(monitor: Monitor) -> Monitoring:
    """The monitor with what its newest edition knows; only its own name and area where it has none."""
    newest = Edition.objects.filter(monitor=monitor).select_related("monitor").first()
    if newest is not None:
        return portable(newest)
    return Monitoring(monitor.title, monitor.organisation, monitor.area, "", Path())


def free_label(monitor: Monitor | None, label: str) -> str:
    """The label, or the next like it that the monitor has not used yet."""
    taken = set(Edition.objects.filter(monitor=monitor).values_list("label", flat=True)) if monitor else set()
    return next(each for each in chain((label,), (f"{label} ({at})" for at in count(2))) if each not in taken)


def by_part(differences: Iterable[Difference]) -> tuple[Part, ...]:
    """Differences under the names of their parts, in the order of the files.

    >>> [(part.name, len(part.differences)) for part in by_part([Difference("ziele.toml", "ziel a", "", "", "neu")])]
    [('Ziele', 1)]
    """
    named = groupby(differences, key=lambda each: _name(each.file))
    return tuple(Part(name, tuple(found)) for name, found in named)


def _name(file: str) -> str:
    return _NAMES.get(file) or _NAMES.get(file.partition("/")[0]) or file
