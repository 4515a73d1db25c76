"""ziele.toml: the goals of the municipality."""

from mehrklang.package.monitoring import Goal, Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "ziele.toml"

_HEAD = """
Die Ziele. Ein Abschnitt je Ziel; mit „oberziel“ entsteht der Zielbaum.

beschluss  Gremium, Datum und Nummer des Beschlusses
"""


def read(table: Table) -> tuple[Goal, ...]:
    """The goals in the order of the file."""
    return tuple(
        Goal(
            key=row.text("schluessel", required=True),
            title=row.text("titel", required=True),
            field=row.text("handlungsfeld", required=True),
            parent=row.text("oberziel"),
            decision=row.text("beschluss"),
            text=row.text("text"),
        )
        for row in table.rows("ziel")
    )


def render(monitoring: Monitoring) -> str:
    """The text of ziele.toml."""
    return comment(_HEAD) + sections("ziel", (_body(goal) for goal in monitoring.goals))


def _body(goal: Goal) -> str:
    return assignments(
        {
            "schluessel": goal.key,
            "titel": goal.title,
            "handlungsfeld": goal.field,
            "oberziel": goal.parent,
            "beschluss": goal.decision,
            "text": goal.text,
        }
    )
