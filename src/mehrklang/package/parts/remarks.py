"""anmerkungen.toml: comments and proposals with their threads."""

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import Remark
from mehrklang.planning.remark import About, RemarkKind, RemarkState, Reply, faults

FILE = "anmerkungen.toml"

_HEAD = f"""
Anmerkungen und Vorschläge, die älteste zuerst, und was daraus geworden ist.

zu           {", ".join(f"„{each}“" for each in About)}
kennung      wovon die Rede ist: Code des Indikators; Schlüssel von Ziel, Maßnahme oder Quelle (sonst leer)
form         {", ".join(f"„{each}“" for each in RemarkKind)}
an           „Koordination“ oder „Statistik“; leer: beide
stand        {", ".join(f"„{each}“" for each in RemarkState)} (dann mit grund)

Antworten stehen in Abschnitten [[anmerkung.antwort]] mit text, verfasst_von, stelle und datum.
"""


def read(table: Table) -> tuple[Remark, ...]:
    """The remarks in the order of the file; what does not hold together is an issue."""
    remarks = tuple(_remark(row) for row in table.rows("anmerkung"))
    if not table.has_wrong_values:
        for fault in faults(remarks):
            table.fault("M-ANMERKUNG-01", fault, "Prüfen Sie diese Anmerkung.", "anmerkung")
    return remarks


def _remark(row: Table) -> Remark:
    return Remark(
        about=row.choice("zu", About),
        key=row.text("kennung"),
        text=row.text("text", required=True),
        kind=row.choice("form", RemarkKind) if "form" in row else RemarkKind.COMMENT,
        author=row.text("verfasst_von"),
        office=row.text("stelle"),
        day=row.day("datum"),
        to=row.text("an"),
        state=row.choice("stand", RemarkState) if "stand" in row else RemarkState.OPEN,
        reason=row.text("grund"),
        replies=tuple(_reply(each) for each in row.rows("antwort")),
    )


def _reply(row: Table) -> Reply:
    return Reply(row.text("text", required=True), row.text("verfasst_von"), row.text("stelle"), row.day("datum"))


def render(monitoring: Monitoring) -> str:
    """The text of anmerkungen.toml."""
    return comment(_HEAD) + sections("anmerkung", (_body(each) for each in monitoring.remarks))


def _body(remark: Remark) -> str:
    own = assignments(
        {
            "zu": remark.about,
            "kennung": remark.key,
            "form": remark.kind,
            "text": remark.text,
            "verfasst_von": remark.author,
            "stelle": remark.office,
            "datum": remark.day,
            "an": remark.to,
            "stand": remark.state,
            "grund": remark.reason,
        }
    )
    return own + sections("anmerkung.antwort", (_reply_body(each) for each in remark.replies))


def _reply_body(reply: Reply) -> str:
    return assignments({"text": reply.text, "verfasst_von": reply.author, "stelle": reply.office, "datum": reply.day})
