"""zeitplan.toml: when each phase of the edition is worked on."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Phase, PlannedPhase
from mehrklang.planning.timetable import faults

FILE = "zeitplan.toml"

_HEAD = """
Der Zeitplan der Ausgabe. Ein Abschnitt je Phase; beginn, ende und zustaendig dürfen fehlen.

phase  „konzept“, „erheben“, „interpretieren“, „diskutieren“, „berichten“ oder „ueberpruefen“
"""


def read(table: Table) -> tuple[PlannedPhase, ...]:
    """The planned phases in the order of the file; each phase once."""
    planned = tuple(_phase(row) for row in table.rows("phase"))
    named = [each.phase for each in planned]
    for phase in sorted({phase for phase in named if named.count(phase) > 1}):
        message = f"Die Phase „{phase}“ steht mehrmals im Zeitplan."
        table.fault("M-ZEITPLAN-01", message, "Lassen Sie einen der Einträge stehen.", "phase")
    for fault in faults(planned):
        table.fault("M-ZEITPLAN-02", fault, "Prüfen Sie die Tage dieser Phase.", "phase")
    return planned


def _phase(row: Table) -> PlannedPhase:
    return PlannedPhase(row.choice("phase", Phase), row.day("beginn"), row.day("ende"), row.text("zustaendig"))


def render(monitoring: Monitoring) -> str:
    """The text of zeitplan.toml."""
    return comment(_HEAD) + sections("phase", (_body(each) for each in monitoring.timetable))


def _body(each: PlannedPhase) -> str:
    return assignments({"phase": each.phase, "beginn": each.begins, "ende": each.ends, "zustaendig": each.responsible})
