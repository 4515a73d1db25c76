"""`erinnern`: reminds, once a day, of deliveries that are late or due soon."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from mehrklang_web.audit.actions import Installation
from mehrklang_web.collection import queries
from mehrklang_web.collection.actions import remind
from mehrklang_web.collection.reminding import letter_of, to_remind
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import monitors


class Command(BaseCommand):
    """The command."""

    help = "Erinnert an überfällige und bald fällige Lieferungen, je Lieferung höchstens einmal am Tag."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How far ahead, and whether only to show."""
        parser.add_argument("--vorschau", action="store_true", help="nur zeigen, was verschickt würde")
        parser.add_argument("--tage", type=int, default=7, metavar="TAGE", help="Vorlauf in Tagen (sonst 7)")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 — Django's form
        """The newest edition of each monitor."""
        if not options["vorschau"] and not settings.EMAIL_HOST:
            raise CommandError("E-Mail ist nicht eingerichtet (MEHRKLANG_MAILSERVER). Mit --vorschau wird nur gezeigt.")
        editions = [each.editions[0] for each in monitors() if each.editions]
        sent = sum(self._remind(edition, ahead=options["tage"], preview=options["vorschau"]) for edition in editions)
        self.stdout.write(f"{'Zu verschicken' if options['vorschau'] else 'Verschickt'}: {sent}.")

    def _remind(self, edition: Edition, *, ahead: int, preview: bool) -> int:
        today = timezone.localdate()
        reminded = queries.reminded_on(edition, today)
        letters = to_remind(queries.calendar(edition, today), reminded, today=today, ahead=ahead)
        for address, waiting in letters.items():
            if preview:
                letter = letter_of(str(edition), waiting)
                self.stdout.write(f"An: {address}\nBetreff: {letter.subject}\n\n{letter.text}")
                continue
            try:
                remind(edition=edition, address=address, waiting=waiting, today=today, by=Installation())
            except OSError as error:
                raise CommandError(
                    f"Der Mailserver hat die Erinnerung an {address} nicht angenommen: {error}"
                ) from None
        return len(letters)
