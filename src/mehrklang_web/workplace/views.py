"""The overview, and moving the edition to another phase."""

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang.vocabulary import Issue
from mehrklang_web.catalogues.queries import names
from mehrklang_web.deliveries.showing import for_account
from mehrklang_web.monitors.actions import enter_phase
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.monitors.queries import current_edition, the_edition
from mehrklang_web.people.gate import account_of, for_everybody, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.ui.issues import in_words
from mehrklang_web.workplace.binding import what_binds
from mehrklang_web.workplace.first_steps import next_for, offices_without_account
from mehrklang_web.workplace.queries import overview

_NAMES_SOURCES = ("B-GEBIETSSTAND", "B-SCHUTZ", "B-WIDERSPRUCH")
"""Issues that speak of sources by their keys."""


@for_everybody
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Where the edition stands; accounts without a view of the monitoring are led to what they do."""
    account = account_of(request)
    if not may(account, Right.SEE_MONITORING):
        if missing := offices_without_account():
            messages.info(
                request, f"Als Nächstes: ein Konto für {missing} anlegen. Beide Ämter beginnen das Monitoring."
            )
        return redirect("people:accounts")
    edition = current_edition()
    if edition is None:
        return render(request, "workplace/empty.html", {"may_edit": may(account, Right.EDIT_CONCEPT)})
    shown = overview(edition, account)
    issues = shown.run.frame().issues if shown.run and may(account, Right.SEE_WORKING_VALUES) else ()
    page = {
        "overview": shown,
        "issues": _told(for_account(issues, account, edition), edition),
        "phases": Phase,
        "next": next_for(account.role_label, shown.first),
        "may_edit": may(account, Right.EDIT_CONCEPT),
        "may_start_over": bool(shown.first) and may(account, Right.EDIT_CONCEPT) and not what_binds(edition),
        "may_exchange": may(account, Right.EXCHANGE),
        "may_freeze": may(account, Right.FREEZE_RESULTS),
    }
    return render(request, "workplace/overview.html", page)


def _told(issues: tuple[Issue, ...], edition: Edition) -> tuple[Issue, ...]:
    """In the words of the page; sources that are named by their keys have their names."""
    keyed = any(each.code.startswith(_NAMES_SOURCES) for each in issues)
    known = names(edition) if keyed else {}
    return tuple(in_words(each, known) for each in issues)


@requires(Right.EDIT_CONCEPT)
@require_POST
def change_phase(request: HttpRequest) -> HttpResponse:
    """The edition stands in another phase from now on."""
    asked = request.POST.get("phase", "")
    if asked not in Phase.values:
        raise BadRequest("Diese Phase gibt es nicht.")
    enter_phase(edition=the_edition(), phase=Phase(asked), by=account_of(request))
    messages.success(request, f"Die Ausgabe steht jetzt in der Phase „{Phase(asked).label}“.")
    return redirect("workplace:overview")
