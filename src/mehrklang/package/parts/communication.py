"""kommunikation.toml: the groups of addressees, and who gets what in which form when."""

from datetime import date

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections
from mehrklang.planning import CommunicationPlan, Phase
from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm, faults

FILE = "kommunikation.toml"
NONE = CommunicationPlan()

_HEAD = """
Der Kommunikationsplan: wer was in welcher Form wann erhält.

kreis    „verwaltung“, „politik“ oder „oeffentlichkeit“
form     „bericht“, „kurzbericht“, „oeffentliche-seite“, „vortrag“, „newsletter“ oder „pressemitteilung“
sprache  „standardsprache“, „einfache-sprache“, „leichte-sprache“ oder „mehrsprachig“
rhythmus „einmalig“, „vierteljaehrlich“, „halbjaehrlich“, „jaehrlich“ oder „zweijaehrlich“

Ein Eintrag hat einen Termin (tag, mit rhythmus) oder eine Phase (dann gilt ihr Ende im Zeitplan). Ohne felder und
indikatoren geht alles an die Zielgruppe. erledigt nennt die Tage, an denen es geschehen ist.
"""


def read(table: Table) -> CommunicationPlan:
    """The plan; what does not hold together is an issue."""
    plan = CommunicationPlan(
        tuple(_addressee(row) for row in table.rows("zielgruppe")),
        tuple(_message(row) for row in table.rows("eintrag")),
    )
    if not table.has_wrong_values:
        for fault in faults(plan):
            table.fault("M-KOMMUNIKATION-01", fault, "Prüfen Sie diesen Eintrag des Kommunikationsplans.", "eintrag")
    return plan


def _addressee(row: Table) -> Addressee:
    return Addressee(
        key=row.text("schluessel", required=True),
        name=row.text("name", required=True),
        circle=row.choice("kreis", Circle),
        form=row.choice("form", Form),
        language=row.choice("sprache", Language),
        contact=row.text("kontakt"),
        note=row.text("bemerkung"),
    )


def _message(row: Table) -> PlannedMessage:
    return PlannedMessage(
        key=row.text("schluessel", required=True),
        title=row.text("titel", required=True),
        addressee=row.text("zielgruppe", required=True),
        contents=Contents(row.texts("felder"), row.texts("indikatoren"), row.text("inhalt")),
        form=row.choice("form", Form),
        day=row.day("tag"),
        phase=row.choice("phase", Phase) if "phase" in row else None,
        rhythm=row.choice("rhythmus", Rhythm) if "rhythmus" in row else Rhythm.ONCE,
        responsible=row.text("zustaendig"),
        remind_before=row.integer("erinnern_tage", default=14),
        done=tuple(day for each in row.rows("erledigt") if (day := each.day("datum", required=True))),
        note=row.text("bemerkung"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of kommunikation.toml."""
    plan = monitoring.communication
    groups = sections("zielgruppe", (_addressee_body(each) for each in plan.addressees))
    return comment(_HEAD) + groups + sections("eintrag", (_message_body(each) for each in plan.messages))


def _addressee_body(each: Addressee) -> str:
    return assignments(
        {
            "schluessel": each.key,
            "name": each.name,
            "kreis": each.circle,
            "form": each.form,
            "sprache": each.language,
            "kontakt": each.contact,
            "bemerkung": each.note,
        }
    )


def _message_body(each: PlannedMessage) -> str:
    own = assignments(
        {
            "schluessel": each.key,
            "titel": each.title,
            "zielgruppe": each.addressee,
            "felder": each.contents.fields,
            "indikatoren": each.contents.indicators,
            "inhalt": each.contents.text,
            "form": each.form,
            "tag": each.day,
            "phase": each.phase,
            "rhythmus": each.rhythm,
            "zustaendig": each.responsible,
            "erinnern_tage": each.remind_before,
            "bemerkung": each.note,
        }
    )
    return own + sections("eintrag.erledigt", (_done_body(day) for day in each.done))


def _done_body(day: date) -> str:
    return assignments({"datum": day})
