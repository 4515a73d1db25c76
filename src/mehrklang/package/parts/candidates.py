"""kandidaten.toml: indicators that are weighed and not chosen, and what was decided about these and the chosen ones."""

from dataclasses import dataclass

from mehrklang.package.monitoring import Monitoring, Selection
from mehrklang.package.parts.selection import read_entry, render_entry
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import SelectionState, Verdict

FILE = "kandidaten.toml"

_HEAD = f"""
Indikatoren, die abgewogen werden und nicht ausgewählt sind. Gerechnet wird nur, was in indikatoren.toml steht.

Ein Abschnitt [[kandidat]] hat dieselben Angaben wie ein Indikator dort; nur code ist nötig.
Ein Abschnitt [[abwaegung]] sagt, was über einen Kandidaten oder ausgewählten Indikator entschieden wurde, der älteste
zuerst: code, stand, begruendung, eingetragen_von, stelle und tag. Bei einem Kandidaten gilt der letzte.

stand  {", ".join(SelectionState)}
"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the file holds."""

    candidates: tuple[Selection, ...] = ()
    verdicts: tuple[Verdict, ...] = ()


NONE = Weighed()


def read(table: Table) -> Weighed:
    """Candidates and verdicts in the order of the file."""
    return Weighed(
        tuple(read_entry(row) for row in table.rows("kandidat")),
        tuple(_verdict(row) for row in table.rows("abwaegung")),
    )


def _verdict(row: Table) -> Verdict:
    return Verdict(
        code=row.text("code", required=True),
        state=row.choice("stand", SelectionState),
        reason=row.text("begruendung"),
        by=row.text("eingetragen_von"),
        office=row.text("stelle"),
        day=row.day("tag"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of kandidaten.toml."""
    candidates = sections("kandidat", (render_entry(each, above="kandidat") for each in monitoring.candidates))
    return comment(_HEAD) + candidates + sections("abwaegung", (_body(each) for each in monitoring.verdicts))


def _body(each: Verdict) -> str:
    return assignments(
        {
            "code": each.code,
            "stand": each.state,
            "begruendung": each.reason,
            "eingetragen_von": each.by,
            "stelle": each.office,
            "tag": each.day,
        }
    )
