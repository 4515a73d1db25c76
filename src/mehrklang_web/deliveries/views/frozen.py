"""A frozen delivery: whose it is, its chain, its original bytes, its checksum; and withdrawing it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang_web.deliveries import actions, queries
from mehrklang_web.deliveries.elsewhere import used_by
from mehrklang_web.deliveries.forms import WithdrawForm
from mehrklang_web.deliveries.models import Delivery, State
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.deliveries.showing import overview_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import sources


@requires(Right.TRY_DELIVERY)
@require_safe
def delivery(request: HttpRequest, number: int) -> HttpResponse:
    """One delivery."""
    found = _found(number)
    return render(request, "deliveries/delivery.html", _page(request, found, WithdrawForm()))


@requires(Right.TRY_DELIVERY)
@require_safe
def original(request: HttpRequest, number: int) -> HttpResponseBase:
    """The bytes as they were delivered; of additive material for the statistics office alone."""
    found = _found(number)
    if not sees_cells(account_of(request), sources(found.edition).get(found.source)):
        raise PermissionDenied
    try:
        file = found.path.open("rb")
    except FileNotFoundError as error:
        raise Http404("Die Datei fehlt auf dem Server.") from error
    return FileResponse(file, as_attachment=True, filename=found.name, content_type="application/octet-stream")


@requires(Right.TRY_DELIVERY)
@require_POST
def verify(request: HttpRequest, number: int) -> HttpResponse:
    """Recomputes the checksum."""
    found = _found(number)
    if actions.verify(delivery=found, by=account_of(request)):
        messages.success(request, f"„{found.name}“ ist unverändert: Die Prüfsumme stimmt.")
    else:
        messages.error(
            request,
            f"„{found.name}“ ist nicht mehr die übernommene Datei: Sie fehlt oder wurde verändert. Bitte wenden Sie "
            "sich an die Administration, stellen Sie die Datei aus der Sicherung wieder her oder ziehen Sie die "
            "Lieferung zurück.",
        )
    return redirect("deliveries:delivery", found.pk)


@requires(Right.ACCEPT_DELIVERY)
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Takes the delivery out of the computation."""
    found = _found(number)
    form = WithdrawForm(request.POST)
    if found.state is not State.VALID:
        form.add_error(None, "Diese Lieferung wird schon nicht mehr verwendet.")
    if not form.is_valid():
        return render(request, "deliveries/delivery.html", _page(request, found, form), status=422)
    actions.withdraw(delivery=found, reason=form.cleaned_data["reason"], by=account_of(request))
    say_saved(
        request,
        f"„{found.name}“ ist zurückgezogen und wird nicht mehr verwendet. Halten Sie nun die Ergebnisse neu fest.",
    )
    return redirect("deliveries:delivery", found.pk)


def _found(number: int) -> Delivery:
    return get_object_or_404(Delivery, pk=number, edition=the_edition())


def _page(request: HttpRequest, found: Delivery, form: WithdrawForm) -> dict[str, object]:
    account = account_of(request)
    source = sources(found.edition).get(found.source)
    sees = sees_cells(account, source)
    return {
        "delivery": found,
        "source": source,
        "sees_cells": sees,
        "shown": overview_of(found, sees=sees),
        "chain": queries.chain_of(found),
        "used_by": used_by(found),
        "states": State,
        "form": form,
        "may_withdraw": may(account, Right.ACCEPT_DELIVERY) and found.state is State.VALID,
    }
