"""The selection and target of one indicator, and proposing one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang_web.catalogues.queries import retired
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.queries import last_step
from mehrklang_web.editing.views import conflict_page, inside, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection import actions, queries
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.forms import TargetForm, initial_of
from mehrklang_web.selection.further import further_of
from mehrklang_web.selection.models import AgreedTarget, ChosenIndicator
from mehrklang_web.selection.rules import shown_further, shown_target


@requires(Right.SEE_MONITORING)
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Why an indicator was chosen, for whom, how steerable it is, and its target with signatures."""
    edition, chosen = _chosen(code)
    account, known = account_of(request), definitions(edition)
    agreed = shown_target(chosen, account)
    signed = {signature.office for signature in agreed.signatures.all()} if agreed else set()
    page = {
        "edition": edition,
        "chosen": chosen,
        "definition": known[code],
        "agreed": agreed,
        "further": shown_further(further_of(edition, chosen, known), account),
        "open_offices": [office for office in ("Koordination", "Statistik") if office not in signed],
        "may_edit": may(account, Right.EDIT_CONCEPT),
        "may_remark": may(account, Right.WRITE_REMARKS),
        "may_weigh": may(account, Right.SEE_WORKING_VALUES),
        "may_sign": agreed is not None and may(account, Right.SIGN_TARGET) and account.role_label not in signed,
    }
    return render(request, "selection/indicator.html", page)


@requires(Right.EDIT_CONCEPT)
@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Lays an indicator on the working table, from whichever page it was found on, and goes back there."""
    edition, code = the_edition(), request.POST.get("indicator", "")
    known = definitions(edition)
    if code not in known:
        raise Http404("Diesen Indikator gibt es in keinem Katalog.")
    if code in retired(edition):
        messages.error(request, f"„{known[code].name}“ ist stillgelegt und wird nicht mehr zur Auswahl angeboten.")
        return redirect("catalogues:sheet", code)
    reason = request.POST.get("reason", "").strip()[:2000]
    step = actions.propose(edition=edition, code=code, by=account_of(request), reason=reason)
    if step:
        say_saved(request, f"„{known[code].name}“ liegt jetzt in der Auswahl unter den Kandidaten.", step)
    else:
        messages.info(request, f"„{known[code].name}“ liegt schon in der Auswahl.")
    return redirect(inside(request, request.POST.get("zurueck", ""), otherwise=reverse("weighing:one", args=[code])))


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, code: str) -> HttpResponse:
    """Sets or changes the target; signatures are asked for anew."""
    edition, chosen = _chosen(code)
    agreed = getattr(chosen, "agreed_target", None)
    definition = definitions(edition)[code]
    sent = merged(request.POST) if request.method == "POST" else None
    form = TargetForm(sent, initial=initial_of(agreed, definition.direction))
    if request.method == "POST" and form.is_valid():
        return _set_target(request, chosen, form)
    page = {
        **with_draft(request, form),
        "chosen": chosen,
        "definition": definition,
        "version": request.POST.get("version") or (agreed.version if agreed else 0),
    }
    return render(request, "selection/target.html", page, status=422 if request.method == "POST" else 200)


def _set_target(request: HttpRequest, chosen: ChosenIndicator, form: TargetForm) -> HttpResponse:
    version = request.POST.get("version", "")
    seen = int(version) if version.isdigit() else None
    try:
        agreed = actions.set_target(chosen=chosen, target=form.to_value(), by=account_of(request), seen=seen)
    except ConflictError as conflict:
        kept = AgreedTarget.objects.get(chosen=chosen)
        theirs = TargetForm(initial=initial_of(kept), prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(
        request, "Der Zielwert ist gespeichert. Er gilt, sobald beide Ämter unterschrieben haben.", last_step(agreed)
    )
    return redirect("selection:indicator", chosen.code)


def _chosen(code: str) -> tuple[Edition, ChosenIndicator]:
    edition = the_edition()
    chosen = queries.chosen_one(edition, code)
    if chosen is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    return edition, chosen
