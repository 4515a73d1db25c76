"""`konto_anlegen ANMELDENAME NAME ROLLE`: the first account of an installation."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from mehrklang_web.audit.actions import Installation
from mehrklang_web.people.actions import open_account
from mehrklang_web.people.models import Role


class Command(BaseCommand):
    """The command."""

    help = "Legt ein Konto an; das erste Passwort wird abgefragt und bei der ersten Anmeldung geändert."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Who, and in which role."""
        parser.add_argument("anmeldename", metavar="ANMELDENAME")
        parser.add_argument("name", metavar="NAME")
        parser.add_argument("rolle", metavar="ROLLE", choices=Role.values)

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 — Django's form
        """Opens the account, or says why not."""
        username, role = options["anmeldename"], Role(options["rolle"])
        password = getpass("Erstes Passwort (mindestens zwölf Zeichen): ")
        try:
            open_account(username=username, full_name=options["name"], role=role, password=password, by=Installation())
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        except IntegrityError:
            raise CommandError(f"Den Anmeldenamen „{username}“ gibt es schon.") from None
        self.stdout.write(
            f"Angelegt: {options['name']} ({role.label}). Bei der ersten Anmeldung wird das Passwort geändert."
        )
