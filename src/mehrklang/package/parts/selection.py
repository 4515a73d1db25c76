"""indikatoren.toml: the chosen indicators with reason, addressees, target and thresholds."""

from mehrklang.assessment import Operator, Target
from mehrklang.package.monitoring import Monitoring, Selection, Steerable
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "indikatoren.toml"

_HEAD = """
Die ausgewählten Indikatoren. Das Kernset umfasst höchstens 20.

code         Code aus dem Katalog oder aus eigene-indikatoren/
warum        Warum wollen wir das wissen? Ohne Antwort kein Indikator.
ziele        Schlüssel aus ziele.toml
adressaten   für wen, zum Beispiel ["Verwaltung", "Politik"]
steuerbar    „ja“, „teilweise“ oder „nein“: Kann die Kommune selbst etwas bewegen?
quelle       Schlüssel der Quelle, wenn der Indikator aus mehreren zu gewinnen ist (leer: die erste mit Daten)
gruppe       Gruppe, auf die Bewertung und Zielwert schauen (leer: die erste des Indikators)
kernset      true oder false

Ein Zielwert steht in einem Abschnitt [indikator.zielwert]: basiswert, basisjahr, richtung („≥“ oder „≤“), wert, jahr,
schwelle_hinsehen, schwelle_handeln, zustaendig, begruendung. Er gilt erst, wenn in „zielwert_unterschriften“
beide Stellen stehen: ["Koordination", "Statistik"]. Bis dahin ist er vorgeschlagen.
"""


def read(table: Table) -> tuple[Selection, ...]:
    """The selection in the order of the file."""
    return tuple(_selection(row) for row in table.rows("indikator"))


def _selection(row: Table) -> Selection:
    target = row.table("zielwert")
    return Selection(
        code=row.text("code", required=True),
        why=row.text("warum", required=True),
        goals=row.texts("ziele"),
        addressees=row.texts("adressaten"),
        steerable=row.choice("steuerbar", Steerable) if "steuerbar" in row else Steerable.PARTLY,
        steerable_reason=row.text("steuerbar_begruendung"),
        source=row.text("quelle"),
        group=row.text("gruppe"),
        target=_target(target) if target else None,
        target_signed_by=row.texts("zielwert_unterschriften"),
        core=row.flag("kernset") if "kernset" in row else True,
    )


def _target(row: Table) -> Target | None:
    """The target, or None and issues where it does not hold together."""
    faults_before = len(row.issues)
    base_value, value = row.number("basiswert", required=True), row.number("wert", required=True)
    base_year, year = row.integer("basisjahr", required=True), row.integer("jahr", required=True)
    operator = row.choice("richtung", Operator)
    warn, act = row.number("schwelle_hinsehen"), row.number("schwelle_handeln")
    responsible, reason = row.text("zustaendig"), row.text("begruendung")
    if base_value is None or value is None or len(row.issues) > faults_before:
        return None
    if year <= base_year:
        message = f"Das Zieljahr {year} liegt nicht nach dem Basisjahr {base_year}."
        row.fault("M-WERT-03", message, "Tragen Sie ein späteres Zieljahr ein.", "jahr")
        return None
    return Target(base_value, base_year, operator, value, year, warn, act, responsible, reason)


def render(monitoring: Monitoring) -> str:
    """The text of indikatoren.toml."""
    return comment(_HEAD) + sections("indikator", (_body(selection) for selection in monitoring.selection))


def _body(selection: Selection) -> str:
    own = assignments(
        {
            "code": selection.code,
            "warum": selection.why,
            "ziele": selection.goals,
            "adressaten": selection.addressees,
            "steuerbar": selection.steerable,
            "steuerbar_begruendung": selection.steerable_reason,
            "quelle": selection.source,
            "gruppe": selection.group,
            "kernset": selection.core,
            "zielwert_unterschriften": selection.target_signed_by,
        }
    )
    return own + (_target_body(selection.target) if selection.target else "")


def _target_body(target: Target) -> str:
    return "\n[indikator.zielwert]\n" + assignments(
        {
            "basiswert": target.base_value,
            "basisjahr": target.base_year,
            "richtung": target.operator,
            "wert": target.value,
            "jahr": target.year,
            "schwelle_hinsehen": target.warn,
            "schwelle_handeln": target.act,
            "zustaendig": target.responsible,
            "begruendung": target.reason,
        }
    )
