"""All monitors with their editions, and the timetable of one edition."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors import actions, queries
from mehrklang_web.monitors.forms import TimetableForm, initial_of
from mehrklang_web.monitors.models import Edition, PhaseInPlan
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may


@requires(Right.SEE_MONITORING)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The monitors of the installation; each edition has an address of its own."""
    page = {
        "monitors": queries.monitors(),
        "current": queries.current_edition(),
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
        "may_exchange": may(account_of(request), Right.EXCHANGE),
    }
    return render(request, "monitors/list.html", page)


@requires(Right.SEE_MONITORING)
@require_http_methods(["GET", "POST"])
def timetable(request: HttpRequest) -> HttpResponse:
    """When each phase is worked on, and who sees to it."""
    edition = queries.the_edition()
    may_edit = may(account_of(request), Right.EDIT_CONCEPT)
    kept = {each.phase: each for each in edition.timetable.all()}
    if request.method == "POST":
        if not may_edit:
            raise PermissionDenied
        return _save(request, edition, kept)
    page = {
        "edition": edition,
        "phases": queries.phases_of(edition, timezone.localdate()),
        "versions": _versions(kept),
        "may_edit": may_edit,
        **with_draft(request, TimetableForm(initial=initial_of(kept))),
    }
    return render(request, "monitors/timetable.html", page)


def _save(request: HttpRequest, edition: Edition, kept: dict[str, PhaseInPlan]) -> HttpResponse:
    form = TimetableForm(merged(request.POST))
    if not form.is_valid():
        page = {
            "edition": edition,
            "phases": queries.phases_of(edition, timezone.localdate()),
            "form": form,
            "versions": request.POST.get("version", ""),
            "may_edit": True,
        }
        return render(request, "monitors/timetable.html", page, status=422)
    try:
        step = actions.plan(
            edition=edition,
            timetable=form.to_value(),
            by=account_of(request),
            seen=_seen(request.POST.get("version", "")),
        )
    except ConflictError as conflict:
        kept = {each.phase: each for each in edition.timetable.all()}
        theirs = TimetableForm(initial=initial_of(kept), prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs, version=_versions(kept))
    say_saved(request, "Der Zeitplan ist gespeichert.", step)
    return redirect("monitors:timetable")


def _versions(kept: dict[str, PhaseInPlan]) -> str:
    """The versions of the planned phases, as one text that the form carries."""
    return " ".join(f"{phase}:{each.version}" for phase, each in sorted(kept.items()))


def _seen(text: str) -> dict[str, int]:
    """Versions by phase, from the form; 0 for a phase that was not planned when the form was opened."""
    pairs = (part.partition(":") for part in text.split())
    return {phase: int(version) for phase, _, version in pairs if version.isdigit()}
