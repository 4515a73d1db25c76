"""Council decisions inside goals and measures: [[ziel.beschluss]], [[massnahme.beschluss]]."""

from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, sections
from mehrklang.planning import CouncilDecision

SECTION = "beschluss"


def read_decisions(row: Table) -> tuple[CouncilDecision, ...]:
    """The decisions of a goal or measure, in the order of the file."""
    return tuple(
        CouncilDecision(each.text("gremium", required=True), each.day("datum"), each.text("nummer"), each.text("text"))
        for each in row.rows(SECTION)
    )


def render_decisions(above: str, decisions: tuple[CouncilDecision, ...]) -> str:
    """The sections below one [[above]]."""
    return sections(f"{above}.{SECTION}", (_body(each) for each in decisions))


def _body(each: CouncilDecision) -> str:
    return assignments({"gremium": each.body, "datum": each.day, "nummer": each.number, "text": each.text})
