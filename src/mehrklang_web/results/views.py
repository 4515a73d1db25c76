"""Recomputing frozen results; what protection costs; asking for stabilised values."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from mehrklang_web.editing.conflict import ConflictError
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.results import actions, queries
from mehrklang_web.selection.queries import chosen_one
from mehrklang_web.ui.streaming import in_two_parts


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


@requires(Right.SEE_PROTECTION_COSTS)
@require_safe
def protection_costs(request: HttpRequest) -> StreamingHttpResponse:
    """What protection costs before anything goes out, and which coarser choice would show more."""
    edition = the_edition()
    return in_two_parts(request, "results/costs.html", {"edition": edition}, lambda: _costs(request, edition))


def _costs(request: HttpRequest, edition: Edition) -> str:
    """The tables: every choice is protected and counted, which takes its time."""
    report = queries.protection_costs(edition)
    lines = [(report.now, *report.alternatives)] if report.now else []
    page = {
        "report": report,
        "lines": [
            (each, 100 * each.lost_share, now.suppressed - each.suppressed)
            for now, *others in lines
            for each in (now, *others)
        ],
    }
    return render_to_string("results/costs_table.html", page, request)


@requires(Right.FREEZE_RESULTS)
@require_POST
def stabilise(request: HttpRequest, code: str) -> HttpResponse:
    """Asks for stabilised values of an indicator's parts, or no longer."""
    edition = the_edition()
    if chosen_one(edition, code) is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    wanted, version = request.POST.get("stabilisiert") == "ja", request.POST.get("version", "")
    seen = int(version) if version.isdigit() else None
    try:
        step = actions.set_stabilising(edition=edition, code=code, wanted=wanted, by=account_of(request), seen=seen)
    except ConflictError:
        messages.error(request, "Das hat inzwischen jemand anders entschieden. Bitte sehen Sie noch einmal hin.")
    else:
        word = "Stabilisierte Werte sind gewählt" if wanted else "Stabilisierte Werte sind abgewählt"
        say_saved(request, f"{word}. Das gilt, sobald die Ergebnisse neu festgehalten sind.", step)
    return redirect("interpretation:indicator", code)
