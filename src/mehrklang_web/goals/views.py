"""The tree and the map of the goals; adding, changing, moving and removing one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning import GoalLevel
from mehrklang_web.concept.actions import CircleError, keep_goal
from mehrklang_web.concept.forms import MORE, typed
from mehrklang_web.concept.models import Goal
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_removed, say_saved, with_draft
from mehrklang_web.goals import actions
from mehrklang_web.goals.forms import GoalForm, initial_of
from mehrklang_web.goals.outline import outline
from mehrklang_web.goals.queries import FLAGS, Asked, GoalSystem, Node, found, goal_system
from mehrklang_web.measures.rules import new_key
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.signals.queries import missed_targets


@requires(Right.SEE_MONITORING)
@require_safe
def tree(request: HttpRequest) -> HttpResponse:
    """The tree of goals; search and filters are part of the address, and each hit is shown with the goals above it."""
    edition = the_edition()
    system = _system(request, edition)
    asked = Asked(*(request.GET.get(name, "").strip() for name in ("suche", "feld", "ebene", "zeigen")))
    every = list(system.nodes())
    hits = frozenset(node.goal.pk for node in every if asked.fits(node))
    page = {
        "edition": edition,
        "entries": outline(found(system.roots, asked) if asked else system.roots, hits),
        "system": system,
        "asked": asked,
        "hits": len(hits),
        "count": len(every),
        "fields": list(dict.fromkeys(node.goal.field for node in every)),
        "levels": [(each.value, each.label) for each in GoalLevel],
        "flags": FLAGS,
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
        "may_remark": may(account_of(request), Right.WRITE_REMARKS),
        "change_address": reverse("goals:change", args=["-"]).removesuffix(
            "-/"
        ),  # once instead of for each of hundreds
        "missed_count": _missed_count(request, edition),
    }
    return render(request, "goals/tree.html", page)


def _missed_count(request: HttpRequest, edition: Edition) -> int | None:
    """How many targets are missed, for those who handle it; None for everybody else."""
    return len(missed_targets(edition)) if may(account_of(request), Right.HANDLE_SIGNALS) else None


@dataclass(frozen=True, slots=True)
class FieldCard:
    """A field of action on the map: its goals, and what hangs on them."""

    name: str
    nodes: tuple[Node, ...]
    indicators: int
    measures: int
    unmeasured: int
    off_course: int


@requires(Right.SEE_MONITORING)
@require_safe
def field_map(request: HttpRequest) -> HttpResponse:
    """The fields of action side by side, with counts; to be printed on one page."""
    edition = the_edition()
    system = _system(request, edition)
    cards, missed_count = _cards(system.nodes()), _missed_count(request, edition)
    page = {"edition": edition, "cards": cards, "system": system, "missed_count": missed_count}
    return render(request, "goals/map.html", page)


def _cards(nodes: Iterable[Node]) -> list[FieldCard]:
    by_field: dict[str, list[Node]] = {}
    for node in nodes:
        if node.goal.level != GoalLevel.MISSION:
            by_field.setdefault(node.goal.field, []).append(node)
    return [_card(name, tuple(found_nodes)) for name, found_nodes in by_field.items()]


def _card(name: str, nodes: tuple[Node, ...]) -> FieldCard:
    goals = tuple(node for node in nodes if node.goal.level != GoalLevel.FIELD)
    return FieldCard(
        name=name,
        nodes=goals,
        indicators=len({line.chosen.pk for node in nodes for line in node.indicators}),
        measures=len({each.pk for node in nodes for each in node.measures}),
        unmeasured=sum(not node.measured for node in goals),
        off_course=sum(node.off_course for node in nodes),
    )


def _system(request: HttpRequest, edition: Edition) -> GoalSystem:
    return goal_system(edition, working_values=may(account_of(request), Right.SEE_WORKING_VALUES))


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Adds a goal; `?unter=` says below which one."""
    edition = the_edition()
    goals = goals_of(edition)
    above = next((goal for goal in goals if goal.key == request.GET.get("unter")), None)
    initial = {"parent": above.key, "field": above.field} if above else {}
    form = GoalForm(request.POST or None, parents=_parents(goals), initial=initial)
    if request.method == "POST" and MORE not in request.POST and form.is_valid():
        key = new_key(form.cleaned_data["title"], {goal.key for goal in goals}, otherwise="ziel")
        value = form.to_value(key)
        step = keep_goal(edition=edition, goal=value, by=account_of(request))
        say_saved(request, f"Das Ziel „{value.title}“ ist aufgenommen.", step)
        return redirect("goals:tree")
    return _form_page(request, form, None)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Changes or moves a goal; somebody else's version meanwhile is shown beside."""
    edition = the_edition()
    kept = _goal(edition, key)
    parents = _parents(goal for goal in goals_of(edition) if goal.key != key)
    data = merged(request.POST) if request.method == "POST" else None
    form = GoalForm(data, parents=parents, initial=initial_of(kept.to_value()))
    if data is not None and MORE not in data and form.is_valid():
        try:
            value, seen = form.to_value(key), seen_version(data)
            step = keep_goal(edition=edition, goal=value, by=account_of(request), seen=seen)
        except ConflictError as conflict:
            saved = initial_of(_goal(edition, key).to_value())
            theirs = GoalForm(parents=parents, initial=saved, prefix=THEIRS, rows=form.rows)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        except CircleError:
            form.add_error("parent", "Ein Ziel kann nicht unter sich selbst oder unter einem seiner Unterziele stehen.")
        else:
            say_saved(request, f"Das Ziel „{form.cleaned_data['title']}“ ist gespeichert.", step)
            return redirect(f"{reverse('goals:tree')}#ziel-{key}")
    return _form_page(request, form, kept)


