"""The command `run`."""

import argparse
import sys
from collections.abc import Sequence

from mehrklang_web.start.cast import Login
from mehrklang_web.start.preparation import prepare
from mehrklang_web.start.server import FIRST_PORT, LOOPBACK, Server, free_port


def run(arguments: Sequence[str]) -> None:
    """Prepares the demonstration and serves it until it is interrupted."""
    parser = argparse.ArgumentParser(prog="python -m mehrklang_web run", description="Startet die Demonstration.")
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="Port (0: irgendein freier)")
    port = free_port(parser.parse_args(arguments).port)
    _say("Mehrklang wird vorbereitet …")
    logins = prepare()
    Server(port, lambda: _say(_welcome(port, logins))).run()


def _welcome(port: int, logins: Sequence[Login]) -> str:
    rows = "\n".join(f"  {each.role:<20} {each.username:<16} {each.password}" for each in logins)
    return (
        f"\nMehrklang läuft: http://{LOOPBACK}:{port}/\n\n"
        f"Zugänge der Demonstration (erfundene Kommune, nur auf diesem Rechner):\n"
        f"  {'Rolle':<20} {'Anmeldename':<16} Passwort\n{rows}\n\nBeenden mit Strg+C.\n"
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
