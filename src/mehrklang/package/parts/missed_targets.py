"""verfehlte-ziele.toml: why targets were missed, and what was decided about them."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.parts.decisions import read_decisions, render_decisions
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning.missed_target import Consequence, MissedTarget

FILE = "verfehlte-ziele.toml"

_HEAD = f"""
Zielwerte, die bis zum Zieljahr nicht erreicht wurden: warum, und wie es weitergeht. Die Einträge bleiben stehen, auch
wenn ein neues Ziel vereinbart ist.

indikator, jahr   Code und Zieljahr des verfehlten Ziels
gebiet, gruppe    leer: das Gebiet des Monitorings und die Gruppe, auf die die Auswahl schaut
grund             Warum wurde es nicht erreicht?
entscheidung      {", ".join(Consequence)}; leer: noch nicht entschieden
neues_jahr        nur bei „{Consequence.NEW_YEAR}“
massnahme         Schlüssel aus massnahmen.toml

Ein Beschluss steht in einem Abschnitt [[verfehltes_ziel.beschluss]] mit gremium, datum, nummer und text.
"""


def read(table: Table) -> tuple[MissedTarget, ...]:
    """The entries in the order of the file."""
    return tuple(_missed(row) for row in table.rows("verfehltes_ziel"))


def _missed(row: Table) -> MissedTarget:
    decisions, year = read_decisions(row), row.integer("jahr", required=True)
    consequence = row.choice("entscheidung", Consequence) if "entscheidung" in row else None
    new_year = row.integer("neues_jahr") if "neues_jahr" in row else None
    if (new_year is not None) != (consequence is Consequence.NEW_YEAR) or (new_year or year + 1) <= year:
        message = "Ein neues Zieljahr liegt nach dem alten und gehört nur zur Entscheidung „neues-zieljahr“."
        row.fault("M-VERFEHLT-01", message, "Prüfen Sie „entscheidung“ und „neues_jahr“.", "neues_jahr")
    return MissedTarget(
        indicator=row.text("indikator", required=True),
        year=year,
        reason=row.text("grund", required=True),
        consequence=consequence,
        text=row.text("text"),
        new_year=new_year,
        measure=row.text("massnahme"),
        area=row.text("gebiet"),
        group=row.text("gruppe"),
        decision=decisions[0] if decisions else None,
        by=row.text("festgehalten_von"),
        day=row.day("festgehalten_am"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of verfehlte-ziele.toml."""
    return comment(_HEAD) + sections("verfehltes_ziel", (_body(each) for each in monitoring.missed_targets))


def _body(each: MissedTarget) -> str:
    own = assignments(
        {
            "indikator": each.indicator,
            "jahr": each.year,
            "gebiet": each.area,
            "gruppe": each.group,
            "grund": each.reason,
            "entscheidung": each.consequence,
            "text": each.text,
            "neues_jahr": each.new_year,
            "massnahme": each.measure,
            "festgehalten_von": each.by,
            "festgehalten_am": each.day,
        }
    )
    return own + render_decisions("verfehltes_ziel", (each.decision,) if each.decision else ())
