"""Nothing may stand twice: goals, measures, indicators, data files, areas, boundaries, own definitions and sources."""

from collections.abc import Iterator

from mehrklang.package.checks.known import Known
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import areas, boundaries, candidates, data, goals, measures, selection
from mehrklang.vocabulary import Issue


def check(monitoring: Monitoring, known: Known) -> Iterator[Issue]:
    """M-DOPPELT-01 for every repetition."""
    lists = (
        (goals.FILE, "ziel", "Das Ziel", [goal.key for goal in monitoring.goals]),
        (measures.FILE, "massnahme", "Die Maßnahme", [each.key for each in monitoring.measures]),
        (selection.FILE, "indikator", "Der Indikator", [chosen.code for chosen in monitoring.selection]),
        (candidates.FILE, "kandidat", "Der Kandidat", [each.code for each in monitoring.candidates]),
        (data.FILE, "datei", "Die Datei", [reference.path.as_posix() for reference in monitoring.data]),
        (areas.FILE, "gebiet", "Das Gebiet", [area.key for area in monitoring.areas]),
        (boundaries.FILE, "", "Der Umriss des Gebiets", _timed(monitoring)),
    )
    for file, section, noun, keys in lists:
        for index, key in enumerate(keys):
            if key and key in keys[:index]:
                message = f"{noun} „{key}“ ist mehrfach eingetragen."
                remedy = "Streichen Sie einen der Einträge."
                yield known.issue("M-DOPPELT-01", message, remedy, file=file, path=(section, index))


def _timed(monitoring: Monitoring) -> list[str]:
    """One name per boundary; an area may have several, one after the other."""
    return [
        f"{each.area} ab {each.valid_from:%d.%m.%Y}" if each.valid_from else each.area for each in monitoring.boundaries
    ]
