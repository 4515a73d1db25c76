"""A report of an edition, and what does not go into it."""

from dataclasses import dataclass
from enum import Enum

from django.utils.formats import date_format

from mehrklang.report import Audience, Finding, ReportHeading, compose, csv, html, pdf
from mehrklang_web.interpretation.queries import Line, findings, lines
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.assembly import boundaries_of
from mehrklang_web.results.models import Run


class Form(Enum):
    """A file form of reports: its ending, its media type, its name."""

    HTML = ("html", "text/html; charset=utf-8", "HTML")
    PDF = ("pdf", "application/pdf", "PDF")


@dataclass(frozen=True, slots=True)
class Report:
    """A finished report: the bytes and the name of the file."""

    name: str
    media_type: str
    content: bytes


def going_out(edition: Edition) -> list[Line]:
    """The indicators that a report will hold."""
    return [line for line in lines(edition, working_values=False) if line.shown]


def staying(edition: Edition) -> list[Line]:
    """The indicators that stay behind, because they are not, no longer or not jointly interpreted, or lack data."""
    return [
        line for line in lines(edition, working_values=False) if line.standing is not Standing.VALID or not line.shown
    ]


def report(run: Run, *, audience: Audience, form: Form) -> Report:
    """The report of an edition for an audience."""
    content = _content(run, findings(run.edition, run), audience, form)
    ending, media_type, _ = form.value
    return Report(f"integrationsmonitoring-{run.edition.label}-{audience.value}.{ending}", media_type, content)


def table(run: Run) -> Report:
    """All values that may go out, as a table; with a byte order mark, by which Excel recognises umlauts."""
    name = f"integrationsmonitoring-{run.edition.label}-werte.csv"
    return Report(name, "text/csv; charset=utf-8", csv.render(findings(run.edition, run)).encode("utf-8-sig"))


def _content(run: Run, found: tuple[Finding, ...], audience: Audience, form: Form) -> bytes:
    edition = run.edition
    heading = ReportHeading(
        title=edition.monitor.title,
        organisation=edition.monitor.organisation,
        edition=f"Ausgabe {edition.label}",
        date_text=f"Ergebnisse vom {date_format(run.at, 'j. F Y')}",
        introduction=edition.introduction,
    )
    document = compose(found, audience=audience, heading=heading, boundaries=boundaries_of(edition))
    return (
        html.render(document).encode()
        if form is Form.HTML
        else pdf.render(document, created=run.at.replace(microsecond=0))
    )
