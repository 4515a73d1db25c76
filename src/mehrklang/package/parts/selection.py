"""indikatoren.toml: the chosen indicators with reason, addressees, target and thresholds."""

from mehrklang.catalogue import Perspective
from mehrklang.package.monitoring import Monitoring, Selection, Steerable
from mehrklang.package.parts.targets import FURTHER, MAIN, read_further, read_target, render_further, render_target
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment, sections

FILE = "indikatoren.toml"

_HEAD = """
Die ausgewählten Indikatoren. Das Kernset umfasst höchstens 20.

code         Code aus dem Katalog oder aus eigene-indikatoren/
warum        Warum wollen wir das wissen? Bleibt das offen, wird daran erinnert.
warum_merkmal  Wozu unterscheiden wir Menschen hier nach diesem Merkmal?
ziele        Schlüssel aus ziele.toml
adressaten   für wen, zum Beispiel ["Verwaltung", "Politik"]
steuerbar    „ja“, „teilweise“ oder „nein“: Kann die Kommune selbst etwas bewegen?
quelle       Schlüssel der Quelle, wenn der Indikator aus mehreren zu gewinnen ist (leer: die erste mit Daten)
gruppe       Gruppe, auf die Bewertung und Zielwert schauen (leer: die erste des Indikators)
kernset      true oder false
frage        die eigene Frage, auf die er antwortet; bei_bewegung: was geschieht, wenn sich der Wert bewegt
perspektive  „staerke“, „defizit“ oder „kontext“, wenn es hier anders gesehen wird als im Katalog
aufwand_stunden  Arbeitsstunden im Jahr, wenn keine Quelle den Aufwand nennt
stabilisiert  true: Neben den Werten der Teilgebiete stehen stabilisierte (geschätzte); nur für Anteile, Raten und
             Befragungsanteile

Ein Zielwert steht in einem Abschnitt [indikator.zielwert]: basiswert, basisjahr, richtung („≥“ oder „≤“), wert, jahr,
schwelle_hinsehen, schwelle_handeln, zustaendig, begruendung, pfad („gerade“, „gleichmaessig-prozentual“, „stufen“;
Stufen in Abschnitten [[indikator.zielwert.stufe]] mit jahr und wert). Er gilt erst, wenn in „zielwert_unterschriften“
beide Stellen stehen: ["Koordination", "Statistik"]. Bis dahin ist er vorgeschlagen. Zielwerte für andere Gebiete oder
Gruppen stehen in Abschnitten [[indikator.weiterer_zielwert]] mit gebiet, gruppe, unterschriften und denselben Angaben.
"""


def read(table: Table) -> tuple[Selection, ...]:
    """The selection in the order of the file."""
    return tuple(read_entry(row) for row in table.rows("indikator"))


def read_entry(row: Table) -> Selection:
    """One entry, of a chosen indicator as of a candidate; nothing but its code has to be known yet."""
    target = row.table(MAIN)
    further = tuple(each for one in row.rows(FURTHER) if (each := read_further(one)))
    return Selection(
        code=row.text("code", required=True),
        why=row.text("warum"),
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
        stabilised=row.flag("stabilisiert") if "stabilisiert" in row else False,
        question=row.text("frage"),
        perspective=row.choice("perspektive", Perspective) if "perspektive" in row else None,
        if_moved=row.text("bei_bewegung"),
        effort_hours=row.number("aufwand_stunden"),
    )


def render(monitoring: Monitoring) -> str:
    """The text of indikatoren.toml."""
    return comment(_HEAD) + sections(
        "indikator", (render_entry(each, above="indikator") for each in monitoring.selection)
    )


def render_entry(selection: Selection, *, above: str) -> str:
    """The lines of one entry below its head [[above]]."""
    own = assignments(
        {
            "code": selection.code,
            "frage": selection.question,
            "warum": selection.why,
            "warum_merkmal": selection.why_feature,
            "ziele": selection.goals,
            "adressaten": selection.addressees,
            "steuerbar": selection.steerable,
            "steuerbar_begruendung": selection.steerable_reason,
            "quelle": selection.source,
            "gruppe": selection.group,
            "kernset": selection.core,
            "perspektive": selection.perspective,
            "bei_bewegung": selection.if_moved,
            "aufwand_stunden": selection.effort_hours,
            "stabilisiert": True if selection.stabilised else None,
            "zielwert_unterschriften": selection.target_signed_by,
        }
    )
    further = "".join(render_further(each, above=above) for each in selection.further_targets)
    return own + (render_target(selection.target, above=above) if selection.target else "") + further
