"""`mehrklang demo`: writes the demonstration municipality."""

import argparse
import tempfile
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.output import tell
from mehrklang.demo import write_demo, write_register_sample
from mehrklang.demo.folder import INHABITANTS, SEED


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Schreibt das Monitoring einer erfundenen Kommune mit Daten, Zielen und Interpretationen."
    parser = add_command(commands, "demo", run, text)
    parser.add_argument(
        "out", metavar="ORDNER", type=Path, help="Ordner, der angelegt wird; er muss neu oder leer sein"
    )
    parser.add_argument(
        "--einwohner",
        metavar="N",
        type=_inhabitants,
        default=INHABITANTS,
        help=f"Zahl der Menschen (sonst {INHABITANTS})",
    )
    parser.add_argument(
        "--seed", metavar="S", type=int, default=SEED, help=f"Startwert (sonst {SEED}); gleicher Wert, gleiche Kommune"
    )
    parser.add_argument(
        "--register", action="store_true", help="schreibt statt des Monitorings erfundene Registerzeilen mit Rezept"
    )


def run(options: argparse.Namespace) -> int:
    """Writes beside the target and renames, so that the folder is whole or not there."""
    out: Path = options.out
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        tell(f"„{out}“ gibt es schon. Nennen Sie einen neuen oder leeren Ordner.")
        return 1
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as beside:
        folder = Path(beside) / "monitoring"
        folder.mkdir()
        write = write_register_sample if options.register else write_demo
        write(folder, inhabitants=options.einwohner, seed=options.seed)
        folder.replace(out)
    tell(f"Geschrieben: {out}. Weiter mit: {_next(out, register=options.register)}")
    return 0


def _next(out: Path, *, register: bool) -> str:
    if register:
        return f"mehrklang tabulate {out / 'register.csv'} --recipe {out / 'rezept.toml'} --out wuerfel"
    return f"mehrklang report {out} --audience verwaltung --out bericht.pdf"


def _inhabitants(text: str) -> int:
    """A size at which there is something to see."""
    number = int(text)
    if not 2_000 <= number <= 500_000:
        raise argparse.ArgumentTypeError(f"{text!r} liegt nicht zwischen 2000 und 500000")
    return number
