"""The command `run`."""

import argparse
import sys
from collections.abc import Sequence

from django.conf import settings

from mehrklang_web.start.cast import Login
from mehrklang_web.start.preparation import prepare, prepare_empty
from mehrklang_web.start.server import FIRST_PORT, LOOPBACK, Server, free_port


def run(arguments: Sequence[str]) -> None:
    """Prepares the demonstration, or an empty installation, and serves it until it is interrupted."""
    parser = argparse.ArgumentParser(
        prog="python -m mehrklang_web run", description="Startet Mehrklang auf diesem Rechner."
    )
    parser.add_argument("--port", type=int, default=FIRST_PORT, help="Port (0: irgendein freier)")
    parser.add_argument("--leer", action="store_true", help="eigene Kommune statt der Demonstration")
    options = parser.parse_args(arguments)
    port = free_port(options.port)
    _say("Mehrklang wird vorbereitet …")
    text = _welcome_empty(port, prepare_empty()) if options.leer else _welcome(port, prepare())
    Server(port, lambda: _say(text)).run()


def _welcome(port: int, logins: Sequence[Login]) -> str:
    rows = "\n".join(f"  {each.role:<20} {each.username:<16} {each.password}" for each in logins)
    return (
        f"\nMehrklang läuft: http://{LOOPBACK}:{port}/\n\n"
        f"Zugänge der Demonstration (erfundene Kommune, nur auf diesem Rechner):\n"
        f"  {'Rolle':<20} {'Anmeldename':<16} Passwort\n{rows}\n\nBeenden mit Strg+C.\n"
    )


def _welcome_empty(port: int, first: Login | None) -> str:
    login = (
        f"Erste Anmeldung: {first.username}\nPasswort (wird nur jetzt gezeigt): {first.password}\n"
        "Bei der Anmeldung wählen Sie ein eigenes. "
        "Legen Sie damit unter „Konten“ die Konten für Koordination und Statistik an."
        if first
        else "Melden Sie sich mit Ihrem Konto an."
    )
    return f"\nMehrklang läuft: http://{LOOPBACK}:{port}/\n\n{login}\n\nDaten: {settings.VAR}\nBeenden mit Strg+C.\n"


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
