"""The full report for the administration: overview, goals, and a Steckbrief page per indicator."""

from collections.abc import Sequence

from mehrklang.report import backmatter, events, missed, overview, passages, positions, profile, sentences, tables
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Block, Heading, PageBreak, Paragraph
from mehrklang.report.fields import by_field
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Boundary


def blocks(findings: Sequence[Finding], boundaries: Sequence[Boundary]) -> tuple[Block, ...]:
    """The body of the report."""
    return (
        *_overview(findings),
        *(block for at, (field, group) in enumerate(by_field(findings))
          for block in _field(field, group, boundaries, at)),
        PageBreak(),
        *backmatter.reading_notes(sentences.NOT_UNIFORM),
        *backmatter.signs(),
        *backmatter.sources(findings),
    )  # fmt: skip


def _overview(findings: Sequence[Finding]) -> tuple[Block, ...]:
    goals = overview.goals(findings, anchor="ziele-tabelle")
    return (
        Heading(2, "Überblick", "ueberblick"),
        overview.overview(findings, anchor="ueberblick-tabelle", caption="Alle Indikatoren auf einen Blick"),
        *((Heading(2, "Ziele und Indikatoren", "ziele"), goals) if goals else ()),
    )


def _field(field: str, findings: Sequence[Finding], boundaries: Sequence[Boundary], at: int) -> tuple[Block, ...]:
    pages = [block for number, each in enumerate(findings) for block in _page(each, boundaries, first=number == 0)]
    return (PageBreak(), Heading(2, field, f"feld-{at + 1}"), *pages)


def _page(finding: Finding, boundaries: Sequence[Boundary], *, first: bool) -> tuple[Block, ...]:
    """The Steckbrief of one indicator, in the field's own order."""
    of, name = finding.definition, anchor(finding.definition.code)
    figures = tables.figure_tables(finding, base=True)
    drawn = passages.drawn(finding, boundaries, table=figures[0].anchor if figures else "")
    return (
        *(() if first else (PageBreak(),)),
        Heading(3, of.name, name),
        Paragraph.of(of.question, lead=True),
        *passages.state(finding),
        profile.profile(finding),
        Heading(4, "Tabelle", f"{name}-zahlen"),
        *(figures or (Paragraph.of("Es liegen keine Werte vor."),)),
        *_revisions(finding, name),
        *((Heading(4, "Diagramm", f"{name}-bild"), *drawn) if drawn else ()),
        *events.event_tables(finding),
        *positions.positions(finding, boundaries, level=4),
        *_evaluation(finding, name),
        Heading(4, "Interpretation", f"{name}-deutung"),
        *passages.interpretation(finding, level=5),
    )


def _revisions(finding: Finding, name: str) -> tuple[Block, ...]:
    found = tuple(tables.revised(finding))
    return (Heading(4, "Revisionen", f"{name}-revisionen-titel"), *found) if found else ()


def _evaluation(finding: Finding, name: str) -> tuple[Block, ...]:
    found, past = profile.evaluation(finding), missed.in_full(finding)
    terms = (*((found,) if found.terms else ()), *past)
    return (Heading(4, "Ziel und Bewertung", f"{name}-bewertung"), *terms) if terms else ()