@requires(Right.EDIT_CONCEPT)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Takes a goal away; that can be undone."""
    kept, by = _goal(the_edition(), key), account_of(request)
    what = f"Das Ziel „{kept.title}“"
    removed = say_removed(request, what, lambda seen: actions.remove_goal(kept=kept, by=by, seen=seen))
    return redirect("goals:tree") if removed else redirect("goals:change", key)


@requires(Right.EDIT_CONCEPT)
@require_POST
def shift(request: HttpRequest, key: str) -> HttpResponse:
    """Moves a goal up or down among its neighbours."""
    kept = _goal(the_edition(), key)
    step = actions.shift_goal(kept=kept, down=request.POST.get("richtung") == "runter", by=account_of(request))
    if step:
        say_saved(request, f"Das Ziel „{kept.title}“ ist verschoben.", step)
    return redirect(f"{reverse('goals:tree')}#ziel-{key}")


def _goal(edition: Edition, key: str) -> Goal:
    kept = next((goal for goal in goals_of(edition) if goal.key == key), None)
    if kept is None:
        raise Http404("Dieses Ziel gibt es in der Ausgabe nicht.")
    return kept


def _parents(goals: Iterable[Goal]) -> list[tuple[str, str]]:
    return [(goal.key, f"{goal.field}: {goal.title}") for goal in goals]


def _form_page(request: HttpRequest, form: GoalForm, kept: Goal | None) -> HttpResponse:
    """The form, with one more row for a decision if that was asked for."""
    version = request.POST.get("version") or (kept.version if kept else "")
    asked_more = MORE in request.POST
    wrong = form.is_bound and not asked_more
    if asked_more:
        parents = _parents(goal for goal in goals_of(the_edition()) if kept is None or goal.key != kept.key)
        form = GoalForm(initial=typed(form), rows=form.rows, parents=parents)
    page = {**with_draft(request, form), "kept": kept, "version": version}
    return render(request, "goals/form.html", page, status=422 if wrong else 200)
