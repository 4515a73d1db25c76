"""Missed targets: which there are, and the form for reason and decision."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.goals.missed_forms import MissedTargetForm, initial_of
from mehrklang_web.measures.queries import measures_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.results.actions import keep_missed_target
from mehrklang_web.signals.actions import close
from mehrklang_web.signals.queries import Missed, missed_targets


@requires(Right.HANDLE_SIGNALS)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """All targets that the newest results miss; those without a decision first."""
    edition = the_edition()
    found = sorted(missed_targets(edition), key=lambda each: each.settled)
    page = {"edition": edition, "missed": found, "may_decide": may(account_of(request), Right.CLOSE_SIGNALS)}
    return render(request, "goals/missed_list.html", page)


@requires(Right.CLOSE_SIGNALS)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, code: str, year: int, place: str = "") -> HttpResponse:
    """Records reason and decision; somebody else's version meanwhile is shown beside."""
    edition = the_edition()
    missed = _one(edition, code, year, place)
    data = merged(request.POST) if request.method == "POST" else None
    measures = [(each.key, each.title) for each in measures_of(edition)]
    form = MissedTargetForm(data, initial=initial_of(missed.value), year=year, measures=measures)
    if data is not None and form.is_valid():
        try:
            return _keep(request, edition, missed, form)
        except ConflictError as conflict:
            now = _one(edition, code, year, place)
            theirs = MissedTargetForm(initial=initial_of(now.value), prefix=THEIRS, year=year, measures=measures)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
    version = request.POST.get("version") or (missed.record.version if missed.record else 0)
    page = {**with_draft(request, form), "missed": missed, "version": version}
    return render(request, "goals/missed_form.html", page, status=422 if request.method == "POST" else 200)


def _keep(request: HttpRequest, edition: Edition, missed: Missed, form: MissedTargetForm) -> HttpResponse:
    """Kept; with reason and decision nothing more is to be done about the signal."""
    account, version = account_of(request), request.POST.get("version", "")
    value = form.to_value(matter=missed.matter, by=account.full_name, today=timezone.localdate())
    seen = int(version) if version.isdigit() else None
    step = keep_missed_target(edition=edition, missed=value, by=account, seen=seen)
    if value.decided and missed.signal.is_open:
        said = filter(None, (value.reason.rstrip("."), value.told, value.text))
        close(signal=missed.signal, decision=". ".join(said), by=account)
    text = "Grund und Entscheidung sind festgehalten." if value.decided else "Der Grund ist festgehalten."
    say_saved(request, f"{text} Beides steht im nächsten Bericht.", step)
    return redirect("goals:missed")


def _one(edition: Edition, code: str, year: int, place: str) -> Missed:
    fitting = (each for each in missed_targets(edition, code) if (each.year, each.matter.place) == (year, place))
    found = next(fitting, None)
    if found is None:
        raise Http404("Dieses Ziel ist nach den neuesten Ergebnissen nicht verfehlt.")
    return found
