"""Freezing results, the list of signals, one signal, and what may be done with it."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang.assessment.warning import WARNING_RULE, SignalKind
from mehrklang_web.deliveries.queries import changed_files
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right
from mehrklang_web.results.queries import rows_of
from mehrklang_web.signals import actions, queries, rules
from mehrklang_web.signals.evidence import evidence_of
from mehrklang_web.signals.forms import AssignForm, CloseForm, ExplainForm, ReopenForm
from mehrklang_web.signals.models import Cause, Signal, Stage


@requires(Right.FREEZE_RESULTS)
@require_POST
def freeze(request: HttpRequest) -> HttpResponse:
    """Computes and keeps the results of the edition, and looks through them."""
    edition = the_edition()
    if changed := changed_files(edition):
        names = ", ".join(f"„{each.name}“" for each in changed)
        messages.error(
            request,
            f"Nichts ist festgehalten: Dateien fehlen oder wurden auf dem Server verändert: {names}. Bitte stellen "
            "Sie sie aus der Sicherung wieder her oder ziehen Sie die Lieferungen zurück.",
        )
        return redirect("workplace:overview")
    run = actions.freeze(edition=edition, by=account_of(request))
    messages.success(request, f"Die Ergebnisse von {len(rows_of(run))} Indikatoren sind festgehalten.")
    if waiting := len(queries.of_edition(run.edition).filter(stage=Stage.NEW)):
        messages.info(request, f"Die Frühwarnung hat {waiting} neue Hinweise." if waiting > 1 else
                      "Die Frühwarnung hat einen neuen Hinweis.")  # fmt: skip
    return redirect("workplace:overview")


@requires(Right.HANDLE_SIGNALS)
@require_safe
def signal_list(request: HttpRequest) -> HttpResponse:
    """The signals of the edition; filters are part of the address."""
    edition, account = the_edition(), account_of(request)
    asked = queries.Asked(
        stage=request.GET.get("stand", "offen"),
        kind=request.GET.get("art", ""),
        field=request.GET.get("feld", ""),
        mine=request.GET.get("fuer", "") == "mich",
    )
    every = queries.of_edition(edition)
    page = {
        "edition": edition,
        "asked": asked,
        "signals": queries.narrowed(edition, asked, account),
        "count": every.count(),
        "stages": Stage,
        "kinds": list(SignalKind),
        "fields": sorted(set(every.values_list("field", flat=True))),
        "survey": queries.survey_of(edition),
        "rule": WARNING_RULE,
        "open_breaks": sum(each.is_open for each in queries.proposed_breaks(edition)),
    }
    return render(request, "signals/list.html", page)


@requires(Right.HANDLE_SIGNALS)
@require_safe
def signal(request: HttpRequest, number: int) -> HttpResponse:
    """One signal: why, the series behind it, what people did with it, and what may be done next."""
    return _page(request, _signal(number))


def _page(request: HttpRequest, found: Signal, **forms_in_error: forms.Form) -> HttpResponse:
    account, steps = account_of(request), queries.history(found)
    page = {
        "signal": found,
        "value": found.to_value(),
        "evidence": evidence_of(found),
        "steps": steps,
        "outdated": queries.outdated(found, steps),
        "survey": queries.survey_of(found.edition),
        "responsible": rules.responsible_for(found.edition, found.code),
        "rule": WARNING_RULE,
        "may_acknowledge": rules.may_acknowledge(found, account),
        "explain": ExplainForm() if rules.may_explain(found, account) else None,
        "close": CloseForm() if rules.may_close(found, account) else None,
        "reopen": ReopenForm() if rules.may_reopen(found, account) else None,
        "assign": AssignForm(people=rules.handlers()) if rules.may_assign(found, account) else None,
        **forms_in_error,
    }
    return render(request, "signals/signal.html", page, status=422 if forms_in_error else 200)


@requires(Right.HANDLE_SIGNALS)
@require_POST
def acknowledge(request: HttpRequest, number: int) -> HttpResponse:
    """Seen."""
    found = _allowed(request, number, rules.may_acknowledge)
    actions.acknowledge(signal=found, by=account_of(request))
    messages.success(request, f"Als gesehen vermerkt. Zuständig: {found.addressee}.")
    return redirect("signals:signal", number)


@requires(Right.HANDLE_SIGNALS)
@require_POST
def explain(request: HttpRequest, number: int) -> HttpResponse:
    """Explained."""
    found, form = _allowed(request, number, rules.may_explain), ExplainForm(request.POST)
    if not form.is_valid():
        return _page(request, found, explain=form)
    cause = Cause(form.cleaned_data["cause"])
    actions.explain(signal=found, cause=cause, text=form.cleaned_data["text"], by=account_of(request))
    say_saved(request, f"Die Erklärung ist festgehalten: {cause.label}.")
    return redirect("signals:signal", number)


@requires(Right.CLOSE_SIGNALS)
@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Closed."""
    found, form = _allowed(request, number, rules.may_close), CloseForm(request.POST)
    if not form.is_valid():
        return _page(request, found, close=form)
    actions.close(signal=found, decision=form.cleaned_data["decision"], by=account_of(request))
    say_saved(request, "Der Hinweis ist abgeschlossen.")
    return redirect("signals:list")


@requires(Right.CLOSE_SIGNALS)
@require_POST
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Open again."""
    found, form = _allowed(request, number, rules.may_reopen), ReopenForm(request.POST)
    if not form.is_valid():
        return _page(request, found, reopen=form)
    actions.reopen(signal=found, reason=form.cleaned_data["reason"], by=account_of(request))
    say_saved(request, "Der Hinweis ist wieder offen.")
    return redirect("signals:signal", number)


@requires(Right.HANDLE_SIGNALS)
@require_POST
def assign(request: HttpRequest, number: int) -> HttpResponse:
    """Handed to a person."""
    found, form = _allowed(request, number, rules.may_assign), AssignForm(request.POST, people=rules.handlers())
    if not form.is_valid():
        return _page(request, found, assign=form)
    actions.assign(signal=found, person=form.cleaned_data["person"], by=account_of(request))
    messages.success(request, f"Zuständig ist jetzt: {found.addressee}.")
    return redirect("signals:signal", number)


def _signal(number: int) -> Signal:
    return get_object_or_404(
        Signal.objects.select_related("person", "run", "edition"), pk=number, edition=the_edition()
    )


def _allowed(request: HttpRequest, number: int, rule: Callable[[Signal, Account], bool]) -> Signal:
    """The signal, if what is asked may be done with it now."""
    found = _signal(number)
    if not rule(found, account_of(request)):
        raise PermissionDenied
    return found
