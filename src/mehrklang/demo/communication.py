"""The communication plan of the demonstration municipality, all invented."""

from datetime import date

from mehrklang.planning import CommunicationPlan, Phase
from mehrklang.planning.communication import Addressee, Circle, Contents, Form, Language, PlannedMessage, Rhythm

_GROUPS = (
    Addressee("dezernat-ii", "Dezernat II", Circle.ADMINISTRATION, Form.REPORT, contact="Büro des Dezernats"),
    Addressee("fachaemter", "Fachämter", Circle.ADMINISTRATION, Form.TALK, contact="Fachstelle Integration"),
    Addressee("sozialausschuss", "Sozialausschuss", Circle.POLITICS, Form.SHORT_REPORT, contact="Sitzungsdienst"),
    Addressee(
        "integrationsbeirat", "Integrationsbeirat", Circle.POLITICS, Form.TALK, Language.PLAIN, "Geschäftsstelle"
    ),
    Addressee("oeffentlichkeit", "Öffentlichkeit", Circle.PUBLIC, Form.PUBLIC_PAGE, Language.EASY, "Pressestelle"),
)

_DEPARTMENT, _PRESS = "Fachstelle Integration", "Pressestelle"

_MESSAGES = (
    PlannedMessage(
        "bericht-dezernat", "Bericht mit allen Tabellen", "dezernat-ii", Contents(), Form.REPORT,
        phase=Phase.REPORT, responsible=_DEPARTMENT,
    ),
    PlannedMessage(
        "werkstatt-fachaemter", "Werkstatt zur Einordnung", "fachaemter", Contents(text="neue Werte vorab"), Form.TALK,
        date(2025, 9, 10), rhythm=Rhythm.TWO_YEARS, responsible=_DEPARTMENT, done=(date(2025, 9, 10),),
    ),
    PlannedMessage(
        "kurzbericht-ausschuss", "Kurzbericht vor der Sitzung", "sozialausschuss", Contents(), Form.SHORT_REPORT,
        date(2025, 10, 1), rhythm=Rhythm.TWO_YEARS, responsible=_DEPARTMENT, remind_before=28,
        done=(date(2025, 10, 1),),
    ),
    PlannedMessage(
        "vortrag-beirat", "Vorstellung im Beirat", "integrationsbeirat", Contents(text="Schwerpunkt Zugehörigkeit"),
        Form.TALK, date(2025, 9, 24), rhythm=Rhythm.YEARLY, responsible=_DEPARTMENT, done=(date(2025, 9, 24),),
    ),
    PlannedMessage(
        "seite", "Öffentliche Seite aktualisieren", "oeffentlichkeit", Contents(), Form.PUBLIC_PAGE,
        date(2025, 11, 3), rhythm=Rhythm.YEARLY, responsible=_PRESS, done=(date(2025, 11, 5),),
    ),
    PlannedMessage(
        "presse", "Pressemitteilung zur neuen Ausgabe", "oeffentlichkeit", Contents(text="drei Ergebnisse"),
        Form.PRESS_RELEASE, date(2025, 11, 5), responsible=_PRESS, done=(date(2025, 11, 5),),
    ),
    PlannedMessage(
        "newsletter", "Beitrag im Newsletter für Vereine", "oeffentlichkeit", Contents(text="ein Indikator im Porträt"),
        Form.NEWSLETTER, date(2025, 12, 1), rhythm=Rhythm.QUARTERLY, responsible=_DEPARTMENT,
        done=(date(2025, 12, 1), date(2026, 3, 2)),
    ),
    PlannedMessage(
        "ueberpruefung", "Ergebnis der Überprüfung", "dezernat-ii", Contents(text="was bleibt, was sich ändert"),
        Form.REPORT, phase=Phase.REVIEW, responsible=_DEPARTMENT,
    ),
)  # fmt: skip

PLAN = CommunicationPlan(_GROUPS, _MESSAGES)
"""Five groups, eight entries: some done, some coming round, some bound to a phase."""
