"""The agenda as a page, for a meeting also on paper."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mehrklang_web.agenda.queries import turns
from mehrklang_web.agreements.views import tabs
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.queries import chosen


@requires(Right.SIGN_TARGET)
@require_safe
def points(request: HttpRequest) -> HttpResponse:
    """What is open between the two offices, by who has the move."""
    edition, today = the_edition(), timezone.localdate()
    found = turns(edition, today)
    account = account_of(request)
    page = {
        "edition": edition,
        "turns": found,
        "count": sum(turn.count for turn in found),
        "today": today,
        "has_core": any(each.core for each in chosen(edition)),
        "everything": request.GET.get("zeigen") == "alle",
        **tabs(account, "agenda"),
    }
    return render(request, "agenda/points.html", page)
