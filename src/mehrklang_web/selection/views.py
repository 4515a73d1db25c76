"""The goals with their indicators, and the selection and target of one indicator."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.package import Goal as GoalValue
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.concept.queries import Branch, goals_of, tree
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection import actions, queries
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.selection.forms import GoalForm, TargetForm, initial_of
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.selection.rules import shown_target


@dataclass(frozen=True, slots=True)
class Named:
    """A chosen indicator with its name from the catalogue."""

    chosen: ChosenIndicator
    name: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal with its indicators and the goals below it, as the page shows it."""

    branch: Branch
    indicators: tuple[Named, ...]
    below: tuple["GoalView", ...]

    @property
    def measured(self) -> bool:
        """Whether an indicator hangs on the goal or on one below it."""
        return bool(self.indicators) or any(each.measured for each in self.below)


@requires(Right.SEE_MONITORING)
@require_http_methods(["GET"])
def goals(request: HttpRequest) -> HttpResponse:
    """The tree of goals; goals without indicators and indicators without goals are named."""
    edition = the_edition()
    named = _named(edition)
    page = {
        "edition": edition,
        "goals": _views(tree(goals_of(edition)), named),
        "without_goal": [each for each in named if not each.chosen.goals.all()],
        "may_edit": may(account_of(request), Right.EDIT_CONCEPT),
    }
    return render(request, "selection/goals.html", page)


def _named(edition: Edition) -> list[Named]:
    known = definitions(edition)
    return [Named(each, known[each.code].name) for each in queries.chosen(edition)]


def _views(branches: Sequence[Branch], named: Sequence[Named]) -> tuple[GoalView, ...]:
    return tuple(
        GoalView(
            branch,
            tuple(each for each in named if branch.goal in each.chosen.goals.all()),
            _views(branch.below, named),
        )
        for branch in branches
    )


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def new_goal(request: HttpRequest) -> HttpResponse:
    """Adds a goal."""
    edition = the_edition()
    parents = [(goal.key, goal.title) for goal in goals_of(edition)]
    form = GoalForm(request.POST or None, parents=parents)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        goal = GoalValue(
            _new_key(edition, data["title"]),
            data["title"],
            data["field"],
            data["parent"],
            data["decision"],
            data["text"],
        )
        set_goal(edition=edition, goal=goal, by=account_of(request))
        messages.success(request, f"Das Ziel „{goal.title}“ ist aufgenommen.")
        return redirect("selection:goals")
    return render(request, "selection/new_goal.html", {"form": form}, status=422 if request.method == "POST" else 200)


def _new_key(edition: Edition, title: str) -> str:
    """A key that no goal of the edition has."""
    taken = {goal.key for goal in goals_of(edition)}
    base = slugify(title)[:50] or "ziel"
    return next(key for at in range(1, len(taken) + 2) if (key := base if at == 1 else f"{base}-{at}") not in taken)


@requires(Right.SEE_MONITORING)
@require_safe
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Why an indicator was chosen, for whom, how steerable it is, and its target with signatures."""
    edition, chosen = _chosen(code)
    account = account_of(request)
    agreed = shown_target(chosen, account)
    signed = {signature.office for signature in agreed.signatures.all()} if agreed else set()
    page = {
        "edition": edition,
        "chosen": chosen,
        "definition": definitions(edition)[code],
        "agreed": agreed,
        "open_offices": [office for office in ("Koordination", "Statistik") if office not in signed],
        "may_edit": may(account, Right.EDIT_CONCEPT),
        "may_sign": agreed is not None and may(account, Right.SIGN_TARGET) and account.role_label not in signed,
    }
    return render(request, "selection/indicator.html", page)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def target(request: HttpRequest, code: str) -> HttpResponse:
    """Sets or changes the target; signatures are asked for anew."""
    edition, chosen = _chosen(code)
    form = TargetForm(request.POST or None, initial=initial_of(getattr(chosen, "agreed_target", None)))
    if request.method == "POST" and form.is_valid():
        actions.set_target(chosen=chosen, target=form.to_value(), by=account_of(request))
        messages.success(request, "Der Zielwert ist gespeichert. Er gilt, sobald beide Ämter unterschrieben haben.")
        return redirect("selection:indicator", code)
    page = {"form": form, "chosen": chosen, "definition": definitions(edition)[code]}
    return render(request, "selection/target.html", page, status=422 if request.method == "POST" else 200)


@requires(Right.SIGN_TARGET)
@require_POST
def sign_target(request: HttpRequest, code: str) -> HttpResponse:
    """Signs the target for one's own office."""
    _, chosen = _chosen(code)
    agreed = getattr(chosen, "agreed_target", None)
    if agreed is None:
        raise Http404("Für diesen Indikator gibt es keinen Zielwert.")
    account = account_of(request)
    if request.POST.get("zielwert") != str(agreed):
        messages.error(request, "Der Zielwert wurde inzwischen geändert. Bitte lesen Sie ihn noch einmal.")
    else:
        actions.sign_target(agreed=agreed, by=account)
        messages.success(request, f"Unterschrieben für: {account.role_label}.")
    return redirect("selection:indicator", code)


def _chosen(code: str) -> tuple[Edition, ChosenIndicator]:
    edition = the_edition()
    chosen = queries.chosen_one(edition, code)
    if chosen is None:
        raise Http404("Dieser Indikator gehört nicht zur Ausgabe.")
    return edition, chosen
