"""Writes a monitoring as a folder."""

import re
from pathlib import Path

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import (
    agreements,
    areas,
    boundaries,
    breaks,
    candidates,
    catalogues,
    communication,
    concept,
    data,
    expected,
    frame,
    goals,
    interpretations,
    loosenings,
    measures,
    missed_targets,
    own_indicators,
    own_sources,
    profiles,
    published,
    remarks,
    retired,
    selection,
    shared,
    signals,
    supplies,
    timetable,
    vintage,
)

_FILE_NAME = re.compile(r"[\w][\w.\-]*")


def write_folder(monitoring: Monitoring, path: Path) -> None:
    """Writes the folder; the data files themselves stay where they are.

    Promise: `read_folder(path)` gives the same monitoring again (its folder apart; blanks at the ends of texts are not
    kept). A folder that already holds a monitoring is not touched (FileExistsError). monitoring.toml comes last:
    without it the folder is no monitoring, so that an interrupted writing leaves none that is half there.
    """
    if (path / frame.FILE).exists():
        raise FileExistsError(f"Im Ordner „{path}“ liegt schon ein Monitoring.")
    texts = contents(monitoring)
    for name, content in texts.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")


def contents(monitoring: Monitoring) -> dict[str, str]:
    """The text of every file of the folder, by its name; ValueError for a key that is no file name."""
    optional = {
        areas.FILE: areas.render(monitoring) if monitoring.areas or monitoring.unions or monitoring.memberships else "",
        measures.FILE: measures.render(monitoring) if monitoring.measures else "",
        boundaries.FILE: boundaries.render(monitoring.boundaries) if monitoring.boundaries else "",
        breaks.FILE: breaks.render(monitoring) if monitoring.own_breaks else "",
        candidates.FILE: candidates.render(monitoring) if monitoring.candidates or monitoring.verdicts else "",
        concept.FILE: concept.render(monitoring) if monitoring.concept != concept.NONE else "",
        communication.FILE: (
            communication.render(monitoring) if monitoring.communication != communication.NONE else ""
        ),
        expected.FILE: expected.render(monitoring) if monitoring.expected else "",
        missed_targets.FILE: missed_targets.render(monitoring) if monitoring.missed_targets else "",
        signals.FILE: signals.render(monitoring) if monitoring.handled_signals else "",
        timetable.FILE: timetable.render(monitoring) if monitoring.timetable else "",
        vintage.FILE: vintage.render(monitoring.vintage) if monitoring.vintage else "",
        published.FILE: published.render(monitoring) if monitoring.published else "",
        agreements.FILE: agreements.render(monitoring) if monitoring.agreements != agreements.NONE else "",
        retired.FILE: retired.render(monitoring) if monitoring.retired_indicators else "",
        remarks.FILE: remarks.render(monitoring) if monitoring.remarks else "",
        shared.FILE: shared.render(monitoring) if monitoring.shared else "",
        loosenings.FILE: loosenings.render(monitoring) if monitoring.loosenings else "",
        supplies.FILE: supplies.render(monitoring) if monitoring.supplies else "",
    }
    return {
        goals.FILE: goals.render(monitoring),
        selection.FILE: selection.render(monitoring),
        data.FILE: data.render(monitoring),
        **{name: content for name, content in optional.items() if content},
        **_named(
            own_indicators.FOLDER,
            ".toml",
            {own.code: own_indicators.render(own) for own in monitoring.own_indicators if not own.catalogue},
        ),
        **_named(
            catalogues.FOLDER,
            ".toml",
            {each.key: catalogues.render(each, monitoring.own_indicators) for each in monitoring.catalogues},
        ),
        **_named(own_sources.FOLDER, ".toml", {own.key: own_sources.render(own) for own in monitoring.own_sources}),
        **_named(
            profiles.FOLDER,
            ".toml",
            {name: profiles.render(profile) for profile, name in profiles.names(monitoring).items()},
        ),
        **_named(
            interpretations.FOLDER,
            ".md",
            {code: interpretations.render(text) for code, text in monitoring.interpretations.items()},
        ),
        frame.FILE: frame.render(monitoring),
    }


def _named(folder: str, ending: str, contents: dict[str, str]) -> dict[str, str]:
    """Files named by their key; a key that is no file name is refused before anything is written."""
    for key in contents:
        if not _FILE_NAME.fullmatch(key):
            raise ValueError(f"Der Schlüssel „{key}“ taugt nicht als Dateiname.")
    return {f"{folder}/{key}{ending}": content for key, content in contents.items()}
