"""`mehrklang protect`: makes the protected delivery, the only thing that crosses to the web application."""

import argparse
from getpass import getuser
from pathlib import Path

from mehrklang.catalogue import RuleSet
from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_text import json_text
from mehrklang.cli.output import exit_code, tell, tell_issues, write_whole
from mehrklang.cli.protocol_json import protocol_json
from mehrklang.pipeline.costing import cost_in_words
from mehrklang.pipeline.delivery_table import delivery_table
from mehrklang.pipeline.protecting import cost_of_cube, protect_cube, rules_from


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = (
        "Schützt einen Würfel nach einem Regelsatz, prüft das Ergebnis und schreibt die Lieferung für das Monitoring."
    )
    parser = add_command(commands, "protect", run, text)
    parser.add_argument("cube", metavar="WÜRFEL", type=Path, help="Ordner aus „mehrklang tabulate“")
    parser.add_argument(
        "--rules", metavar="REGELSATZ", required=True, help="Schlüssel eines Regelsatzes im Katalog oder TOML-Datei"
    )
    parser.add_argument(
        "--at-least", metavar="SCHLÜSSEL", default="", help="Regelsatz der Quelle, der nicht gelockert werden darf"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--out", metavar="LIEFERUNG", type=Path, help="CSV im Tabellenformat")
    what.add_argument(
        "--alternatives",
        action="store_true",
        help="schreibt nichts; sagt, was der Schutz und was weniger kostet",
    )
    parser.add_argument("--protocol", metavar="JSON", type=Path, help="Protokoll; es bleibt in der Statistikstelle")
    parser.add_argument("--by", metavar="NAME", help="wer schützt (sonst das Benutzerkonto); steht im Protokoll")
    parser.add_argument("--secret", metavar="DATEI", type=Path, help="Geheimnis der zufälligen Rundung, als Textdatei")
    parser.add_argument(
        "--history", metavar="LIEFERUNG", type=Path, nargs="+", default=(), help="früher veröffentlichte Lieferungen"
    )


def run(options: argparse.Namespace) -> int:
    """Writes the protocol and then the delivery, or nothing."""
    rules, issues = rules_from(options.rules, at_least=options.at_least)
    if rules is None:
        tell_issues(issues)
        return 1
    secret = options.secret.read_text(encoding="utf-8").strip() if options.secret else ""
    if options.alternatives:
        return _tell_costs(options, rules, secret)
    delivery, issues = protect_cube(options.cube, rules, secret=secret, history=tuple(options.history))
    tell_issues(issues)
    if delivery is None:
        return exit_code(issues)
    if options.protocol:
        protocol = protocol_json(delivery, rules, by=options.by or getuser())
        write_whole(options.protocol, (json_text(protocol) + "\n").encode())
    write_whole(options.out, delivery_table(delivery.cube, delivery.areas))
    done = delivery.cube.protection
    tell(
        f"Geschrieben: {options.out}. {done.cell_count} Fächer, davon gesperrt "
        f"{done.suppressed}. Zur Gegenprobe: mehrklang audit {options.out}"
    )
    return 0


def _tell_costs(options: argparse.Namespace, rules: RuleSet, secret: str) -> int:
    """Prints what protection costs now, then the coarser tables, the one that shows most first."""
    found, issues = cost_of_cube(options.cube, rules, secret=secret, history=tuple(options.history))
    tell_issues(issues)
    if found is None:
        return exit_code(issues)
    print("Was der Schutz kostet (bleibt in der Statistikstelle):")
    for each in (found.now, *found.alternatives):
        print(f"- {each.told}: {cost_in_words(each)}")
    if not found.alternatives:
        print("Keine der geprüften gröberen Gliederungen kommt mit weniger Sperrungen aus.")
    for told in found.impossible:
        print(f"- {told}: so lässt sich die Tabelle nicht schützen")
    return 0
