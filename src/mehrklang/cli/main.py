"""Finds the command and runs it; whatever goes wrong becomes a German sentence."""

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from mehrklang import __version__
from mehrklang.cli import (
    audit_command,
    catalogue_command,
    check_command,
    compute_command,
    demo_command,
    diff_command,
    fetch_command,
    needs_command,
    protect_command,
    read_command,
    report_command,
    tabulate_command,
    territory_command,
)
from mehrklang.cli.german_argparse import german
from mehrklang.cli.output import tell

_COMMANDS = (
    read_command,
    check_command,
    catalogue_command,
    compute_command,
    report_command,
    demo_command,
    diff_command,
    needs_command,
    fetch_command,
    tabulate_command,
    protect_command,
    audit_command,
    territory_command,
)

_EPILOG = "Rückgabewerte: 0 erledigt, 1 die Eingabe enthält Fehler, 2 falscher Aufruf."


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    _speak_utf8()
    with german():
        options = _parser().parse_args(arguments)
    try:
        code = options.run(options)
        assert isinstance(code, int)
        sys.stdout.flush()  # here and not at the very end, where a closed pipe would leave a traceback
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        tell(_about_file(error))
    except KeyboardInterrupt:
        tell("Abgebrochen; es wurde nichts Halbes geschrieben.")
    except Exception as error:  # noqa: BLE001 — the last line of defence: an office never meets a traceback
        tell(
            f"Unerwarteter Fehler des Programms ({type(error).__name__}: {error}). Es wurde nichts Halbes geschrieben. "
            "Bitte melden Sie diesen Satz mit dem Aufruf."
        )
    else:
        return code
    return 1


def _about_file(error: OSError) -> str:
    """Faults of our own carry their sentence; those of the system carry the file and a reason."""
    if error.filename is None:
        return str(error)
    return f"Die Datei „{error.filename}“ lässt sich nicht lesen oder schreiben: {error.strerror}."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mehrklang", description="Kommunales Integrationsmonitoring auf der Kommandozeile.", epilog=_EPILOG
    )
    parser.add_argument("--version", action="version", version=f"mehrklang {__version__}", help="zeigt die Version")
    commands = parser.add_subparsers(title="Befehle", metavar="BEFEHL", required=True)
    for command in _COMMANDS:
        command.add(commands)
    return parser


def _speak_utf8() -> None:
    """Whatever the locale of the machine, signs and umlauts go out as UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
