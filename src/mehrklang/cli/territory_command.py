"""`mehrklang territory`: looks areas up, checks an own list of areas, and brings counts onto another territory."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.output import exit_code, tell, tell_issues, write_whole
from mehrklang.sources import read
from mehrklang.sources.area_list import AreaList, read_area_list
from mehrklang.territory import (
    ADMINISTRATION,
    Areas,
    Rebased,
    Rebasing,
    Weighting,
    rebase_series,
    register,
    with_history,
)
from mehrklang.vocabulary import Area, Issue, Observation, Severity
from mehrklang.vocabulary.german import format_exact, format_figure, format_number
from mehrklang.vocabulary.spreadsheet import csv_text

_COLUMNS = ("groesse", "gebiet", "zeitraum", "merkmale", "einheit", "zahl", "zeichen", "geschaetzt", "fehlerangabe")


def add(commands: Commands) -> None:
    """Adds the command with its three ways to the parser."""
    text = "Gebiete nachschlagen, ein eigenes Gebietsverzeichnis prüfen, Anzahlen auf einen Gebietsstand umrechnen."
    parser = add_command(commands, "territory", look_up, text)
    ways = parser.add_subparsers(title="Wege", metavar="WEG", required=True)
    _add_look_up(ways)
    _add_check(ways)
    _add_rebase(ways)


def _add_look_up(ways: Commands) -> None:
    parser = add_command(ways, "show", look_up, "Zeigt Gebiete, ihre Obergebiete und ihre Teile an einem Tag.")
    parser.add_argument("register", metavar="VERZEICHNIS", type=Path, help="Gemeindeverzeichnis oder eigene Liste")
    parser.add_argument("words", metavar="GEBIET", nargs="+", help="Schlüssel oder Teil des Namens")
    parser.add_argument("--day", metavar="TAG", type=_day, help="Tag, zum Beispiel 2015-12-31 (sonst heutige Ordnung)")
    parser.add_argument("--hierarchy", metavar="GLIEDERUNG", default=ADMINISTRATION, help="sonst: verwaltung")
    parser.add_argument("--crosswalk", metavar="XLSX", type=Path, help="Umsteigeschlüssel: auch frühere Kreise")


def _add_check(ways: Commands) -> None:
    parser = add_command(ways, "check", check, "Prüft eine eigene Liste von Gebieten und nennt alle Fehler.")
    parser.add_argument("list", metavar="LISTE", type=Path, help="CSV oder Arbeitsmappe")
    parser.add_argument("--register", metavar="VERZEICHNIS", type=Path, help="Gemeindeverzeichnis, in dem sie liegen")


def _add_rebase(ways: Commands) -> None:
    text = "Rechnet Anzahlen mit einem Umsteigeschlüssel auf dessen Gebietsstand um; Quoten werden abgelehnt."
    parser = add_command(ways, "rebase", run_rebase, text)
    parser.add_argument("delivery", metavar="DATEI", type=Path, nargs="+", help="gelieferte Dateien mit Anzahlen")
    parser.add_argument("--crosswalk", metavar="XLSX", type=Path, required=True, help="Umsteigeschlüssel")
    weightings = [Weighting.POPULATION.value, Weighting.EMPLOYEES.value]
    parser.add_argument("--weighting", choices=weightings, default=weightings[0], help="wonach geteilte Gebiete zählen")
    parser.add_argument("--area", metavar="SCHLÜSSEL", action="append", help="nur dieses Gebiet (mehrfach möglich)")
    parser.add_argument("--out", metavar="CSV", type=Path, help="schreibt die umgerechneten Anzahlen")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"„{text}“ ist kein Tag; zum Beispiel 2015-12-31") from None


def look_up(options: argparse.Namespace) -> int:
    """Each area that is found, with what it lies in and what lies in it; 1 where a word finds none."""
    areas, issues = _register(options.register, options.crosswalk)
    tell_issues(issues)
    if areas is None:
        return 1
    known = [area for area in areas.by_key.values() if _exists(area, options.day)]
    absent = False
    for word in options.words:
        found = [area for area in known if area.key == word or word.casefold() in area.name.casefold()]
        absent |= not found
        if not found:
            tell(f"„{word}“: kein Gebiet gefunden.")
        for area in found:
            print("\n".join(_told(area, areas, options)))
    return int(absent)


def _exists(area: Area, day: date | None) -> bool:
    return area.valid_until is None if day is None else area.existed_on(day)


def _told(area: Area, areas: Areas, options: argparse.Namespace) -> Iterator[str]:
    ends = (f"ab {area.valid_from:%d.%m.%Y}" if area.valid_from else "",
            f"bis {area.valid_until:%d.%m.%Y}" if area.valid_until else "")  # fmt: skip
    valid = " ".join(filter(None, ends))
    yield f"{area.key} {area.name} ({area.level}{f', {valid}' if valid else ''})"
    above = " > ".join(one.name for one in areas.above(area.key, options.hierarchy, options.day))
    if above:
        yield f"    liegt in: {above}"
    below = areas.children(area.key, options.hierarchy, options.day)
    if below:
        yield f"    {len(below)} Teile: {', '.join(f'{one.key} {one.name}' for one in below)}"


def _register(path: Path, crosswalk: Path | None) -> tuple[Areas | None, tuple[Issue, ...]]:
    """The register of a Gemeindeverzeichnis or, where it is none, of an own list."""
    reading = read(path)
    if reading.kind == "gemeindeverzeichnis":
        history = read(crosswalk).apportionments if crosswalk else ()
        built = register(with_history(reading.areas, history))
        return built.areas, (*reading.issues, *built.issues)
    listed = read_area_list(path)
    built = register(listed.areas, memberships=listed.memberships, unions=listed.unions)
    return (None if listed.issues else built.areas), listed.issues


def check(options: argparse.Namespace) -> int:
    """What a list holds, and all its faults."""
    known = read(options.register).areas if options.register else ()
    found = read_area_list(options.list, known=known)
    tell_issues(found.issues)
    if not found.issues:
        print(_counted(found))
    return exit_code(found.issues)


def _counted(found: AreaList) -> str:
    hierarchies = len({one.hierarchy for one in found.memberships})
    return (
        f"{len(found.areas)} Gebiete, {len(found.memberships)} Zuordnungen in {hierarchies} weiteren Gliederungen, "
        f"{len(found.unions)} zusammengesetzte Gebiete; keine Fehler."
    )


def run_rebase(options: argparse.Namespace) -> int:
    """The counts on the territory of the crosswalk: told on standard output, or written to a file."""
    key = read(options.crosswalk)
    readings = [read(path) for path in options.delivery]
    issues = [issue for reading in (key, *readings) for issue in reading.issues]
    if not key.apportionments or exit_code(issues):
        tell_issues(issues)
        return 1
    observations = [one for reading in readings for one in reading.observations]
    result = rebase_series(observations, key.apportionments, weighting=Weighting(options.weighting))
    counts = [one for one in result.counts if not options.area or one.area in options.area]
    tell_issues((*issues, *_near(result, options.area)))
    tell(_summary(observations, counts, max(row.target_day for row in key.apportionments), options.weighting))
    if options.out:
        write_whole(options.out, _csv(counts))
    else:
        print("\n".join(map(_line, counts)))
    return int(any(issue.severity is Severity.ERROR for issue in result.issues))


def _near(result: Rebasing, asked: list[str] | None) -> Iterator[Issue]:
    """Every error, and the warnings of the areas that were asked for."""
    for issue in result.issues:
        if issue.severity is Severity.ERROR or not asked or any(area in issue.message for area in asked):
            yield issue


def _summary(observations: Iterable[Observation], counts: list[Rebased], day: date, weighting: str) -> str:
    estimated = sum(one.apportioned for one in counts)
    measured = "Beschäftigten" if weighting == Weighting.EMPLOYEES else "Bevölkerung"
    return (
        f"{sum(1 for _ in observations)} Werte gelesen; {len(counts)} Anzahlen auf dem Gebietsstand {day:%d.%m.%Y}, "
        f"davon {estimated} geschätzt (geteilte Gebiete nach {measured}), die übrigen genau."
    )


def _line(one: Rebased) -> str:
    shown = "umgerechnet, genau"
    if one.apportioned:
        shown = f"geschätzt, ± {format_number(one.error, 1)} je nach Gewichtung"
    features = " | ".join(f"{feature}: {category}" for feature, category in one.breakdown.pairs)
    parts = (one.measure, features, one.area, one.period.label, format_figure(one.figure, one.unit), shown)
    return "; ".join(filter(None, parts))


def _csv(counts: Iterable[Rebased]) -> bytes:
    """As `mehrklang read --out`: semicolons, a byte order mark, numbers with all digits."""
    return csv_text([_COLUMNS, *map(_row, counts)], line_end="\n").encode("utf-8-sig")


def _row(one: Rebased) -> tuple[str, ...]:
    figure = one.figure
    features = " | ".join(f"{feature}: {category}" for feature, category in one.breakdown.pairs)
    return (
        one.measure,
        one.area,
        one.period.key,
        features,
        one.unit.value,
        "" if figure.number is None else f"{figure.number:f}",
        figure.sign.value if figure.sign else "",
        "ja" if one.apportioned else "nein",
        format_exact(one.error) if one.apportioned else "",
    )
