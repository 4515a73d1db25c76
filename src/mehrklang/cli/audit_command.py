"""`mehrklang audit`: attacks a finished delivery from outside, with nothing but the file."""

import argparse
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.json_forms import issue_json
from mehrklang.cli.json_text import Json, json_text
from mehrklang.cli.output import exit_code, tell, tell_issues
from mehrklang.cli.protocol_json import cell_json
from mehrklang.pipeline.delivery_audit import DeliveryAudit, audit_delivery


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Prüft eine geschützte Lieferung von außen: Lässt sich ein gesperrter Wert aus den übrigen errechnen?"
    parser = add_command(commands, "audit", run, text)
    parser.add_argument("delivery", metavar="LIEFERUNG", type=Path, help="CSV aus „mehrklang protect“")
    parser.add_argument(
        "--history", metavar="LIEFERUNG", type=Path, nargs="+", default=(), help="früher veröffentlichte Lieferungen"
    )
    parser.add_argument("--json", action="store_true", help="gibt das Ergebnis als JSON aus")


def run(options: argparse.Namespace) -> int:
    """Exit code 1 where a suppressed value can be computed or the file cannot be read."""
    audit = audit_delivery(options.delivery, history=tuple(options.history))
    tell_issues(audit.issues)
    if options.json:
        print(json_text(_json(audit)))
    else:
        tell(
            f"{options.delivery.name}: {audit.cells} Fächer, {len(audit.suppressed)} gesperrt, "
            f"davon errechenbar {len(audit.found_out)}."
        )
    return exit_code(audit.issues)


def _json(audit: DeliveryAudit) -> Json:
    return {
        "form": 1,
        "faecher": audit.cells,
        "gesperrt": len(audit.suppressed),
        "errechenbar": len(audit.found_out),
        "spannen": [
            {"fach": cell_json(each.key), "mindestens": each.least, "hoechstens": each.greatest}
            for each in audit.suppressed
        ],
        "meldungen": [issue_json(issue) for issue in audit.issues],
    }
