"""The list of deliveries, uploading one, accepting or rejecting it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang_web.deliveries import actions, queries
from mehrklang_web.deliveries.forms import AcceptForm, RejectForm, UploadForm
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import sources


@requires(Right.TRY_DELIVERY)
@require_http_methods(["GET", "POST"])
def delivery_list(request: HttpRequest) -> HttpResponse:
    """All deliveries, and the upload. A file with errors is answered with all of them and nothing is kept."""
    edition = the_edition()
    known = sources(edition)
    form = UploadForm(request.POST or None, request.FILES or None, sources=known.values())
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            data = form.cleaned_data
            tried = actions.try_file(
                edition=edition,
                upload=data["file"],
                kind=data["kind"],
                source=known[data["source"]],
                by=account_of(request),
            )
            if tried.trial is not None:
                return redirect("deliveries:trial", tried.trial.pk)
            return render(request, "deliveries/refused.html", {"tried": tried, "name": data["file"].name}, status=422)
    page = {
        "edition": edition,
        "form": form,
        "deliveries": [(each, known[each.source].name) for each in queries.deliveries_of(edition)],
        "waiting": queries.waiting(edition),
    }
    return render(request, "deliveries/list.html", page, status=status)


@requires(Right.TRY_DELIVERY)
@require_safe
def trial(request: HttpRequest, number: int) -> HttpResponse:
    """What the trial found, and the form to accept it."""
    tried = get_object_or_404(Trial, pk=number, edition=the_edition())
    form = AcceptForm(trial=tried, deliveries=_usable(tried))
    return render(request, "deliveries/trial.html", _trial_page(request, tried, form))


@requires(Right.ACCEPT_DELIVERY)
@require_POST
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps the tried file for good."""
    tried = get_object_or_404(Trial, pk=number, edition=the_edition())
    form = AcceptForm(request.POST, trial=tried, deliveries=_usable(tried))
    if queries.already_delivered(tried.edition, tried.sha256):
        form.add_error(None, "Genau diese Datei ist schon übernommen; sie wird nicht zweimal gezählt.")
    if not form.is_valid():
        return render(request, "deliveries/trial.html", _trial_page(request, tried, form), status=422)
    data = form.cleaned_data
    delivery = actions.accept(trial=tried, note=data["note"], replaces=data["replaces"], by=account_of(request))
    messages.success(
        request, f"Die Lieferung „{delivery.name}“ ist übernommen. Halten Sie nun die Ergebnisse neu fest."
    )
    return redirect("deliveries:list")


@requires(Right.TRY_DELIVERY)
@require_POST
def reject(request: HttpRequest, number: int) -> HttpResponse:
    """Throws the trial away, with an entry in the Protokoll."""
    tried = get_object_or_404(Trial, pk=number, edition=the_edition())
    form = RejectForm(request.POST)
    if not form.is_valid():
        page = _trial_page(request, tried, AcceptForm(trial=tried, deliveries=_usable(tried)))
        return render(request, "deliveries/trial.html", page | {"reject_form": form}, status=422)
    actions.reject(trial=tried, reason=form.cleaned_data["reason"], by=account_of(request))
    messages.success(request, f"„{tried.name}“ ist abgelehnt; von der Datei wurde nichts übernommen.")
    return redirect("deliveries:list")


@requires(Right.TRY_DELIVERY)
@require_safe
def delivery(request: HttpRequest, number: int) -> HttpResponse:
    """One delivery: whose it is, its checksum, what was found in it."""
    edition = the_edition()
    found = get_object_or_404(Delivery, pk=number, edition=edition)
    page = {"delivery": found, "source": sources(edition).get(found.source)}
    return render(request, "deliveries/delivery.html", page)


def _usable(tried: Trial) -> list[Delivery]:
    """The deliveries of the same source that a correction may replace."""
    return [each for each in queries.in_use(tried.edition) if each.source == tried.source]


def _trial_page(request: HttpRequest, tried: Trial, form: AcceptForm) -> dict[str, object]:
    source = sources(tried.edition).get(tried.source)
    may_accept = may(account_of(request), Right.ACCEPT_DELIVERY)
    return {"trial": tried, "source": source, "form": form, "reject_form": RejectForm(), "may_accept": may_accept}
