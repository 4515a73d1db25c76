"""A file on trial: what was understood, the faults at their places, the way it is read, and the decision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang_web.deliveries import actions, queries
from mehrklang_web.deliveries.arrival import ChangedBytesError
from mehrklang_web.deliveries.forms import AcceptForm, ReadingForm, RejectForm
from mehrklang_web.deliveries.models import Trial
from mehrklang_web.deliveries.proposing import Candidate, candidates
from mehrklang_web.deliveries.rules import may_say_source, sees_cells
from mehrklang_web.deliveries.showing import overview_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import sources


@requires(Right.TRY_DELIVERY)
@require_safe
def trial(request: HttpRequest, number: int) -> HttpResponse:
    """What the trial found, and the forms to read it in another way and to decide."""
    tried = _tried(number)
    return render(request, "deliveries/trial.html", _page(request, tried))


@requires(Right.TRY_DELIVERY)
@require_POST
def read_anew(request: HttpRequest, number: int) -> HttpResponse:
    """Reads the file with what was said about it."""
    tried = _tried(number)
    form = _reading_form(request, tried, request.POST)
    if not form.is_valid():
        return render(request, "deliveries/trial.html", _page(request, tried, reading=form), status=422)
    actions.read_anew(trial=tried, told=form.told(), by=account_of(request))
    say_saved(request, "Die Datei ist mit diesen Angaben neu gelesen.")
    return redirect("deliveries:trial", tried.pk)


@requires(Right.ACCEPT_DELIVERY)
@require_POST
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Keeps the tried file for good."""
    tried = _tried(number)
    form = AcceptForm(request.POST, trial=tried, candidates=_candidates(tried))
    if not tried.usable:
        form.add_error(None, "So kann die Datei nicht übernommen werden: Es gibt Fehler, oder die Quelle fehlt.")
    elif queries.already_delivered(tried.edition, tried.sha256):
        form.add_error(None, "Genau diese Datei ist schon übernommen; sie wird nicht zweimal gezählt.")
    if form.is_valid():
        try:
            return _accept(request, tried, form)
        except ChangedBytesError:
            form.add_error(None, "Die Datei auf dem Server ist nicht mehr die geprüfte. Bitte laden Sie sie neu hoch.")
    return render(request, "deliveries/trial.html", _page(request, tried, form=form), status=422)


def _accept(request: HttpRequest, tried: Trial, form: AcceptForm) -> HttpResponse:
    data, by = form.cleaned_data, account_of(request)
    delivery = actions.accept(trial=tried, note=data["note"], replaces=data["replaces"], by=by)
    say_saved(request, f"Die Lieferung „{delivery.name}“ ist übernommen. Halten Sie nun die Ergebnisse neu fest.")
    return redirect("deliveries:list")


@requires(Right.TRY_DELIVERY)
@require_POST
def reject(request: HttpRequest, number: int) -> HttpResponse:
    """Throws the trial away, with an entry in the Protokoll."""
    tried = _tried(number)
    form = RejectForm(request.POST)
    if not form.is_valid():
        return render(request, "deliveries/trial.html", _page(request, tried, rejecting=form), status=422)
    actions.reject(trial=tried, reason=form.cleaned_data["reason"], by=account_of(request))
    say_saved(request, f"„{tried.name}“ ist abgelehnt; von der Datei wurde nichts übernommen.")
    return redirect("deliveries:list")


def _tried(number: int) -> Trial:
    return get_object_or_404(Trial, pk=number, edition=the_edition())


def _candidates(tried: Trial) -> tuple[Candidate, ...]:
    """The deliveries of the same source that a correction may replace."""
    usable = [each for each in queries.in_use(tried.edition) if each.source == tried.source]
    return candidates(usable, tried.name)


def _reading_form(request: HttpRequest, tried: Trial, data: object = None) -> ReadingForm:
    known = sources(tried.edition)
    may_say = may_say_source(account_of(request), tried, known.get(tried.source))
    return ReadingForm(data, trial=tried, may_say_source=may_say, sources=known)


def _page(
    request: HttpRequest,
    tried: Trial,
    *,
    form: AcceptForm | None = None,
    reading: ReadingForm | None = None,
    rejecting: RejectForm | None = None,
) -> dict[str, object]:
    account = account_of(request)
    source = sources(tried.edition).get(tried.source)
    sees = sees_cells(account, source)
    offered = _candidates(tried)
    return {
        "trial": tried,
        "source": source,
        "sees_cells": sees,
        "shown": overview_of(tried, sees=sees),
        "form": form or AcceptForm(trial=tried, candidates=offered),
        "proposal": next((each.delivery for each in offered if each.likely), None),
        "reading_form": reading or _reading_form(request, tried),
        "reject_form": rejecting or RejectForm(),
        "may_accept": may(account, Right.ACCEPT_DELIVERY),
    }
