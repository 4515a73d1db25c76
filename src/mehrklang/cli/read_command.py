"""`mehrklang read`: reads delivered files dry and tells what is in them and what is wrong with them."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_forms import issue_json
from mehrklang.cli.json_text import json_text
from mehrklang.cli.output import exit_code, tell, tell_issues, write_whole
from mehrklang.cli.told import add_told
from mehrklang.sources import KINDS, LoadedProfile, Reading, read, read_profile
from mehrklang.vocabulary import Finality, Observation
from mehrklang.vocabulary.spreadsheet import csv_text

_COLUMNS = (
    "groesse", "gebiet", "zeitraum", "merkmale", "einheit", "zahl", "zeichen", "grund", "material",
    "datei", "blatt", "zeile", "spalte", "rohtext",
)  # fmt: skip


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Liest Lieferungen zur Probe und nennt alle Fehler mit Stelle, Ursache und Abhilfe."
    parser = add_command(commands, "read", run, text)
    parser.add_argument("files", metavar="DATEI", type=Path, nargs="+", help="gelieferte Dateien")
    kinds = ", ".join(KINDS)
    parser.add_argument("--kind", metavar="ART", choices=tuple(KINDS), help=f"Leseart (sonst erkannt): {kinds}")
    parser.add_argument("--profile", metavar="TOML", type=Path, help="Zuordnung für Dateien unbekannter Form")
    add_told(parser)
    parser.add_argument("--out", metavar="CSV", type=Path, help="schreibt die Beobachtungen als CSV")
    parser.add_argument("--issues", metavar="JSON", type=Path, help="schreibt die Meldungen als JSON")


def run(options: argparse.Namespace) -> int:
    """Reads every file; nothing is stored."""
    told = read_profile(options.profile) if options.profile else LoadedProfile(None)
    if told.issues:
        tell_issues(told.issues)
        return exit_code(told.issues)
    readings = [
        read(
            path,
            kind=options.kind or "",
            period=options.period,
            unit=options.unit,
            profile=told.profile,
            finality=Finality(options.finality),
        )
        for path in options.files
    ]
    issues = [issue for reading in readings for issue in reading.issues]
    for path, reading in zip(options.files, readings, strict=True):
        tell(_summary(path, reading))
    tell_issues(issues)
    if options.out:
        write_whole(options.out, _csv(readings))
    if options.issues:
        write_whole(options.issues, (json_text([issue_json(issue) for issue in issues]) + "\n").encode())
    return exit_code(issues)


def _summary(path: Path, reading: Reading) -> str:
    state = "lesbar" if reading.usable else "so nicht verwendbar"
    counts = f"{len(reading.observations)} Beobachtungen, {len(reading.areas)} Gebiete, {len(reading.issues)} Meldungen"
    return f"{path.name}: {state} als {reading.kind or 'unbekannte Leseart'}; {counts}"


def _csv(readings: Sequence[Reading]) -> bytes:
    """Semicolons and a byte order mark, so that a double click opens it in a German Excel; numbers with a point."""
    rows = (_row(observation) for reading in readings for observation in reading.observations)
    return csv_text([_COLUMNS, *rows], line_end="\n").encode("utf-8-sig")


def _row(observation: Observation) -> tuple[str, ...]:
    figure, cell = observation.figure, observation.cell
    return (
        observation.measure,
        observation.area,
        observation.period.key,
        " | ".join(f"{feature}: {category}" for feature, category in observation.breakdown.pairs),
        observation.unit.value,
        "" if figure.number is None else f"{figure.number:f}",
        figure.sign.value if figure.sign else "",
        figure.reason.value if figure.reason else "",
        observation.material.value,
        cell.file,
        cell.sheet,
        str(cell.line),
        cell.column,
        cell.raw,
    )
