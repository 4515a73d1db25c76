"""ausser-kraft.toml: indicators that are no longer offered for choice; what was computed of them stays readable."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.vocabulary.retirement import Retirement

FILE = "ausser-kraft.toml"
NONE: Mapping[str, Retirement] = MappingProxyType({})

_HEAD = """
Stillgelegte Indikatoren: Sie werden nicht mehr zur Auswahl angeboten, ihre Reihen bleiben lesbar.

code                Code des Indikators
ausser_kraft_am     Tag
ausser_kraft_von    wer es entschieden hat
ausser_kraft_grund  warum
ersetzt_durch       Code des Nachfolgers, wenn es einen gibt
"""


def read(table: Table) -> Mapping[str, Retirement]:
    """The retirements by code; a row without who or why is an issue and left out."""
    found = {}
    for row in table.rows("indikator"):
        code = row.text("code", required=True)
        who = row.text("ausser_kraft_von", required=True)
        day = row.day("ausser_kraft_am", required=True) or date.min
        why = row.text("ausser_kraft_grund", required=True)
        successor = row.text("ersetzt_durch")
        if who and why:
            found[code] = Retirement(who, day, why, successor)
    return MappingProxyType(found)


def render(monitoring: Monitoring) -> str:
    """The text of ausser-kraft.toml."""
    return comment(_HEAD) + sections(
        "indikator", (_body(code, each) for code, each in monitoring.retired_indicators.items())
    )


def _body(code: str, each: Retirement) -> str:
    return assignments(
        {
            "code": code,
            "ausser_kraft_am": each.day,
            "ausser_kraft_von": each.who,
            "ausser_kraft_grund": each.why,
            "ersetzt_durch": each.successor,
        }
    )
