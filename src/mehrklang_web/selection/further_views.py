"""Adding, changing and removing the target of another area or group."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection import queries
from mehrklang_web.selection.actions import remove_further, set_further
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.forms import NewFurtherForm, TargetForm, initial_of_target
from mehrklang_web.selection.further import FurtherView, further_of, offer_for
from mehrklang_web.selection.models import ChosenIndicator


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Proposes a target for another area or group."""
    edition, chosen = _chosen(code)
    form = NewFurtherForm(request.POST or None, offer=offer_for(edition, chosen, definitions(edition)))
    if request.method == "POST" and form.is_valid():
        step = set_further(chosen=chosen, further=form.to_further(), by=account_of(request))
        say_saved(request, _SAVED, step)
        return redirect("selection:indicator", code)
    return _page(request, edition, chosen, form)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str, place: str) -> HttpResponse:
    """Changes it; signatures are asked for anew, area and group stay."""
    edition, chosen = _chosen(code)
    view = _one(edition, chosen, place)
    data = merged(request.POST) if request.method == "POST" else None
    form = TargetForm(data, initial=initial_of_target(view.value.target))
    if data is None or not form.is_valid():
        return _page(request, edition, chosen, form, view)
    further = replace(view.value, target=form.to_value())
    try:
        step = set_further(chosen=chosen, further=further, by=account_of(request), seen=_seen(request))
    except ConflictError as conflict:
        theirs = TargetForm(initial=form.initial, prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(request, _SAVED, step)
    return redirect("selection:indicator", code)


_SAVED = "Der Zielwert ist gespeichert. Er gilt, sobald beide Ämter unterschrieben haben."


@requires(Right.EDIT_CONCEPT)
@require_POST
def remove(request: HttpRequest, code: str, place: str) -> HttpResponse:
    """Takes it away; that can be undone."""
    edition, chosen = _chosen(code)
    view = _one(edition, chosen, place)
    try:
        step = remove_further(chosen=chosen, further=view.value, by=account_of(request), seen=_seen(request))
    except ConflictError:
        messages.error(request, "Der Indikator wurde inzwischen geändert. Bitte lesen Sie den Zielwert noch einmal.")
        return redirect("selection:further", code, place)
    say_saved(request, f"Der Zielwert für {view.name} ist gestrichen.", step)
    return redirect("selection:indicator", code)


def _page(
    request: HttpRequest, edition: Edition, chosen: ChosenIndicator, form: TargetForm, view: FurtherView | None = None
) -> HttpResponse:
    page = {
        **with_draft(request, form),
        "chosen": chosen,
        "definition": definitions(edition)[chosen.code],
        "view": view,
        "version": request.POST.get("version") or chosen.version,
    }
    return render(request, "selection/further.html", page, status=422 if request.method == "POST" else 200)


def _seen(request: HttpRequest) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isdigit() else 0


def _chosen(code: str) -> tuple[Edition, ChosenIndicator]:
    edition = the_edition()
    chosen = queries.chosen_one(edition, code)
    if chosen is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    return edition, chosen


def _one(edition: Edition, chosen: ChosenIndicator, place: str) -> FurtherView:
    found = next((each for each in further_of(edition, chosen, definitions(edition)) if each.place == place), None)
    if found is None:
        raise Http404("Diesen Zielwert gibt es in der Ausgabe nicht.")
    return found
