"""The concept of the demonstration municipality: invented answers, two questions of which are not decided."""

from datetime import date
from decimal import Decimal

from mehrklang.planning import Adoption, Answer, Concept, CouncilDecision
from mehrklang.planning.concept import Entry, OpenPoint

_KORA, _STANISLAW = ("Kora Dinter", "Koordination"), ("Stanislaw Zahl", "Statistik")
_SPRING, _LATER = date(2025, 2, 3), date(2025, 6, 16)


def _says(question: str, text: str = "", *chosen: str) -> Answer:
    return Answer(question, text, chosen, author=_KORA[0], office=_KORA[1], day=_SPRING)


def _lists(question: str, *entries: tuple[str, str]) -> Answer:
    named = tuple(Entry(name, text) for name, text in entries)
    return Answer(question, entries=named, author=_KORA[0], office=_KORA[1], day=_SPRING)


_ANSWERS = (
    _says("zweck", "Wir wollen alle zwei Jahre sehen, ob die Ziele des Integrationskonzepts näher rücken."),
    _lists("entscheidungen", ("Fortschreibung des Integrationskonzepts", "Stadtrat, Herbst 2026")),
    _says(
        "integrationsverstaendnis",
        "Integration heißt: Alle, die in Reiherfurt leben, können gleichberechtigt teilhaben. Sie ist Aufgabe aller.",
    ),
    _says(
        "art-des-monitorings", "Ein Diversitätsmonitoring der Verwaltung kann später folgen.", "Integrationsmonitoring"
    ),
    _says("abgrenzung", "Beobachtet wird Teilhabe; die Zusammensetzung der Verwaltung wird damit nicht beantwortet."),
    _lists(
        "adressaten-verwaltung", ("Jugendamt", "Kindertagesbetreuung"), ("Sozialdezernat", "Verteilung der Sprachkurse")
    ),
    _lists(
        "adressaten-politik", ("Sozialausschuss", "Beratung alle zwei Jahre"), ("Integrationsbeirat", "Stellungnahme")
    ),
    _lists("adressaten-oeffentlichkeit", ("Einwohnerinnen und Einwohner", "öffentliche Seite, einfache Sprache")),
    _lists(
        "gruppen",
        ("Menschen mit ausländischer Staatsangehörigkeit", "Rechte hängen daran; verglichen mit Deutschen"),
        ("Neu Zugezogene", "Angebote der Erstorientierung; verglichen mit allen Zugezogenen"),
    ),
    _lists(
        "zusammenarbeit",
        ("Fachstelle Integration", "Koordination, Bericht"),
        ("Statistikstelle", "Daten, Geheimhaltung"),
    ),
    Answer(
        "stunden",
        entries=(
            Entry("Fachstelle Integration", "Koordination und Bericht", Decimal(240)),
            Entry("Statistikstelle", "Daten und Geheimhaltung", Decimal(120)),
        ),
        author=_STANISLAW[0],
        office=_STANISLAW[1],
        day=_SPRING,
    ),
    _says("statistikstelle", "", "abgeschottete Statistikstelle"),
    _lists("datenzugang", ("Melderegister", "jährlich zum 31.12."), ("Bürgerbefragung", "alle vier Jahre")),
    _says("rechtsgrundlagen", "Ratsbeschluss zum Integrationskonzept; Statistiksatzung der Stadt (erfunden)."),
    _says("zeitplan", "Alle zwei Jahre im Herbst, vor den Beratungen über den Haushalt."),
    _says("veroeffentlichung", "Koordination und Statistik unterschreiben jede Einordnung; das Dezernat gibt frei."),
    _lists(
        "handlungsfelder",
        ("Bildung und Sprache", "Schwerpunkt des Integrationskonzepts"),
        ("Arbeit", "Zugang zu Ausbildung und Beschäftigung"),
        ("Zugehörigkeit", "Sicht der Menschen selbst"),
    ),
    _lists("merkmale", ("Staatsangehörigkeit", "Rechte"), ("Aufenthaltsdauer", "Verlauf des Ankommens")),
    _says("subjektives", "Fragen zu Zugehörigkeit und Diskriminierung in der Bürgerbefragung."),
    _says("qualitatives", "Je Ausgabe zwei Runden; Aussagen werden ohne Namen festgehalten.", "Gesprächsrunden"),
    _says("ueberpruefung", "Nach jeder Ausgabe gehen beide Stellen das Kernset durch."),
)

_SINCE = (
    Answer(
        "zeitplan",
        "Alle zwei Jahre im Frühherbst, vor den Beratungen über den Haushalt.",
        author=_KORA[0],
        office=_KORA[1],
        day=_LATER,
    ),
    Answer(
        "beteiligung",
        open_point=OpenPoint("Der Integrationsbeirat berät, wie er mitwirken will.", "Kora Dinter", date(2027, 3, 31)),
        author=_KORA[0],
        office=_KORA[1],
        day=_LATER,
    ),
    Answer(
        "teilraeume",
        chosen=("ja, Stadtteile oder Ortsteile",),
        open_point=OpenPoint("Welche Themen werden nach Stadtteilen gezeigt?", "Stanislaw Zahl", date(2027, 4, 30)),
        author=_STANISLAW[0],
        office=_STANISLAW[1],
        day=_LATER,
    ),
)

_DECISION = CouncilDecision(
    "Stadtrat Reiherfurt (erfunden)", date(2025, 3, 20), "2025/031", "Das Konzept wird beschlossen"
)

CONCEPT = Concept((*_ANSWERS, *_SINCE), (Adoption(_DECISION, len(_ANSWERS), *_KORA, date(2025, 3, 21)),))
"""The first version is adopted; since then one answer was reworded and two questions were left open."""
