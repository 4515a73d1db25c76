"""`mehrklang fetch`: fetches a table through the web service of a database, as a plan says."""

import argparse
import os
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.output import exit_code, tell, tell_issues
from mehrklang.fetching import fetch, find_credentials, read_plan


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = (
        "Ruft eine Tabelle der amtlichen Statistik über den Webdienst ab (GENESIS-Online, Regionaldatenbank, Zensus)."
    )
    parser = add_command(commands, "fetch", run, text)
    parser.add_argument("plan", metavar="PLAN", type=Path, help="Abrufplan (TOML), siehe Handbuch, Seite „Abrufen“")


def run(options: argparse.Namespace) -> int:
    """Fetches what is missing in the plan's folder; exit code 1 where something asked for is not there."""
    loaded = read_plan(options.plan)
    if loaded.plan is None:
        tell_issues(loaded.issues)
        return exit_code(loaded.issues)
    found = find_credentials(loaded.plan.service, os.environ)
    if found.credentials is None:
        tell_issues(found.issues)
        return exit_code(found.issues)
    fetched = fetch(loaded.plan, found.credentials, tell=tell)
    tell_issues(fetched.issues)
    state = "vollständig" if fetched.complete else "nicht vollständig"
    counts = f"{fetched.answers} Antworten, {fetched.rows} Zeilen, {fetched.requests} Anfragen in diesem Lauf"
    print(f"{fetched.folder}: {state}; {counts}")
    return exit_code(fetched.issues)
