"""What stands at the end of every report: how to read it, the signs, the sources."""

from collections.abc import Sequence

from mehrklang.assessment import TargetState
from mehrklang.report import sentences
from mehrklang.report.document import Block, Bullets, Heading, Paragraph, Term, Terms
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Sign


def reading_notes() -> tuple[Block, ...]:
    """How the figures are to be read, without ranking and without claims of effect."""
    return (
        Heading(2, "Hinweise zum Lesen", "hinweise"),
        Paragraph.of(sentences.NOT_UNIFORM),
        Paragraph.of(sentences.NO_EFFECT),
        Paragraph.of(
            "Zahlen sind kaufmännisch gerundet; gerechnet wird mit ungerundeten Zahlen. Summen und Abstände können "
            "deshalb in der letzten Stelle abweichen."
        ),
    )


def signs() -> tuple[Block, ...]:
    """All signs of the tables, and all states with their symbols."""
    explained = [Term(sign.value, (Paragraph.of(sign.meaning),)) for sign in Sign]
    states = [Term(state.symbol, (Paragraph.of(state.label),)) for state in TargetState]
    return (
        Heading(2, "Zeichenerklärung", "zeichen"),
        Paragraph.of("In Tabellen und Diagrammen (nach DIN 55301):"),
        Terms(tuple(explained)),
        Paragraph.of("Stand zum Ziel:"),
        Terms(tuple(states)),
    )


def sources(findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The sources with their licences, each once."""
    found = {source.key: source for finding in findings for source in finding.sources}
    if not found:
        return ()
    items = tuple(
        (Paragraph.of(f"{source.citation or source.name}. {source.producer}. Lizenz: {source.licence}."),)
        for source in found.values()
    )
    return (Heading(2, "Quellen", "quellen"), Bullets(items))
