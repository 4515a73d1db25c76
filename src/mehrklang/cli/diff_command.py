"""`mehrklang diff`: what differs between two monitorings."""

import argparse
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_text import Json, json_text
from mehrklang.cli.output import tell_issues
from mehrklang.package import Difference, Monitoring, differences, read_folder


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Nennt die Unterschiede zwischen zwei Monitoring-Ordnern: Datei, Eintrag, vorher, nachher."
    parser = add_command(commands, "diff", run, text)
    parser.add_argument("before", metavar="ORDNER", type=Path, help="der eine Ordner")
    parser.add_argument("after", metavar="ANDERER", type=Path, help="der andere Ordner")
    parser.add_argument("--json", action="store_true", help="Ausgabe als JSON")


def run(options: argparse.Namespace) -> int:
    """Prints the differences; 1 if one of the folders has errors."""
    before, after = _read(options.before), _read(options.after)
    if before is None or after is None:
        return 1
    found = differences(before, after)
    if options.json:
        print(json_text([_json(each) for each in found]))
    else:
        print("\n".join(map(_line, found)) or "Beide Ordner enthalten dasselbe Monitoring.")
    return 0


def _read(folder: Path) -> Monitoring | None:
    reading = read_folder(folder)
    if reading.monitoring is None:
        tell_issues(reading.issues)
    return reading.monitoring


def _json(each: Difference) -> dict[str, Json]:
    return {
        "datei": each.file,
        "eintrag": each.entry,
        "schluessel": each.key,
        "vorher": each.before,
        "nachher": each.after,
    }


def _line(each: Difference) -> str:
    where = ", ".join(part for part in (each.file, each.entry, each.key) if part)
    if not each.before:
        return f"+ {where}: {each.after}"
    if not each.after:
        return f"- {where}: {each.before}"
    return f"~ {where}: {each.before} → {each.after}"
