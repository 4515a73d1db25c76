"""From findings to a document. Nothing but findings goes in; boundaries are lines on a map, not numbers."""

from collections.abc import Sequence

from mehrklang.report import markdown
from mehrklang.report.audience import Audience, ReportHeading
from mehrklang.report.audiences import administration, politics, public
from mehrklang.report.document import Block, Document, Heading, Paragraph
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Boundary

_BODIES = {
    Audience.VERWALTUNG: administration.blocks,
    Audience.POLITIK: politics.blocks,
    Audience.OEFFENTLICHKEIT: public.blocks,
}


def compose(
    findings: Sequence[Finding],
    *,
    audience: Audience,
    heading: ReportHeading,
    boundaries: Sequence[Boundary] = (),
) -> Document:
    """The report for an audience. ValueError if an indicator stands in it twice, TypeError for what is no finding."""
    for finding in findings:
        if not isinstance(finding, Finding):
            raise TypeError("a report is composed of findings and nothing else")
    body = _BODIES[audience](findings, boundaries) if findings else _EMPTY
    return Document(
        title=heading.title,
        organisation=heading.organisation,
        edition=heading.edition,
        date_text=heading.date_text,
        audience=audience,
        blocks=(*_introduction(heading), *body),
    )


def _introduction(heading: ReportHeading) -> tuple[Block, ...]:
    if not heading.introduction.strip():
        return ()
    text = markdown.blocks(heading.introduction, level=3, anchor="einleitung-text")
    return (Heading(2, "Einleitung", "einleitung"), *text)


_EMPTY: tuple[Block, ...] = (Paragraph.of("Für diesen Bericht ist kein Indikator freigegeben."),)
