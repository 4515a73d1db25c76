"""`monitoring_einlesen ORDNER`: takes a portable monitoring in and freezes its results."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from mehrklang.package import read_folder
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues.asking import Answer, AskFirstError, answering
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.signals.actions import freeze


class Command(BaseCommand):
    """The command."""

    help = "Liest ein Monitoring aus seinem Ordner ein und hält die Ergebnisse fest."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The folder, and why rules of secrecy may become looser by it."""
        parser.add_argument("ordner", type=Path, metavar="ORDNER")
        parser.add_argument(
            "--lockerung-begruendung",
            default="",
            metavar="SATZ",
            help="nur nötig, wenn der Ordner Quellen schwächer schützt als die Ausgaben, die es hier gibt: warum",
        )
        parser.add_argument(
            "--lockerung-rechtsgrundlage", default="", metavar="SATZ", help="dazu: worauf sich die Lockerung stützt"
        )

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 — Django's form
        """Says all issues; takes nothing in if one is an error."""
        reading = read_folder(options["ordner"])
        for issue in reading.issues:
            self.stderr.write(f"{issue.severity.value}: {issue.place}: {issue.message} {issue.remedy} ({issue.code})")
        if reading.monitoring is None:
            raise CommandError("Der Ordner hat Fehler; es wurde nichts eingelesen.")
        why = Answer(options["lockerung_begruendung"], options["lockerung_rechtsgrundlage"], seen=True)
        try:
            with answering(why):
                edition = take_in(monitoring=reading.monitoring, phase=Phase.CONCEPT, by=Installation())
        except AskFirstError as error:
            raise CommandError(
                f"{error} Es wurde nichts eingelesen. Soll es so sein, nennen Sie mit --lockerung-begruendung und "
                "--lockerung-rechtsgrundlage, warum und auf welcher Rechtsgrundlage."
            ) from None
        run = freeze(edition=edition, by=Installation())
        self.stdout.write(f"Eingelesen: {edition}. {run}.")
