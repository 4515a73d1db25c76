"""Proposed breaks: the list, one proposal with its evidence, confirming and rejecting."""

from collections.abc import Callable

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang.assessment.breaks import PROPOSAL_RULE
from mehrklang.catalogue import BreakKind
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.signals import actions, queries, rules
from mehrklang_web.signals.forms import KINDS, ConfirmBreakForm, RejectBreakForm
from mehrklang_web.signals.models import BreakStage, ProposedBreak
from mehrklang_web.signals.own_breaks import own_breaks_of


@requires(Right.HANDLE_SIGNALS)
@require_safe
def break_list(request: HttpRequest) -> HttpResponse:
    """All proposals of the edition, and what its offices have entered themselves."""
    edition = the_edition()
    page = {
        "breaks": queries.proposed_breaks(edition),
        "own": own_breaks_of(edition),
        "may_enter": may(account_of(request), Right.CONFIRM_BREAKS),
        "rule": PROPOSAL_RULE,
    }
    return render(request, "signals/breaks.html", page)


@requires(Right.HANDLE_SIGNALS)
@require_safe
def proposed_break(request: HttpRequest, number: int) -> HttpResponse:
    """One proposal: why, what was written, who confirmed, and what may be done."""
    return _page(request, _proposal(number))


def _page(request: HttpRequest, found: ProposedBreak, **forms_in_error: forms.Form) -> HttpResponse:
    account = account_of(request)
    page = {
        "proposal": found,
        "kind": KINDS[BreakKind(found.kind)],
        "rule": PROPOSAL_RULE,
        "confirm": ConfirmBreakForm(initial={"kind": found.kind}) if rules.may_confirm(found, account) else None,
        "reject": RejectBreakForm() if rules.may_reject(found, account) else None,
        **forms_in_error,
    }
    return render(request, "signals/break.html", page, status=422 if forms_in_error else 200)


@requires(Right.CONFIRM_BREAKS)
@require_POST
def confirm(request: HttpRequest, number: int) -> HttpResponse:
    """Confirmed for one's own office: the first writes, the second agrees to what is shown."""
    found = _allowed(request, number, rules.may_confirm)
    if found.stage == BreakStage.CONFIRMED:
        words = actions.BreakWords(BreakKind(found.kind), found.text, found.source)
    else:
        form = ConfirmBreakForm(request.POST)
        if not form.is_valid():
            return _page(request, found, confirm=form)
        data = form.cleaned_data
        words = actions.BreakWords(BreakKind(data["kind"]), data["text"], data["source"])
    actions.confirm_break(proposal=found, words=words, by=account_of(request))
    say_saved(
        request,
        "Der Reihenbruch ist eingetragen. Er wirkt, sobald die Ergebnisse neu festgehalten werden."
        if found.stage == BreakStage.ENTERED
        else "Bestätigt. Der Bruch wird eingetragen, sobald auch das andere Amt bestätigt hat.",
    )
    return redirect("signals:break", number)


@requires(Right.CONFIRM_BREAKS)
@require_POST
def reject(request: HttpRequest, number: int) -> HttpResponse:
    """Rejected."""
    found, form = _allowed(request, number, rules.may_reject), RejectBreakForm(request.POST)
    if not form.is_valid():
        return _page(request, found, reject=form)
    actions.reject_break(proposal=found, reason=form.cleaned_data["reason"], by=account_of(request))
    say_saved(request, "Der Vorschlag ist verworfen; die Reihe läuft weiter.")
    return redirect("signals:breaks")


def _proposal(number: int) -> ProposedBreak:
    return get_object_or_404(ProposedBreak, pk=number, edition=the_edition())


def _allowed(request: HttpRequest, number: int, rule: Callable[[ProposedBreak, Account], bool]) -> ProposedBreak:
    found = _proposal(number)
    if not rule(found, account_of(request)):
        raise PermissionDenied
    return found
