"""indikatoren.toml: the chosen indicators with reason, addressees, target and thresholds."""

from mehrklang.package.monitoring import Monitoring, Selection, Steerable
from mehrklang.package.parts.targets import FURTHER, MAIN, read_further, read_target, render_further, render_target
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "indikatoren.toml"

_HEAD = """
Die ausgewählten Indikatoren. Das Kernset umfasst höchstens 20.

code         Code aus dem Katalog oder aus eigene-indikatoren/
warum        Warum wollen wir das wissen? Ohne Antwort kein Indikator.
warum_merkmal  Wozu unterscheiden wir Menschen hier nach diesem Merkmal?
ziele        Schlüssel aus ziele.toml
adressaten   für wen, zum Beispiel ["Verwaltung", "Politik"]
steuerbar    „ja“, „teilweise“ oder „nein“: Kann die Kommune selbst etwas bewegen?
quelle       Schlüssel der Quelle, wenn der Indikator aus mehreren zu gewinnen ist (leer: die erste mit Daten)
gruppe       Gruppe, auf die Bewertung und Zielwert schauen (leer: die erste des Indikators)
kernset      true oder false

Ein Zielwert steht in einem Abschnitt [indikator.zielwert]: basiswert, basisjahr, richtung („≥“ oder „≤“), wert, jahr,
schwelle_hinsehen, schwelle_handeln, zustaendig, begruendung, pfad („gerade“, „gleichmaessig-prozentual“, „stufen“;
Stufen in Abschnitten [[indikator.zielwert.stufe]] mit jahr und wert). Er gilt erst, wenn in „zielwert_unterschriften“
beide Stellen stehen: ["Koordination", "Statistik"]. Bis dahin ist er vorgeschlagen. Zielwerte für andere Gebiete oder
Gruppen stehen in Abschnitten [[indikator.weiterer_zielwert]] mit gebiet, gruppe, unterschriften und denselben Angaben.
"""


def read(table: Table) -> tuple[Selection, ...]:
    """The selection in the order of the file."""
    return tuple(_selection(row) for row in table.rows("indikator"))


def _selection(row: Table) -> Selection:
    target = row.table(MAIN)
    further = tuple(each for one in row.rows(FURTHER) if (each := read_further(one)))
    return Selection(
        code=row.text("code", required=True),
        why=row.text("warum", required=True),
        goals=row.texts("ziele"),
        addressees=row.texts("adressaten"),
        steerable=row.choice("steuerbar", Steerable) if "steuerbar" in row else Steerable.PARTLY,
        steerable_reason=row.text("steuerbar_begruendung"),
        source=row.text("quelle"),
        group=row.text("gruppe"),
        target=read_target(target) if target else None,
        target_signed_by=row.texts("zielwert_unterschriften"),
        core=row.flag("kernset") if "kernset" in row else True,
        why_feature=row.text("warum_merkmal"),
        further_targets=further,
    )


def render(monitoring: Monitoring) -> str:
    """The text of indikatoren.toml."""
    return comment(_HEAD) + sections("indikator", (_body(selection) for selection in monitoring.selection))


def _body(selection: Selection) -> str:
    own = assignments(
        {
            "code": selection.code,
            "warum": selection.why,
            "warum_merkmal": selection.why_feature,
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
    further = "".join(render_further(each) for each in selection.further_targets)
    return own + (render_target(selection.target) if selection.target else "") + further
