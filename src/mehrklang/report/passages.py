"""Passages that several reports share: pictures, interpretation, state against the target."""

from collections.abc import Sequence

from mehrklang.report import markdown, sentences
from mehrklang.report.anchor import anchor
from mehrklang.report.charts import Picture, pictures
from mehrklang.report.document import Block, Callout, Figure, Paragraph, Run
from mehrklang.report.finding import Finding
from mehrklang.report.standing import standing
from mehrklang.vocabulary import Boundary


def drawn(finding: Finding, boundaries: Sequence[Boundary], *, table: str) -> tuple[Figure, ...]:
    """The pictures of a finding as blocks; `table` is the anchor of the table with the same figures."""
    return tuple(_figure(picture, table) for picture in pictures(finding, boundaries))


def interpretation(finding: Finding, *, level: int) -> tuple[Block, ...]:
    """The summary (unless the text begins with it), the text, who signed it and when, and, where the data have changed
    since, a notice before it."""
    told = finding.interpretation
    text = markdown.blocks(told.text, level=level, anchor=f"{anchor(finding.definition.code)}-text")
    opening = () if told.text.lstrip().startswith(told.summary) else (Paragraph((Run(told.summary, strong=True),)),)
    names = "; ".join(f"{each.name} ({each.office}), {each.day:%d.%m.%Y}" for each in told.signatures)
    signed = f"Unterschrieben: {names}." if names else "Noch nicht unterschrieben."
    return (*stale(finding), *opening, *text, Paragraph.of(f"{signed} Datenstand: {told.data_version}.", small=True))


def stale(finding: Finding) -> tuple[Callout, ...]:
    """The notice that the interpretation is older than the data."""
    return (Callout("⚠", "Interpretation veraltet", sentences.stale(finding), "watch"),) if finding.stale else ()


def state(finding: Finding) -> tuple[Callout, ...]:
    """Where the indicator stands, with symbol, word and sentence."""
    found = standing(finding)
    return (Callout(found.symbol, found.word, found.text, found.tone),) if found else ()


def _figure(picture: Picture, table: str) -> Figure:
    return Figure(picture.name, picture.caption, picture.wide, picture.narrow, picture.alternative, table)
