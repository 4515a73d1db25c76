"""Passages that several reports share: pictures, interpretation, state against the target."""

from collections.abc import Sequence

from mehrklang.assessment import Assessment, TargetState
from mehrklang.report import markdown, sentences
from mehrklang.report.anchor import anchor
from mehrklang.report.charts import Picture, pictures
from mehrklang.report.document import Block, Callout, Figure, Paragraph, Run
from mehrklang.report.finding import Finding
from mehrklang.vocabulary import Boundary

_TONES = {
    TargetState.REACHED: "good",
    TargetState.ON_COURSE: "good",
    TargetState.OFF_COURSE: "watch",
    TargetState.FAR_OFF_COURSE: "act",
    TargetState.NOT_ASSESSABLE: "neutral",
}


def drawn(finding: Finding, boundaries: Sequence[Boundary], *, table: str) -> tuple[Figure, ...]:
    """The pictures of a finding as blocks; `table` is the anchor of the table with the same figures."""
    return tuple(_figure(picture, table) for picture in pictures(finding, boundaries))


def interpretation(finding: Finding, *, level: int) -> tuple[Block, ...]:
    """The text, who signed it and when, and, where the data have changed since, a notice before it."""
    told = finding.interpretation
    text = markdown.blocks(told.text, level=level, anchor=f"{anchor(finding.definition.code)}-text")
    names = "; ".join(f"{each.name} ({each.office}), {each.day:%d.%m.%Y}" for each in told.signatures)
    signed = f"Unterschrieben: {names}." if names else "Noch nicht unterschrieben."
    return (*stale(finding), *text, Paragraph.of(f"{signed} Datenstand: {told.data_version}.", small=True))


def stale(finding: Finding) -> tuple[Callout, ...]:
    """The notice that the interpretation is older than the data."""
    return (Callout("⚠", "Interpretation veraltet", sentences.stale(finding), "watch"),) if finding.stale else ()


def state(assessment: Assessment) -> Callout:
    """The state with symbol and word, and its reason."""
    return Callout(assessment.state.symbol, assessment.state.label, assessment.reason, _TONES[assessment.state])


def state_words(assessment: Assessment | None) -> str:
    """The state for a table cell: symbol and word."""
    return f"{assessment.state.symbol} {assessment.state.label}" if assessment else "nicht bewertet"


def note(text: str) -> Paragraph:
    """A note in small letters."""
    return Paragraph((Run(text),), small=True)


def _figure(picture: Picture, table: str) -> Figure:
    return Figure(picture.name, picture.caption, picture.wide, picture.narrow, picture.alternative, table)
