"""`erinnern`: reminds, with one letter a day, of deliveries and of the communication plan."""

from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mehrklang_web.audit.actions import Installation
from mehrklang_web.collection import queries
from mehrklang_web.collection.actions import remind
from mehrklang_web.collection.reminding import Waiting, letter_of, near, to_remind
from mehrklang_web.communication.queries import due
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import monitors


class Command(BaseCommand):
    """The command."""

    help = (
        "Erinnert an überfällige und bald fällige Lieferungen und Einträge des Kommunikationsplans, "
        "je Adresse mit höchstens einer E-Mail am Tag."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How far ahead, and whether only to show."""
        parser.add_argument("--vorschau", action="store_true", help="nur zeigen, was verschickt würde")
        parser.add_argument(
            "--tage", type=int, default=7, metavar="TAGE", help="Vorlauf für Lieferungen in Tagen (sonst 7)"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 — Django's form
        """The newest edition of each monitor."""
        if not options["vorschau"] and not settings.EMAIL_HOST:
            raise CommandError("E-Mail ist nicht eingerichtet (MEHRKLANG_MAILSERVER). Mit --vorschau wird nur gezeigt.")
        today = timezone.localdate()
        editions = [each.editions[0] for each in monitors() if each.editions]
        waiting = [_waiting(edition, today=today, ahead=options["tage"]) for edition in editions]
        letters = to_remind(waiting, queries.reached_on(today))
        for address, parts in letters.items():
            self._show(address, parts) if options["vorschau"] else _send(address, parts, today)
        self.stdout.write(f"{'Zu verschicken' if options['vorschau'] else 'Verschickt'}: {len(letters)}.")

    def _show(self, address: str, parts: Sequence[Waiting]) -> None:
        letter = letter_of(parts)
        self.stdout.write(f"An: {address}\nBetreff: {letter.subject}\n\n{letter.text}")


def _waiting(edition: Edition, *, today: date, ahead: int) -> Waiting:
    expected = near(queries.calendar(edition, today), today=today, ahead=ahead)
    return Waiting(edition, expected, due(edition, today))


def _send(address: str, parts: Sequence[Waiting], today: date) -> None:
    try:
        remind(address=address, parts=parts, today=today, by=Installation())
    except OSError as error:
        raise CommandError(f"Der Mailserver hat die Erinnerung an {address} nicht angenommen: {error}") from None
