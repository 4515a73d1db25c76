"""Reads a monitoring from its folder and names all faults at once."""

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from mehrklang.catalogue import Catalogue
from mehrklang.catalogue.lines import KeyLines
from mehrklang.package import checks
from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts import (
    agreements,
    areas,
    boundaries,
    breaks,
    candidates,
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
    own,
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
from mehrklang.package.toml_file import read_part
from mehrklang.sources import KINDS
from mehrklang.vocabulary import Issue, Severity


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What was found in a folder.

    Promise: `monitoring` is None exactly when an issue is an ERROR; nothing half-read goes on.
    """

    monitoring: Monitoring | None
    issues: tuple[Issue, ...]


def read_folder(path: Path, *, closed: bool = False) -> FolderReading:
    """The monitoring in a folder, with all issues (codes M-…, Handbuch "Meldungen zum Monitoring-Ordner").

    `closed`: data files must lie inside the folder (for folders that come from elsewhere).
    """
    if not (path / frame.FILE).is_file():
        return FolderReading(None, (_no_monitoring(path),))
    issues: list[Issue] = []
    definitions = own.read(path, issues)
    monitoring = _assemble(path, definitions, issues)
    issues += checks.check(monitoring, _known(path, definitions.catalogue), closed=closed)
    sound = all(issue.severity is not Severity.ERROR for issue in issues)
    return FolderReading(monitoring if sound else None, tuple(issues))


def _assemble(folder: Path, definitions: own.Own, issues: list[Issue]) -> Monitoring:
    """The parts put together; where one is faulty, an issue says so and a neutral value stands in its place."""
    known = profiles.read(folder, issues)
    placed = read_part(folder, areas.FILE, areas.read, absent=areas.NONE, issues=issues)
    weighed = read_part(folder, candidates.FILE, candidates.read, absent=candidates.NONE, issues=issues)
    top = read_part(folder, frame.FILE, frame.read, absent=frame.NEUTRAL, issues=issues)
    return Monitoring(
        title=top.title,
        organisation=top.organisation,
        area=top.area,
        edition=top.edition,
        folder=folder,
        comparison_areas=top.comparison_areas,
        areas=placed.areas,
        memberships=placed.memberships,
        unions=placed.unions,
        boundaries=boundaries.read(folder, issues),
        measures=read_part(folder, measures.FILE, measures.read, absent=(), issues=issues),
        missed_targets=read_part(folder, missed_targets.FILE, missed_targets.read, absent=(), issues=issues),
        handled_signals=read_part(folder, signals.FILE, signals.read, absent=(), issues=issues),
        goals=read_part(folder, goals.FILE, goals.read, absent=(), issues=issues),
        selection=read_part(folder, selection.FILE, selection.read, absent=(), issues=issues),
        data=read_part(folder, data.FILE, partial(data.read, known=known), absent=(), issues=issues),
        own_breaks=read_part(folder, breaks.FILE, breaks.read, absent=breaks.NONE, issues=issues),
        own_indicators=definitions.indicators,
        own_sources=definitions.sources,
        catalogues=definitions.catalogues,
        retired_indicators=read_part(folder, retired.FILE, retired.read, absent=retired.NONE, issues=issues),
        interpretations=interpretations.read(folder, issues),
        introduction=top.introduction,
        rule_set=top.rule_set,
        starting_point=top.starting_point,
        expected=read_part(folder, expected.FILE, expected.read, absent=(), issues=issues),
        timetable=read_part(folder, timetable.FILE, timetable.read, absent=(), issues=issues),
        published=read_part(folder, published.FILE, published.read, absent=(), issues=issues),
        concept=read_part(folder, concept.FILE, concept.read, absent=concept.NONE, issues=issues),
        communication=read_part(
            folder, communication.FILE, communication.read, absent=communication.NONE, issues=issues
        ),
        agreements=read_part(folder, agreements.FILE, agreements.read, absent=agreements.NONE, issues=issues),
        remarks=read_part(folder, remarks.FILE, remarks.read, absent=(), issues=issues),
        supplies=read_part(folder, supplies.FILE, supplies.read, absent=supplies.NONE, issues=issues),
        shared=read_part(folder, shared.FILE, shared.read, absent=(), issues=issues),
        loosenings=read_part(folder, loosenings.FILE, loosenings.read, absent=(), issues=issues),
        candidates=weighed.candidates,
        verdicts=weighed.verdicts,
        vintage=read_part(folder, vintage.FILE, vintage.read, absent=None, issues=issues),
    )


def _known(folder: Path, catalogue: Catalogue) -> checks.Known:
    return checks.Known(catalogue, frozenset(KINDS), _locator(folder))


def _locator(folder: Path) -> checks.Locate:
    """Finds lines in the folder's TOML files; each is searched once."""

    @cache
    def lines(file: str) -> KeyLines:
        return KeyLines((folder / file).read_text(encoding="utf-8-sig") if file.endswith(".toml") else "")

    return lambda file, path: lines(file).line(path)


def _no_monitoring(path: Path) -> Issue:
    return Issue(
        code="M-ORDNER-01",
        severity=Severity.ERROR,
        message=f"Im Ordner „{path.name}“ liegt kein Monitoring: Seine Hauptdatei fehlt.",
        remedy="Wählen Sie den Ordner, in dem alle Teile des Monitorings liegen, keinen darüber oder darunter.",
        file=frame.FILE,
    )
