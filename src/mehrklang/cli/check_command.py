"""`mehrklang check`: the dry run of deliveries: content, faults, and the difference against earlier ones."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from mehrklang.catalogue import load
from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.dry_run_json import dry_runs_json
from mehrklang.cli.json_text import json_text
from mehrklang.cli.output import exit_code, tell_issues
from mehrklang.cli.told import add_told
from mehrklang.plausibility import Change, Comparison, DryRun, MeasureContent, preview_all
from mehrklang.sources import KINDS, LoadedProfile, Profile, Reading, read, read_profile
from mehrklang.vocabulary import Finality, Observation, Severity
from mehrklang.vocabulary.german import format_exact, format_figure, format_number

_SHOWN = 10


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = (
        "Prüft Lieferungen, ohne sie zu speichern: Inhalt, Fehler, Unstimmigkeiten, Unterschied zur letzten Lieferung."
    )
    parser = add_command(commands, "check", run, text)
    parser.add_argument("files", metavar="DATEI", type=Path, nargs="+", help="gelieferte Dateien, gemeinsam geprüft")
    parser.add_argument(
        "--against", metavar="ALT", type=Path, nargs="+", default=[], help="frühere Lieferungen zum Vergleich"
    )
    parser.add_argument("--kind", metavar="ART", choices=tuple(KINDS), help="Leseart (sonst erkannt)")
    parser.add_argument("--profile", metavar="TOML", type=Path, help="Zuordnung für Dateien unbekannter Form")
    add_told(parser)
    parser.add_argument("--json", action="store_true", help="alles als JSON auf die Standardausgabe")


def run(options: argparse.Namespace) -> int:
    """Tells what is in the files; issues go to standard error; nothing is stored."""
    told = read_profile(options.profile) if options.profile else LoadedProfile(None)
    if told.issues:
        tell_issues(told.issues)
        return exit_code(told.issues)
    readings = [_read(path, options, told.profile) for path in options.files]
    earlier = [_read(path, options, told.profile) for path in options.against]
    runs = preview_all(readings, earlier, catalogue=load())
    for each in runs:
        tell_issues(each.issues)
    if options.json:
        print(json_text(dry_runs_json(runs)))
    else:
        print("\n".join(line for each in runs for line in _lines(each)))
    return exit_code(issue for each in runs for issue in each.issues)


def _read(path: Path, options: argparse.Namespace, profile: Profile | None) -> Reading:
    return read(
        path,
        kind=options.kind or "",
        period=options.period,
        unit=options.unit,
        profile=profile,
        finality=Finality(options.finality),
    )


def _lines(run: DryRun) -> Iterator[str]:
    counts = ", ".join(f"{len(run.of(one))} {_NAMES[one]}" for one in Severity)
    yield f"{run.file}: {'verwendbar' if run.usable else 'so nicht verwendbar'} als {run.kind or 'unbekannt'}; {counts}"
    for content in run.contents:
        yield f"  {_content(content)}"
    if run.comparison:
        yield from _comparison(run.comparison)


_NAMES = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.NOTE: "Hinweise"}


def _content(content: MeasureContent) -> str:
    first, last = content.periods[0].label, content.periods[-1].label
    signs = f" ({content.signs} Zeichen ohne Zahl)" if content.signs else ""
    return (
        f"{content.measure}, {content.unit.description}: {content.observations} Werte{signs}, "
        f"{content.areas} Gebiete, {len(content.periods)} Zeiträume ({first} bis {last})"
    )


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield (
        f"  Gegenüber der früheren Lieferung: {len(comparison.new)} neu, {len(comparison.changed)} geändert, "
        f"{len(comparison.vanished)} entfallen, {comparison.unchanged} unverändert"
    )
    for change in comparison.changed[:_SHOWN]:
        yield f"    {_change(change)}"


def _change(change: Change) -> str:
    one = change.after
    place = f"{one.measure}, {one.area}, {one.period.label}, {one.breakdown.label} (Zeile {one.cell.line})"
    share = "" if change.relative is None else f" ({format_number(change.relative, 1)} %)"
    return f"{place}: {_exact(change.before)} → {_exact(one)}{share}"


def _exact(one: Observation) -> str:
    """The number with all its decimals, so that small changes can be seen; else the sign."""
    number = one.figure.number
    return format_figure(one.figure, one.unit) if number is None or one.figure.sign else format_exact(number)
