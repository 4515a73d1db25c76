"""Recomputing frozen results."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import requires
from mehrklang_web.people.rules import Right
from mehrklang_web.results import queries


@requires(Right.FREEZE_RESULTS)
@require_POST
def recompute(request: HttpRequest) -> HttpResponse:
    """Recomputes the frozen results and says whether they are the same to the last digit. Writes nothing."""
    run = queries.latest_run(the_edition())
    if run is None:
        messages.warning(request, "Es sind noch keine Ergebnisse festgehalten.")
    elif differing := queries.differing(run):
        messages.warning(
            request, f"Nachgerechnet: Bei {len(differing)} Indikatoren weicht der Wert ab ({', '.join(differing)})."
        )
    else:
        messages.success(request, "Nachgerechnet: Alle festgehaltenen Werte stimmen bis zur letzten Stelle überein.")
    return redirect("workplace:overview")
