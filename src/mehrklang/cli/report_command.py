"""`mehrklang report`: writes the report of a monitoring for one audience."""

import argparse
from datetime import UTC, date, datetime
from pathlib import Path

from mehrklang.cli.commands import Commands, add_command
from mehrklang.cli.monitoring_folder import computed
from mehrklang.cli.output import exit_code, tell, tell_issues, write_whole
from mehrklang.package import Monitoring
from mehrklang.pipeline import find
from mehrklang.report import Audience, Document, ReportHeading, compose, html, pdf
from mehrklang.vocabulary.boundary import in_force


def add(commands: Commands) -> None:
    """Adds the command to the parser."""
    text = "Schreibt den Bericht eines Monitorings für Verwaltung, Politik oder Öffentlichkeit."
    parser = add_command(commands, "report", run, text)
    parser.add_argument("folder", metavar="ORDNER", type=Path, help="Ordner des Monitorings")
    parser.add_argument("--secret", metavar="DATEI", type=Path, help="Geheimnis der zufälligen Rundung, als Textdatei")
    who = f"für wen: {', '.join(Audience)}"
    parser.add_argument("--audience", metavar="WER", choices=tuple(map(str, Audience)), required=True, help=who)
    parser.add_argument("--out", metavar="DATEI", type=_report_file, required=True, help="Zieldatei: .html oder .pdf")
    day = "Datum des Berichts, JJJJ-MM-TT (sonst das der letzten Unterschrift)"
    parser.add_argument("--datum", metavar="DATUM", type=_day, help=day)


def run(options: argparse.Namespace) -> int:
    """Writes the file, unless the folder has errors. Indicators without interpretation are named and left out."""
    outcome = computed(options.folder, secret=options.secret)
    if outcome.monitoring is None or outcome.evaluation is None:
        tell_issues(outcome.issues)
        return exit_code(outcome.issues)
    found = find(outcome.monitoring, outcome.evaluation)
    issues = (*outcome.issues, *found.issues)
    tell_issues(issues)
    day = options.datum or _last_signature(outcome.monitoring)
    document = compose(
        found.findings,
        audience=Audience(options.audience),
        heading=_heading(outcome.monitoring, day),
        boundaries=in_force(outcome.monitoring.boundaries),
    )
    write_whole(options.out, _rendered(document, options.out.suffix.lower(), day))
    count = len(found.findings)
    tell(f"Geschrieben: {options.out} ({'1 Indikator' if count == 1 else f'{count} Indikatoren'})")
    return exit_code(issues)


def _rendered(document: Document, form: str, day: date) -> bytes:
    if form == ".html":
        return html.render(document).encode("utf-8")
    return pdf.render(document, created=datetime(day.year, day.month, day.day, tzinfo=UTC))


def _last_signature(monitoring: Monitoring) -> date:
    """The day that the report speaks of, so that one folder gives one report on any day; today if unsigned."""
    days = [signature.day for text in monitoring.interpretations.values() for signature in text.signatures]
    return max(days, default=datetime.now(tz=UTC).date())


def _heading(monitoring: Monitoring, day: date) -> ReportHeading:
    return ReportHeading(
        title=monitoring.title,
        organisation=monitoring.organisation,
        edition=f"Ausgabe {monitoring.edition}",
        date_text=f"{day:%d.%m.%Y}",
        introduction=monitoring.introduction,
    )


def _report_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".html", ".pdf"):
        raise argparse.ArgumentTypeError(f"{text!r} endet nicht auf .html oder .pdf")
    return path


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} ist kein Datum der Form JJJJ-MM-TT") from None
