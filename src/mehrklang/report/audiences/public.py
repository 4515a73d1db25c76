"""The report for the public: each indicator with the question that it answers, in plain words; methods at the end."""

from collections.abc import Sequence
from dataclasses import replace

from mehrklang.report import backmatter, events, kind_sentences, missed, passages, positions, reading, sentences, tables
from mehrklang.report.anchor import anchor
from mehrklang.report.document import Block, Heading, Paragraph, Table, Term, Terms
from mehrklang.report.fields import by_field
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Boundary


def blocks(findings: Sequence[Finding], boundaries: Sequence[Boundary]) -> tuple[Block, ...]:
    """The body of the report."""
    return (
        Heading(2, "Bevor Sie lesen", "bevor"),
        Paragraph.of(sentences.NOT_UNIFORM),
        *(block for at, (field, group) in enumerate(by_field(findings))
          for block in _field(field, group, boundaries, at)),
        *_methods(findings),
        *backmatter.reading_notes(),
        *backmatter.signs(),
        *backmatter.sources(findings),
    )  # fmt: skip


def _field(field: str, findings: Sequence[Finding], boundaries: Sequence[Boundary], at: int) -> tuple[Block, ...]:
    told = [block for finding in findings for block in _indicator(finding, boundaries)]
    return (Heading(2, field, f"feld-{at + 1}"), *told)


def _indicator(finding: Finding, boundaries: Sequence[Boundary]) -> tuple[Block, ...]:
    name, figures = anchor(finding.definition.code), tables.figure_tables(finding)
    return (
        Heading(3, finding.definition.name, name),
        Paragraph.of(finding.definition.question, lead=True),
        Paragraph.of(_key_sentence(finding)),
        *_state(finding),
        *missed.plainly(finding),
        *passages.drawn(finding, boundaries, table=figures[0].anchor if figures else ""),
        *(
            _folded(each) if isinstance(each, Table) else each
            for each in positions.positions(finding, boundaries, level=4)
        ),
        Heading(4, "Was die Zahlen bedeuten", f"{name}-deutung"),
        *passages.interpretation(finding, level=5),
        *(_folded(table) for table in (*figures, *events.event_tables(finding))),
    )


def _key_sentence(finding: Finding) -> str:
    """The latest value, and the movement where one may speak of it."""
    line = reading.lead(finding)
    moved = f" Entwicklung: {sentences.movement(line.assessment.trend)}." if line and line.assessment else ""
    return f"{sentences.latest(finding)}{moved}"


def _state(finding: Finding) -> tuple[Block, ...]:
    """The state, only where there is a target: "ohne Ziel" everywhere would tell the public nothing."""
    line = reading.lead(finding)
    return passages.state(finding) if line and line.assessment and line.assessment.target else ()


def _folded(table: Table) -> Table:
    return replace(table, folded=True)


def _methods(findings: Sequence[Finding]) -> tuple[Block, ...]:
    """How each figure is computed."""
    entries = tuple(Term(finding.definition.name, (Paragraph.of(_method(finding)),)) for finding in findings)
    return (Heading(2, "Wie die Zahlen entstehen", "methoden"), Terms(entries)) if entries else ()


def _method(finding: Finding) -> str:
    of = finding.definition
    parts = [kind_sentences.definition(of), of.method, *of.notes]
    parts += [f"Quelle: {'; '.join(source.name for source in finding.sources)}." if finding.sources else ""]
    return " ".join(part for part in parts if part)
