"""ziele.toml: the goals of the municipality."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.decisions import read_decisions, render_decisions
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Goal, GoalLevel

FILE = "ziele.toml"

_HEAD = f"""
Die Ziele. Ein Abschnitt je Ziel; mit „oberziel“ entsteht der Zielbaum.

ebene        {", ".join(GoalLevel)}; darf fehlen
oberziel     Schlüssel des Ziels darüber; leer: oberste Ebene
dient_auch   Schlüssel weiterer Ziele darüber, zum Beispiel ["2.1"]

Jeder Beschluss steht in einem Abschnitt [[ziel.beschluss]] mit gremium, datum, nummer und text.
"""


def read(table: Table) -> tuple[Goal, ...]:
    """The goals in the order of the file."""
    return tuple(_goal(row) for row in table.rows("ziel"))


def _goal(row: Table) -> Goal:
    return Goal(
        key=row.text("schluessel", required=True),
        title=row.text("titel", required=True),
        field=row.text("handlungsfeld", required=True),
        parent=row.text("oberziel"),
        text=row.text("text"),
        level=row.choice("ebene", GoalLevel) if "ebene" in row else None,
        also_serves=row.texts("dient_auch"),
        decisions=read_decisions(row),
    )


def render(monitoring: Monitoring) -> str:
    """The text of ziele.toml."""
    return comment(_HEAD) + sections("ziel", (_body(goal) for goal in monitoring.goals))


def _body(goal: Goal) -> str:
    own = assignments(
        {
            "schluessel": goal.key,
            "titel": goal.title,
            "handlungsfeld": goal.field,
            "ebene": goal.level,
            "oberziel": goal.parent,
            "dient_auch": goal.also_serves,
            "text": goal.text,
        }
    )
    return own + render_decisions("ziel", goal.decisions)
