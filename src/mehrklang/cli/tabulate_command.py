"""`mehrklang tabulate`: counts the rows of a register into a cube that stays in the statistics office."""

import argparse
import tempfile
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.output import exit_code, tell, tell_issues
from mehrklang.pipeline.tabulating import tabulate_register
from mehrklang.pipeline.tabulation_recipe import read_recipe


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Zählt Registerzeilen nach einem Rezept aus. Das Ergebnis ist ungeschützt und bleibt in der Statistikstelle."
    parser = add_command(commands, "tabulate", run, text)
    parser.add_argument(
        "register", metavar="REGISTER", help="Registerzeilen als CSV, Parquet oder SQLite, oder postgresql://…"
    )
    parser.add_argument("--recipe", metavar="TOML", type=Path, required=True, help="Rezept der Auszählung")
    parser.add_argument("--out", metavar="WÜRFEL", type=Path, required=True, help="Ordner; er muss neu oder leer sein")
    parser.add_argument("--secret", metavar="DATEI", type=Path, help="Geheimnis der Satzschlüssel (Cell-Key-Methode)")


def run(options: argparse.Namespace) -> int:
    """Writes beside the target and renames, so that the folder is whole or not there."""
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        tell(f"„{out}“ gibt es schon. Nennen Sie einen neuen oder leeren Ordner.")
        return 1
    secret = options.secret.read_text(encoding="utf-8").strip() if options.secret else ""
    recipe, issues = read_recipe(options.recipe)
    if recipe is None:
        tell_issues(issues)
        return 1
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as beside:
        folder = Path(beside) / "wuerfel"
        folder.mkdir()
        issues = tabulate_register(options.register, recipe, folder, secret=secret)
        if not exit_code(issues):
            folder.replace(out)
            tell(f"Geschrieben: {out}. Ungeschützt – verlässt die Statistikstelle nicht. Weiter mit: mehrklang protect")
    tell_issues(issues)
    return exit_code(issues)
