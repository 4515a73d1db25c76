"""A new edition from the old one, how the two differ, and the hints to the concept."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang.planning.hints import hints
from mehrklang.planning.questions import question
from mehrklang_web.editing.actions import drop_draft
from mehrklang_web.editing.views import with_draft
from mehrklang_web.exchange.queries import as_in_folder, portable
from mehrklang_web.exchange.told import Part, parts_told
from mehrklang_web.guidance.queries import concept_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.opening import actions, queries
from mehrklang_web.opening.forms import EditionForm
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.catalogue import sources


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def new_edition(request: HttpRequest) -> HttpResponse:
    """What a new edition takes along and what begins anew; making it."""
    edition, today = the_edition(), timezone.localdate()
    initial = {"label": queries.following_label(edition), "begins": today}
    form = EditionForm(request.POST or None, initial=initial)
    if form.is_valid() and queries.label_taken(edition.monitor, form.cleaned_data["label"]):
        form.add_error("label", "Diese Ausgabe gibt es schon. Wählen Sie eine andere Bezeichnung.")
    if form.is_valid():
        label, by = form.cleaned_data["label"], account_of(request)
        new = actions.begin_edition(edition=edition, label=label, timetable=form.timetable(), by=by)
        drop_draft(place=request.path, by=by)
        messages.success(request, f"„{new}“ ist begonnen. Unterschriften und Interpretationen stehen noch aus.")
        return redirect(new.address)
    page = {"edition": edition, "carried": portable(edition), **with_draft(request, form)}
    return render(request, "opening/edition.html", page, status=422 if request.method == "POST" else 200)


@requires(Right.SEE_WORKING_VALUES)
@require_safe
def compared(request: HttpRequest) -> HttpResponse:
    """How the edition differs from another one of the installation; without a choice from the one before it."""
    edition = the_edition()
    others = list(Edition.objects.exclude(pk=edition.pk).select_related("monitor"))
    other = _other(request, edition, others)
    page = {
        "edition": edition,
        "other": other,
        "others": others,
        "parts": _parts(request, other, edition) if other else (),
    }
    return render(request, "opening/differences.html", page)


def _parts(request: HttpRequest, other: Edition, edition: Edition) -> tuple[Part, ...]:
    """Files under the names that they have in a folder: the places where they lie here are named by their checksums."""
    account, known = account_of(request), sources(edition)
    return parts_told(as_in_folder(other), as_in_folder(edition), account=account, known=known)


def _other(request: HttpRequest, edition: Edition, others: list[Edition]) -> Edition | None:
    asked = request.GET.get("mit", "")
    if asked:
        found = next((each for each in others if str(each.pk) == asked), None)
        if found is None:
            raise Http404("Diese Ausgabe gibt es nicht.")
        return found
    before = [each for each in others if each.monitor_id == edition.monitor_id and each.started <= edition.started]
    return before[0] if before else next(iter(others), None)


@requires(Right.SEE_MONITORING)
@require_safe
def hint_list(request: HttpRequest) -> HttpResponse:
    """What to look at in the concept from this starting point; nothing is answered by it."""
    edition = the_edition()
    if edition.begun_with is None:
        raise Http404("Zu dieser Ausgabe gibt es keine Hinweise.")
    answered = {each.question for each in concept_of(edition).answers}
    shown = [(question(key), text, key in answered) for key, text in hints(edition.begun_with).items()]
    return render(request, "opening/hints.html", {"edition": edition, "hints": shown})
