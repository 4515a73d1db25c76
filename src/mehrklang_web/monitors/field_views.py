"""In which fields of action a Fachbereich writes: the page lies here, because accounts know nothing of drafts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mehrklang_web.editing.views import say_saved, with_draft
from mehrklang_web.people.actions import set_fields
from mehrklang_web.people.forms import FieldsForm, initial_fields
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Account, Role
from mehrklang_web.people.rules import Right


@requires(Right.MANAGE_ACCOUNTS)
@require_http_methods(["GET", "POST"])
def account_fields(request: HttpRequest, number: int) -> HttpResponse:
    """The fields of one account; whoever saves an older state is told what holds by now."""
    account = get_object_or_404(Account, pk=number, role=Role.DEPARTMENT)
    form = FieldsForm(request.POST or None, initial=initial_fields(account))
    stand = "; ".join(account.own_fields)
    if form.is_valid() and request.POST.get("stand", stand) != stand:
        form.add_error(
            None, f"Inzwischen gilt: {stand or 'alle'}. Speichern Sie noch einmal, wenn Ihre Angaben gelten."
        )
    if form.is_valid():
        set_fields(account=account, fields=form.names(), by=account_of(request))
        say_saved(request, f"Die Handlungsfelder von {account.full_name} sind gespeichert.")
        return redirect("people:accounts")
    page = {**with_draft(request, form), "account": account, "stand": stand}
    return render(request, "people/fields.html", page, status=422 if form.is_bound else 200)
