"""What stands at the end of every report: how to read it, the signs, the sources."""

from collections.abc import Sequence

from mehrklang.assessment import STATE_RULE, TREND_RULE, TargetState
from mehrklang.catalogue import Source
from mehrklang.report import sentences, standing, versions
from mehrklang.report.document import Block, Bullets, Heading, Paragraph, Run, Term, Terms
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Sign
from mehrklang.vocabulary.german import sentence

_RULES = (("Entwicklung", TREND_RULE), ("Stand zum Ziel", STATE_RULE), ("Spannweite", sentences.SPREAD))

IN_SHORT = (
    "„Steigend“ oder „fallend“ heißt eine Reihe nur, wenn ihr Verlauf seit dem letzten Reihenbruch mehr als Zufall "
    "ist. Der Stand zum Ziel vergleicht den neuesten Wert mit dem vereinbarten Zielpfad. Regeln, Spannweiten, Quellen "
    "und Zeichen stehen im Bericht für die Verwaltung."
)


def reading_notes(*opening: str) -> tuple[Block, ...]:
    """How the figures are to be read, without ranking and without claims of effect; `opening` comes first."""
    return (
        Heading(2, "Hinweise zum Lesen", "hinweise"),
        *(Paragraph.of(text) for text in opening),
        Paragraph.of(sentences.NO_EFFECT),
        *(Paragraph((Run(f"{name}: ", strong=True), Run(rule)), small=True) for name, rule in _RULES),
        Paragraph.of(
            "Gerechnet wird mit ungerundeten Zahlen, gedruckt kaufmännisch gerundet: Summen und Abstände können in der "
            "letzten Stelle abweichen.",
            small=True,
        ),
    )


def short_notes(*opening: str) -> tuple[Block, ...]:
    """The same for readers in a hurry: what one must not read into the figures, and where the rules stand."""
    return (
        Heading(2, "Hinweise zum Lesen", "hinweise"),
        *(Paragraph.of(text) for text in (*opening, sentences.NO_EFFECT)),
        Paragraph.of(IN_SHORT, small=True),
    )


def signs() -> tuple[Block, ...]:
    """All signs of the tables, and all states with their symbols."""
    explained = [Term(sign.value, (Paragraph.of(sign.meaning),)) for sign in Sign]
    states = [(state.symbol, state.label) for state in TargetState]
    states += [standing.FRAME, standing.PROPOSED, standing.WITHOUT_TARGET]
    return (
        Heading(2, "Zeichenerklärung", "zeichen"),
        Paragraph.of("In Tabellen und Diagrammen (nach DIN 55301):"),
        Terms(tuple(explained)),
        Paragraph.of("Hinter einer Zahl (nach der Zeichenerklärung der amtlichen Statistik):"),
        Terms(tuple(Term(state.mark, (Paragraph.of(state.meaning),)) for state in versions.MARKED)),
        Paragraph.of("Stand zum Ziel:"),
        Terms(tuple(Term(symbol, (Paragraph.of(word),)) for symbol, word in states)),
    )


def sources(findings: Sequence[Finding]) -> tuple[Block, ...]:
    """The sources with their licences, each once."""
    found = {source.key: source for finding in findings for source in finding.sources}
    if not found:
        return ()
    items = tuple((Paragraph.of(_cited(source)),) for source in found.values())
    return (Heading(2, "Quellen", "quellen"), Bullets(items))


def _cited(source: Source) -> str:
    parts = (source.citation or source.name, source.producer, f"Lizenz: {source.licence}")
    return " ".join(sentence(part) for part in parts)
