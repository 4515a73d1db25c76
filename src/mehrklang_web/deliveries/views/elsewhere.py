"""Taking a delivery of another monitor over: checked anew, accepted in the same act where nothing is conspicuous."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.arrival import ChangedBytesError
from mehrklang_web.deliveries.elsewhere import Elsewhere, elsewhere
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may


@requires(Right.TRY_DELIVERY)
@require_POST
def take(request: HttpRequest, number: int) -> HttpResponse:
    """Reads the file as it was read there, against what is known here; faults and warnings lead to its trial."""
    edition, by = the_edition(), account_of(request)
    found = next((each for each in elsewhere(edition) if each.delivery.pk == number), None)
    if found is None:
        raise Http404("Diese Lieferung wird nicht mehr angeboten.")
    if found.refused:
        messages.error(request, found.refused)
        return redirect("deliveries:list")
    try:
        tried = actions.try_frozen(edition=edition, delivery=found.delivery, source=found.source, by=by)
    except (ChangedBytesError, FileNotFoundError):
        messages.error(request, f"Die Datei „{found.delivery.name}“ fehlt auf dem Server oder wurde verändert.")
        return redirect("deliveries:list")
    if tried.trial is None:
        page = {"tried": tried, "name": found.delivery.name}
        return render(request, "deliveries/refused.html", page, status=422)
    if not tried.trial.usable or tried.trial.needs_reason or not may(by, Right.ACCEPT_DELIVERY):
        messages.info(request, f"„{found.delivery.name}“ aus „{found.title}“ ist geprüft. Bitte entscheiden Sie hier.")
        return redirect("deliveries:trial", tried.trial.pk)
    return _accept(request, tried.trial, found)


def _accept(request: HttpRequest, trial: Trial, found: Elsewhere) -> HttpResponse:
    note = f"aus dem Monitor „{found.title}“"
    delivery = actions.accept(trial=trial, note=note, replaces=found.replaces, by=account_of(request))
    said = f" Sie ersetzt „{found.replaces.name}“." if found.replaces else ""
    messages.success(
        request,
        f"„{delivery.name}“ aus „{found.title}“ ist geprüft und übernommen.{said} Halten Sie nun die Ergebnisse "
        "neu fest.",
    )
    return redirect("deliveries:delivery", delivery.pk)
