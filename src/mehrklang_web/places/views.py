"""The register: looked at by everybody, brought up to date by the Statistik."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from mehrklang.report.charts import outline_map
from mehrklang.report.charts.size import Size
from mehrklang.territory import ADMINISTRATION
from mehrklang.vocabulary import Boundary
from mehrklang_web.editing.actions import drop_draft
from mehrklang_web.editing.views import say_saved
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.places import actions, queries
from mehrklang_web.places.forms import LookUpForm, TrialForm
from mehrklang_web.places.models import FileOnTrial, Place
from mehrklang_web.places.trying import understand


@requires(Right.SEE_MONITORING)
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The areas of a hierarchy on a day, what is looked for, and where they lie."""
    return render(request, "places/register.html", _page(request, TrialForm()))


@requires(Right.EDIT_AREAS)
@require_POST
def upload(request: HttpRequest) -> HttpResponse:
    """Keeps a file on trial and shows what it would change."""
    form = TrialForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "places/register.html", _page(request, form), status=422)
    trial = actions.try_file(trial=form.to_trial(), by=account_of(request))
    drop_draft(place=request.path, by=account_of(request))
    return redirect("places:trial", trial.pk)


@requires(Right.EDIT_AREAS)
@require_safe
def trial(request: HttpRequest, number: int) -> HttpResponse:
    """The dry run."""
    kept = get_object_or_404(FileOnTrial, pk=number)
    understood = understand(kept)
    places = {place.key: place for place in Place.objects.all()}
    page = {
        "trial": kept,
        "understood": understood,
        "missing": [f"{places[key]} ({key})" for key in understood.outlines.missing],
        "map": _map(() if understood.issues else understood.boundaries, places, kept.valid_from),
    }
    return render(request, "places/trial.html", page)


@requires(Right.EDIT_AREAS)
@require_POST
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Takes the file over, if it has no fault."""
    kept = get_object_or_404(FileOnTrial, pk=number)
    understood = understand(kept)
    if understood.issues:
        return redirect("places:trial", number)
    by = account_of(request)
    step = actions.take_in(content=understood.content, boundaries=understood.boundaries, by=by)
    actions.drop(trial=kept, by=by)
    say_saved(request, f"„{kept.name}“ ist übernommen.", step)
    return redirect("places:register")


@requires(Right.EDIT_AREAS)
@require_POST
def discard(request: HttpRequest, number: int) -> HttpResponse:
    """Removes the file; the register stays as it is."""
    kept = get_object_or_404(FileOnTrial, pk=number)
    actions.drop(trial=kept, by=account_of(request))
    messages.success(request, f"„{kept.name}“ ist verworfen. Das Verzeichnis ist unverändert.")
    return redirect("places:register")


def _page(request: HttpRequest, form: TrialForm) -> dict[str, object]:
    kept = queries.kept_register()
    hierarchies = kept.areas.hierarchies if kept.areas else (ADMINISTRATION,)
    asked = LookUpForm(request.GET or None, hierarchies=hierarchies)
    data = asked.cleaned_data if asked.is_bound and asked.is_valid() else {}
    hierarchy, day, words = data.get("gliederung") or ADMINISTRATION, data.get("tag"), data.get("suche") or ""
    return {
        "issues": kept.issues,
        "asked": asked,
        "hierarchy": hierarchy,
        "day": day,
        "words": words,
        "found": queries.found(kept.areas, words) if kept.areas and words else (),
        "tree": queries.tree(kept.areas, hierarchy, day) if kept.areas else (),
        "unions": kept.areas.unions if kept.areas else (),
        "count": len(kept.areas.by_key) if kept.areas else 0,
        "map": _map_of_day(day),
        "form": form,
        "waiting": queries.waiting(),
        "may_edit": may(account_of(request), Right.EDIT_AREAS),
    }


def _map_of_day(day: date | None) -> str:
    """Where the areas of that day lie."""
    places = {place.key: place for place in Place.objects.all()}
    return _map(queries.drawn_boundaries_of(places.values(), day), places, day)


def _map(boundaries: Iterable[Boundary], places: Mapping[str, Place], day: date | None) -> str:
    """The areas that exist on that day, of the level that most boundaries are known of: levels overlap."""
    alive = [each for each in boundaries if queries.exists(places[each.area].to_value(), day)]
    levels = Counter(places[each.area].level for each in alive).most_common(1)
    shown = [each for each in alive if places[each.area].level == levels[0][0]]
    names = {key: place.name for key, place in places.items()}
    return outline_map.draw(shown, names, size=Size.NARROW, name="gebietskarte", title="Karte der Gebiete")
