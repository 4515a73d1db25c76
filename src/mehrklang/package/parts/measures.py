"""massnahmen.toml: what is done for the goals."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.decisions import read_decisions, render_decisions
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Measure, MeasureState
from mehrklang.planning.measure import NO_CLAIM

FILE = "massnahmen.toml"

_HEAD = f"""
Die Maßnahmen. {NO_CLAIM}

ziele         Schlüssel aus ziele.toml
indikatoren   Codes aus indikatoren.toml, neben denen die Maßnahme gezeigt wird
stand         {", ".join(MeasureState)}
budget_euro   über die ganze Laufzeit
produkt       Produkt des Haushalts
beginn, ende  Datum, zum Beispiel 2026-05-31

Jeder Beschluss steht in einem Abschnitt [[massnahme.beschluss]] mit gremium, datum, nummer und text.
"""


def read(table: Table) -> tuple[Measure, ...]:
    """The measures in the order of the file."""
    return tuple(_measure(row) for row in table.rows("massnahme"))


def _measure(row: Table) -> Measure:
    measure = Measure(
        key=row.text("schluessel", required=True),
        title=row.text("titel", required=True),
        goals=row.texts("ziele"),
        indicators=row.texts("indikatoren"),
        state=row.choice("stand", MeasureState) if "stand" in row else MeasureState.PLANNED,
        responsible=row.text("zustaendig"),
        budget=row.number("budget_euro"),
        product=row.text("produkt"),
        begins=row.day("beginn"),
        ends=row.day("ende"),
        text=row.text("text"),
        decisions=read_decisions(row),
    )
    _check(measure, row)
    return measure


def _check(measure: Measure, row: Table) -> None:
    if measure.backwards:
        message = f"Die Maßnahme „{measure.title}“ endet vor ihrem Beginn."
        row.fault("M-MASSNAHME-03", message, "Prüfen Sie „beginn“ und „ende“.", "ende")
    if measure.budget is not None and measure.budget < 0:
        message = f"Das Budget der Maßnahme „{measure.title}“ ist negativ."
        row.fault("M-MASSNAHME-04", message, "Tragen Sie den Betrag ohne Vorzeichen ein.", "budget_euro")


def render(monitoring: Monitoring) -> str:
    """The text of massnahmen.toml."""
    return comment(_HEAD) + sections("massnahme", (_body(each) for each in monitoring.measures))


def _body(each: Measure) -> str:
    own = assignments(
        {
            "schluessel": each.key,
            "titel": each.title,
            "ziele": each.goals,
            "indikatoren": each.indicators,
            "stand": each.state,
            "zustaendig": each.responsible,
            "budget_euro": each.budget,
            "produkt": each.product,
            "beginn": each.begins,
            "ende": each.ends,
            "text": each.text,
        }
    )
    return own + render_decisions("massnahme", each.decisions)
