"""The list of measures, and adding, changing and removing one."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning import MeasureState
from mehrklang.planning.measure import NO_CLAIM
from mehrklang.vocabulary.german import format_exact
from mehrklang.vocabulary.spreadsheet import csv_text
from mehrklang_web.concept.forms import MORE, typed
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_removed, say_saved, with_draft
from mehrklang_web.measures import actions
from mehrklang_web.measures.forms import MeasureForm, initial_of
from mehrklang_web.measures.models import Measure
from mehrklang_web.measures.queries import measures_of, one_measure
from mehrklang_web.measures.rules import new_key
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.queries import chosen
from mehrklang_web.ui.downloads import csv_file

_HEADS = (
    "Maßnahme", "Handlungsfeld", "Ziele", "Stand", "Zuständig", "Beginn", "Ende", "Budget", "Produkt", "Beschluss",
)  # fmt: skip
_ASKED = ("suche", "stand", "zustaendig", "feld", "ziel", "faellig")


@dataclass(frozen=True, slots=True)
class Line:
    """A measure in the list."""

    measure: Measure
    fields: tuple[str, ...]
    overdue: bool


@requires(Right.SEE_MONITORING)
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """All measures; search and filters are part of the address."""
    edition = the_edition()
    every = _lines(edition)
    asked = {name: request.GET.get(name, "").strip() for name in _ASKED}
    page = {
        "edition": edition,
        "lines": [line for line in every if _fits(line, asked)],
        "count": len(every),
        "asked": asked,
        "states": [each.value for each in MeasureState],
        "offices": sorted({line.measure.responsible for line in every if line.measure.responsible}),
        "fields": sorted({name for line in every for name in line.fields}),
        "goals": goals_of(edition),
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
        "may_remark": may(account_of(request), Right.WRITE_REMARKS),
        "no_claim": NO_CLAIM,
    }
    return render(request, "measures/list.html", page)


def _lines(edition: Edition) -> list[Line]:
    today = timezone.localdate()
    return [
        Line(
            each,
            tuple(dict.fromkeys(goal.field for goal in each.served)),
            each.to_value().overdue(today),
        )
        for each in measures_of(edition)
    ]


def _fits(line: Line, asked: dict[str, str]) -> bool:
    each = line.measure
    text = f"{each.title} {each.responsible} {each.product} {each.text}".casefold()
    return (
        all(word in text for word in asked["suche"].casefold().split())
        and asked["stand"] in ("", each.state)
        and asked["zustaendig"] in ("", each.responsible)
        and (not asked["feld"] or asked["feld"] in line.fields)
        and (not asked["ziel"] or asked["ziel"] in {goal.key for goal in each.served})
        and (not asked["faellig"] or line.overdue)
    )


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Adds a measure; a goal or an indicator in the address is linked from the start."""
    edition = the_edition()
    linked = {"goals": request.GET.getlist("ziel"), "indicators": request.GET.getlist("indikator")}
    links, initial = _linkable(edition), {**linked, "state": "geplant"}
    form = MeasureForm(request.POST or None, initial=initial, goals=links.goals, indicators=links.indicators)
    if request.method == "POST" and MORE not in request.POST and form.is_valid():
        value = form.to_value(
            new_key(form.cleaned_data["title"], [each.key for each in measures_of(edition)], otherwise="massnahme")
        )
        step = actions.keep_measure(edition=edition, measure=value, by=account_of(request))
        say_saved(request, f"Die Maßnahme „{value.title}“ ist aufgenommen.", step)
        return redirect("measures:list")
    return _form_page(request, form, None)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Changes a measure; somebody else's version meanwhile is shown beside."""
    edition = the_edition()
    kept = _measure(edition, key)
    links = _linkable(edition)
    data = merged(request.POST) if request.method == "POST" else None
    form = MeasureForm(data, initial=initial_of(kept.to_value()), goals=links.goals, indicators=links.indicators)
    if data is not None and MORE not in data and form.is_valid():
        seen = seen_version(data)
        try:
            step = actions.keep_measure(edition=edition, measure=form.to_value(key), by=account_of(request), seen=seen)
        except ConflictError as conflict:
            saved = initial_of(_measure(edition, key).to_value())
            theirs = MeasureForm(
                initial=saved, prefix=THEIRS, rows=form.rows, goals=links.goals, indicators=links.indicators
            )
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        say_saved(request, f"Die Maßnahme „{form.cleaned_data['title']}“ ist gespeichert.", step)
        return redirect("measures:list")
    return _form_page(request, form, kept)


@requires(Right.EDIT_CONCEPT)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Takes a measure away; that can be undone."""
    kept, by = _measure(the_edition(), key), account_of(request)
    what = f"Die Maßnahme „{kept.title}“"
    removed = say_removed(request, what, lambda seen: actions.remove_measure(kept=kept, by=by, seen=seen))
    return redirect("measures:list") if removed else redirect("measures:change", key)


@requires(Right.SEE_MONITORING)
@require_safe
def table(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """All measures as CSV, as German spreadsheets open it."""
    return csv_file(csv_text([_HEADS, *map(_cells, _lines(the_edition()))]), "massnahmen.csv")


def _cells(line: Line) -> list[str]:
    each = line.measure
    days = [f"{day:%d.%m.%Y}" if day else "" for day in (each.begins, each.ends)]
    goals = "; ".join(goal.title for goal in each.served)
    budget = "" if each.budget is None else format_exact(each.budget, 2).replace(".", "")
    decisions = "; ".join(map(str, each.council))
    fields = ", ".join(line.fields)
    return [each.title, fields, goals, each.state, each.responsible, *days, budget, each.product, decisions]


def _measure(edition: Edition, key: str) -> Measure:
    kept = one_measure(edition, key)
    if kept is None:
        raise Http404("Diese Maßnahme gibt es in der Ausgabe nicht.")
    return kept


@dataclass(frozen=True, slots=True)
class Linkable:
    """The goals and indicators that a measure can be linked to, with their names."""

    goals: list[tuple[str, str]]
    indicators: list[tuple[str, str]]


def _linkable(edition: Edition) -> Linkable:
    known = definitions(edition)
    goals = [(goal.key, f"{goal.field}: {goal.title}") for goal in goals_of(edition)]
    return Linkable(goals, [(each.code, known[each.code].name) for each in chosen(edition)])


def _form_page(request: HttpRequest, form: MeasureForm, kept: Measure | None) -> HttpResponse:
    """The form, with one more row for a decision if that was asked for."""
    version = request.POST.get("version") or (kept.version if kept else "")
    asked_more = MORE in request.POST
    wrong = form.is_bound and not asked_more
    if asked_more:
        links = _linkable(the_edition())
        form = MeasureForm(initial=typed(form), rows=form.rows, goals=links.goals, indicators=links.indicators)
    page = {**with_draft(request, form), "kept": kept, "version": version, "no_claim": NO_CLAIM}
    return render(request, "measures/form.html", page, status=422 if wrong else 200)
