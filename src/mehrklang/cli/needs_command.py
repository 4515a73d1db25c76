"""`mehrklang needs`: which figures a monitoring lacks, from whom, and what it needs them for."""

import argparse
from pathlib import Path

from mehrklang.catalogue import load
from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_text import Json, json_text
from mehrklang.cli.output import exit_code, tell_issues
from mehrklang.package import DataNeed, data_needs, needs_csv, read_folder


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Nennt den Datenbedarf eines Monitorings: was fehlt, von wem, wozu."
    parser = add_command(commands, "needs", run, text)
    parser.add_argument("folder", metavar="ORDNER", type=Path, help="Ordner des Monitorings")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="Ausgabe als JSON")
    form.add_argument("--csv", action="store_true", help="Ausgabe als CSV für Tabellenprogramme")


def run(options: argparse.Namespace) -> int:
    """Prints the list; 1 if the folder has errors."""
    reading = read_folder(options.folder)
    tell_issues(reading.issues)
    if reading.monitoring is not None:
        print(_printed(data_needs(reading.monitoring, load()), options).rstrip("\r\n"))
    return exit_code(reading.issues)


def _printed(needs: tuple[DataNeed, ...], options: argparse.Namespace) -> str:
    if options.json:
        return json_text([_json(need) for need in needs])
    if options.csv:
        return needs_csv(needs)
    return "\n".join(map(_line, needs)) or "Es fehlen keine Daten."


def _line(need: DataNeed) -> str:
    whom = ", ".join(part for part in (need.source, need.holder) if part)
    return f"{need.name}: {need.lack.value}{f' {need.detail}.' if need.detail else ''} ({whom or 'Quelle offen'})"


def _json(need: DataNeed) -> dict[str, Json]:
    return {
        "indikator": need.code,
        "name": need.name,
        "was_fehlt": need.lack.value,
        "einzelheit": need.detail,
        "quelle": need.source,
        "datenhaltende_stelle": need.holder,
        "traeger": need.authority.value if need.authority else None,
        "aufgliederung": need.breakdown,
        "ziele": list(need.goals),
        "wozu": need.why,
    }
