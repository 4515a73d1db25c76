"""Writing down answers, deciding about an indicator, and the swap for the twenty-first."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mehrklang.planning import CORE_LIMIT, SelectionState
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.editing.actions import keep_draft
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.actions import CoreSetFullError
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.weighing import actions
from mehrklang_web.weighing.forms import AnswerForm, DecideForm, SwapForm, initial_of
from mehrklang_web.weighing.queries import Row, Table, places_of_core, table_of
from mehrklang_web.weighing.rules import mark_of_core


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def answers(request: HttpRequest, code: str) -> HttpResponse:
    """The answers of one indicator; whoever saves second is shown both texts."""
    edition = the_edition()
    table = table_of(edition, timezone.localdate())
    row = _row(table, code)
    data = merged(request.POST) if request.method == "POST" else None
    before = row.kept.answers()
    form = _answer_form(edition, row, data=data, initial=initial_of(before, question=row.definition.question))
    if data is not None and form.is_valid():
        value, seen = form.to_value(before), _version(request)
        try:
            step = actions.answer(kept=row.kept, selection=value, by=account_of(request), seen=seen)
        except ConflictError as conflict:
            theirs = _answer_form(edition, row, initial=initial_of(before), prefix=THEIRS)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        say_saved(request, f"Die Antworten zu „{row.definition.name}“ sind gespeichert.", step)
        return redirect(*_onward(request, table, row))
    page = {
        **with_draft(request, form),
        "row": row,
        "version": request.POST.get("version") or row.kept.version,
        "next": table.next_open(code),
        "open": len(table.unanswered),
    }
    return render(request, "weighing/answers.html", page, status=200 if data is None else 422)


def _onward(request: HttpRequest, table: Table, row: Row) -> tuple[str, ...]:
    """After saving to its own page, or onward: to the questions of the next indicator, after the last to the table."""
    if "weiter" not in request.POST:
        return ("weighing:one", row.code)
    following = table.next_open(row.code)
    return ("weighing:answers", following.code) if following else ("weighing:table",)


def _answer_form(edition: Edition, row: Row, **options: object) -> AnswerForm:
    known = sources(edition)
    goals = [(goal.key, f"{goal.field}: {goal.title}") for goal in goals_of(edition)]
    names = [(each.source, known[each.source].name) for each in row.definition.bindings if each.source in known]
    return AnswerForm(about=row.prospect, goals=goals, sources=names, **options)  # type: ignore[arg-type] # data, initial, prefix


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Brings an indicator into a state, with a reason; a twenty-first of the core set leads on to the swap."""
    row = _row(table_of(the_edition(), timezone.localdate()), code)
    data = merged(request.POST) if request.method == "POST" else None
    form = DecideForm(data, initial={"state": row.state.value})
    if data is not None and form.is_valid():
        return _decide(request, row, form)
    page = {**with_draft(request, form), "row": row, "version": request.POST.get("version") or row.kept.version}
    return render(request, "weighing/decide.html", page, status=200 if data is None else 422)


def _decide(request: HttpRequest, row: Row, form: DecideForm) -> HttpResponse:
    state, reason, by = SelectionState(form.cleaned_data["state"]), form.cleaned_data["reason"], account_of(request)
    try:
        step = actions.decide(kept=row.kept, state=state, reason=reason, by=by, seen=_version(request))
    except ConflictError as conflict:
        said = {"state": row.state.value, "reason": row.last.reason if row.last else ""}
        return conflict_page(request, conflict, mine=form, theirs=DecideForm(initial=said, prefix=THEIRS))
    except CoreSetFullError:
        place = reverse("weighing:swap", args=[row.code])
        keep_draft(place=place, content=urlencode({"reason": reason}), by=by)
        return redirect(f"{place}?entwurf=1")
    say_saved(request, f"„{row.definition.name}“: {state.label}.", step)
    return redirect("weighing:one", row.code)


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def swap(request: HttpRequest, code: str) -> HttpResponse:
    """The core set is full: shows its indicators beside the new one and asks which of them goes."""
    edition = the_edition()
    table = table_of(edition, timezone.localdate())
    row = _row(table, code)
    if table.free > 0 or row.state is SelectionState.CORE:
        messages.info(request, "Hier ist nichts zu tauschen: Im Kernset ist ein Platz frei oder er gehört schon dazu.")
        return redirect("weighing:one", code)
    sent = request.POST if request.method == "POST" else None
    form = SwapForm(sent, leaving=[(each.code, each.definition.name) for each in table.core])
    if sent is not None and form.is_valid():
        return _swap(request, table, row, form)
    return _swap_page(request, table, row, form, status=200 if sent is None else 422)


def _swap(request: HttpRequest, table: Table, row: Row, form: SwapForm) -> HttpResponse:
    data = form.cleaned_data
    leaving = next(each for each in table.core if each.code == data["leaving"])
    assert isinstance(leaving.kept, ChosenIndicator)  # the core set has no others
    try:
        step = actions.swap(
            coming=row.kept,
            leaving=leaving.kept,
            becomes=SelectionState(data["becomes"]),
            reason=data["reason"],
            by=account_of(request),
            seen=request.POST.get("version", ""),
        )
    except actions.CoreChangedError:
        form.add_error(None, "Das Kernset wurde inzwischen geändert. Unten steht sein neuer Stand.")
        return _swap_page(request, table, row, form, status=409)
    say_saved(request, f"„{row.definition.name}“ ist im Kernset, „{leaving.definition.name}“ hat Platz gemacht.", step)
    return redirect("weighing:table")


def _swap_page(request: HttpRequest, table: Table, row: Row, form: SwapForm, *, status: int) -> HttpResponse:
    *places, coming = places_of_core(the_edition(), table, row)
    page = {
        **with_draft(request, form),
        "row": row,
        "places": places,
        "coming": coming,
        "version": mark_of_core(row.kept),
        "limit": CORE_LIMIT,
    }
    return render(request, "weighing/swap.html", page, status=status)


def _version(request: HttpRequest) -> int:
    version = request.POST.get("version", "")
    return int(version) if version.isdigit() else 0


def _row(table: Table, code: str) -> Row:
    row = table.one(code)
    if row is None:
        raise Http404("Dieser Indikator liegt nicht auf dem Tisch.")
    return row
