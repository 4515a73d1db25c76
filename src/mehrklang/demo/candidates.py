"""What the demonstration municipality weighs beside its selection, and what was decided about it."""

from datetime import date
from types import MappingProxyType

from mehrklang.package import Selection, Steerable
from mehrklang.planning import SelectionState, Verdict

_COORDINATION, _STATISTICS = ("A. Reiher", "Koordination"), ("S. Silber", "Statistik")

CANDIDATES = (
    Selection(
        "interkulturelle-kontakte", "Er zeigt, ob Menschen einander begegnen.", ("4.1",), ("Integrationsbeirat",),
        Steerable.PARTLY, "Über Begegnungsorte und Vereine.", why_feature="Begegnung ist nie die Sache einer Gruppe.",
        question="Kommen Menschen verschiedener Herkunft im Alltag zusammen?",
    ),
    Selection("wohneigentum", "Eigentum gibt Sicherheit, ein Ziel zum Wohnen fehlt uns aber noch."),
    Selection("bruttokaltmiete", "Steigende Mieten treffen Neuzugezogene zuerst."),
    Selection("jugendarbeitslosigkeit", ""),
    Selection(
        "beschaeftigte-der-verwaltung-mit-einwanderungsgeschichte", "Die Stadt geht als Arbeitgeberin voran.", ("5.1",),
        ("Rat",), Steerable.YES, "Die Stadt stellt selbst ein.",
        if_moved="Sinkt der Anteil, berichtet das Personalamt dem Hauptausschuss.",
    ),
)  # fmt: skip


def _verdict(code: str, state: SelectionState, reason: str, who: tuple[str, str], day: date) -> Verdict:
    return Verdict(code, state, reason, *who, day)


VERDICTS = (
    _verdict("interkulturelle-kontakte", SelectionState.PROPOSED, "Wunsch des Integrationsbeirats.", _COORDINATION,
             date(2024, 2, 12)),
    _verdict("interkulturelle-kontakte", SelectionState.EXAMINED, "Die Frage passt in die nächste Bürgerbefragung.",
             _STATISTICS, date(2024, 3, 4)),
    _verdict("wohneigentum", SelectionState.DEFERRED, "Werte gibt es nur für das Land, nicht für die Stadt.",
             _STATISTICS, date(2024, 3, 4)),
    _verdict("bruttokaltmiete", SelectionState.PROPOSED, "Wohnen fehlt im Kernset.", _COORDINATION, date(2024, 3, 5)),
    _verdict("jugendarbeitslosigkeit", SelectionState.REJECTED, "Sagt hier dasselbe wie die Arbeitslosenquote.",
             _COORDINATION, date(2024, 3, 5)),
    _verdict("beschaeftigte-der-verwaltung-mit-einwanderungsgeschichte", SelectionState.EXAMINED,
             "Nur mit freiwilliger Selbstauskunft; der Personalrat ist gefragt.", _COORDINATION, date(2024, 4, 9)),
    _verdict("rf-fuehrungskraefte-verwaltung", SelectionState.SUPPLEMENTARY, "Wenige Fälle; im Kernset genügen die "
             "Auszubildenden.", _COORDINATION, date(2024, 4, 9)),
    _verdict("rf-zugehoerigkeit", SelectionState.CORE, "Ohne die Sicht der Menschen selbst fehlt das Wichtigste.",
             _COORDINATION, date(2024, 4, 9)),
)  # fmt: skip

QUESTIONS = MappingProxyType(
    {
        "rf-einbuergerungsquote": "Nutzen die Menschen, die es könnten, die Einbürgerung?",
        "rf-betreuungsquote-3-bis-unter-6": "Kommen alle Kinder vor der Schule in eine Kindertagesstätte?",
        "rf-abgang-ohne-abschluss": "Wie viele Jugendliche verlassen die Schule ohne Abschluss?",
        "rf-beschaeftigungsquote": "Finden Menschen Arbeit, von der sie leben können?",
        "rf-auszubildende-verwaltung": "Bildet die Stadt die Jugend aus, die in ihr lebt?",
        "rf-zugehoerigkeit": "Fühlen sich die Menschen hier zu Hause?",
        "rf-diskriminierungserfahrung": "Wer erlebt Benachteiligung, und wo?",
    }
)
"""The municipality's own question, by indicator; the others are still to be worded."""

IF_MOVED = MappingProxyType(
    {
        "rf-einbuergerungsquote": "Sinkt sie zwei Jahre, prüft das Ordnungsamt Beratung und Wartezeiten.",
        "rf-betreuungsquote-3-bis-unter-6": "Der Jugendhilfeausschuss berät über Plätze und Wege der Anmeldung.",
        "rf-abgang-ohne-abschluss": "Schulträger und Jugendhilfe laden die Schulen zum Gespräch.",
        "rf-zugehoerigkeit": "Der Integrationsbeirat lädt zu Gesprächen in den Stadtteilen.",
    }
)
"""What the municipality would do, by indicator."""
