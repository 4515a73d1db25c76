"""What is under discussion in the demonstration municipality: an invented question, a proposal, an agenda point."""

from datetime import date

from mehrklang.planning import Remark
from mehrklang.planning.remark import About, RemarkKind, RemarkState, Reply

REMARKS = (
    Remark(
        About.TARGET,
        "rf-einbuergerungsquote",
        "Das Zieljahr liegt vor dem Ende der Personalplanung. Können wir ein Jahr später setzen?",
        RemarkKind.PROPOSAL,
        "Stanislaw Zahl",
        "Statistik",
        date(2025, 6, 2),
        to="Koordination",
    ),
    Remark(
        About.INDICATOR,
        "rf-sprachfoerderbedarf",
        "Wird hier die Sprache zu Hause gezählt oder das Ergebnis der Untersuchung?",
        RemarkKind.COMMENT,
        "Kora Dinter",
        "Koordination",
        date(2025, 5, 12),
        to="Statistik",
        state=RemarkState.ANSWERED,
        replies=(
            Reply(
                "Das Ergebnis der Schuleingangsuntersuchung. Das steht jetzt auch im Zähler.",
                "Stanislaw Zahl",
                "Statistik",
                date(2025, 5, 14),
            ),
        ),
    ),
    Remark(
        About.AGENDA,
        "",
        "Termin mit dem Integrationsbeirat: Wer stellt das Kernset vor?",
        RemarkKind.COMMENT,
        "Kora Dinter",
        "Koordination",
        date(2025, 6, 10),
    ),
)
