"""The goals of the demonstration municipality: Leitbild, fields of action, strategic and operative goals, with the
council's decisions. All invented.
"""

from datetime import date

from mehrklang.planning import CouncilDecision, Goal, GoalLevel

MISSION, FIELD, STRATEGIC, OPERATIVE = GoalLevel
CONCEPT = (CouncilDecision("Rat der Stadt Reiherfurt", date(2018, 3, 14), "2018/041"),)
UPDATE = (CouncilDecision("Rat der Stadt Reiherfurt", date(2022, 6, 22), "2022/107"),)
COMMITTEE = (CouncilDecision("Ausschuss für Soziales und Integration", date(2023, 9, 5), "2023/188"),)

GOALS = (
    Goal(
        "L",
        "Reiherfurt: eine Stadt, viele Geschichten",
        "Leitbild",
        level=MISSION,
        decisions=CONCEPT,
        text="Alle Menschen in Reiherfurt haben die gleichen Möglichkeiten, hier zu leben, zu lernen, zu arbeiten und "
        "mitzubestimmen, woher auch immer sie oder ihre Eltern gekommen sind.",
    ),
    Goal("1", "Recht und Teilhabe", "Recht und Teilhabe", parent="L", level=FIELD, decisions=CONCEPT),
    Goal(
        "1.1",
        "Wer dauerhaft hier lebt, hat einen gesicherten Aufenthalt und kann mitbestimmen.",
        "Recht und Teilhabe",
        parent="1",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "1.1.1",
        "Jede Person, die eingebürgert werden kann, erhält ein Beratungsangebot.",
        "Recht und Teilhabe",
        parent="1.1",
        level=OPERATIVE,
        decisions=UPDATE,
    ),
    Goal("2", "Bildung", "Bildung", parent="L", level=FIELD, decisions=CONCEPT),
    Goal(
        "2.1", "Alle Kinder besuchen eine Kindertagesstätte.", "Bildung", parent="2", level=STRATEGIC, decisions=CONCEPT
    ),
    Goal(
        "2.1.1",
        "Die Betreuungsquoten beider Gruppen gleichen sich an.",
        "Bildung",
        parent="2.1",
        level=OPERATIVE,
        decisions=COMMITTEE,
    ),
    Goal(
        "2.2",
        "Alle Kinder kommen mit sicherem Deutsch in die Schule.",
        "Bildung",
        parent="2",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "2.3",
        "Bildungserfolg hängt nicht von der Herkunft ab.",
        "Bildung",
        parent="2",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "2.3.1",
        "Weniger Jugendliche verlassen die Schule ohne Abschluss.",
        "Bildung",
        parent="2.3",
        level=OPERATIVE,
        decisions=UPDATE,
    ),
    Goal("3", "Ausbildung und Arbeit", "Ausbildung und Arbeit", parent="L", level=FIELD, decisions=CONCEPT),
    Goal(
        "3.1",
        "Junge Menschen finden in eine Ausbildung.",
        "Ausbildung und Arbeit",
        parent="3",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "3.2",
        "Zugewanderte arbeiten so häufig und so gut wie andere.",
        "Ausbildung und Arbeit",
        parent="3",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "3.2.1",
        "Der Abstand der Beschäftigungsquoten wird kleiner.",
        "Ausbildung und Arbeit",
        parent="3.2",
        level=OPERATIVE,
        decisions=UPDATE,
    ),
    Goal(
        "3.3",
        "Wer Hilfe braucht, kann bald wieder vom Einkommen leben.",
        "Soziale Sicherung",
        parent="3",
        level=STRATEGIC,
    ),
    Goal("4", "Zusammenleben", "Zusammenleben", parent="L", level=FIELD, decisions=CONCEPT),
    Goal(
        "4.1",
        "Alle Menschen fühlen sich in Reiherfurt zu Hause.",
        "Zusammenleben",
        parent="4",
        level=STRATEGIC,
        decisions=CONCEPT,
    ),
    Goal(
        "4.2",
        "Niemand wird wegen der Herkunft schlechter behandelt.",
        "Zusammenleben",
        parent="4",
        level=STRATEGIC,
        decisions=UPDATE,
    ),
    Goal(
        "4.3",
        "Vereine und Nachbarschaften sind für alle offen.",
        "Zusammenleben",
        parent="4",
        level=STRATEGIC,
        also_serves=("1",),
        decisions=CONCEPT,
        text="Zu diesem Ziel fehlt noch ein Indikator.",
    ),
    Goal(
        "5",
        "Interkulturelle Öffnung der Verwaltung",
        "Interkulturelle Öffnung",
        parent="L",
        level=FIELD,
        decisions=UPDATE,
    ),
    Goal(
        "5.1",
        "Die Stadtverwaltung bildet die Vielfalt der Stadt ab.",
        "Interkulturelle Öffnung",
        parent="5",
        level=STRATEGIC,
        decisions=UPDATE,
    ),
)
"""Goal 4.3 has no indicator, and 3.3 no decision: both are allowed and shown."""
