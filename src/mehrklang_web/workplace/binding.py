"""Whether an edition can still be taken back: it can, until something in it binds somebody."""

from mehrklang_web.agreements.models import KeptVoice
from mehrklang_web.guidance.models import KeptAdoption
from mehrklang_web.interpretation.models import Interpretation
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.models import Run
from mehrklang_web.selection.models import TargetSignature


def what_binds(edition: Edition) -> tuple[str, ...]:
    """Why the edition cannot be taken back any more, in German; () while nothing is signed, decided or computed."""
    bound = (
        ("Ein Amt hat unterschrieben oder abgelehnt.", KeptVoice.objects.filter(edition=edition)),
        ("Zielwerte sind unterschrieben.", TargetSignature.objects.filter(target__chosen__edition=edition)),
        ("Das Konzept ist beschlossen.", KeptAdoption.objects.filter(edition=edition)),
        ("Interpretationen sind geschrieben.", Interpretation.objects.filter(edition=edition)),
        ("Ergebnisse sind festgehalten.", Run.objects.filter(edition=edition)),
    )
    return tuple(reason for reason, rows in bound if rows.exists())
