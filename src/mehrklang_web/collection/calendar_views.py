"""The calendar of expected deliveries, one of them with its steps, and the file for other calendars."""

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning.expected import ExpectedDelivery
from mehrklang_web.collection import actions, ical, queries
from mehrklang_web.collection.expectations import Expectation
from mehrklang_web.collection.forms import DueForm, PlanForm, StepForm
from mehrklang_web.collection.models import Obligation
from mehrklang_web.collection.standing import Standing
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import sources


@requires(Right.SEE_SOURCES)
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """What is expected, overdue first; filters are part of the address."""
    return _page(request, _plan_form(the_edition()))


def _page(request: HttpRequest, form: PlanForm) -> HttpResponse:
    edition, today = the_edition(), timezone.localdate()
    every = queries.calendar(edition, today)
    asked = {name: request.GET.get(name, "") for name in ("stand", "stelle")}
    page = {
        "edition": edition,
        "expected": _narrowed(queries.overdue_first(every), **asked),
        "count": len(every),
        "standings": list(Standing),
        "holders": sorted({each.holder for each in every if each.holder}),
        "proposals": queries.proposals(edition, today),
        "may_keep": may(account_of(request), Right.KEEP_SOURCES),
        "form": form,
        **asked,
    }
    return render(request, "collection/calendar.html", page, status=422 if form.errors else 200)


def _narrowed(expected: tuple[Expectation, ...], *, stand: str, stelle: str) -> list[Expectation]:
    return [
        each
        for each in expected
        if (not stand or (each.standing.is_open if stand == "offen" else each.standing.name == stand))
        and (not stelle or each.holder == stelle)
    ]


@requires(Right.SEE_SOURCES)
@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — a view's form
    """What is still open, for the calendar of the office."""
    edition = the_edition()
    waiting = (each for each in queries.calendar(edition, timezone.localdate()) if each.standing.is_open)
    text = ical.render(waiting, name=f"Lieferungen: {edition}", stamp=timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="lieferungen.ics"'}
    return HttpResponse(text.encode(), content_type="text/calendar; charset=utf-8", headers=headers)


@requires(Right.KEEP_SOURCES)
@require_POST
def plan(request: HttpRequest) -> HttpResponse:
    """Enters one expected delivery."""
    edition = the_edition()
    form = _plan_form(edition, request)
    if not form.is_valid():
        return _page(request, form)
    data = form.cleaned_data
    planned = ExpectedDelivery(data["source"], data["period"], data["due"])
    step = actions.plan(edition=edition, expected=(planned,), by=account_of(request))
    text = "Die Lieferung ist vorgemerkt." if step else "Diese Lieferung steht schon im Kalender."
    say_saved(request, text, step)
    return redirect("collection:calendar")


@requires(Right.KEEP_SOURCES)
@require_POST
def plan_proposals(request: HttpRequest) -> HttpResponse:
    """Enters what the used sources will deliver by their cadence: those that were ticked."""
    edition, ticked = the_edition(), set(request.POST.getlist("vorschlag"))
    chosen = [
        ExpectedDelivery(each.source.key, each.period, each.due)
        for each in queries.proposals(edition, timezone.localdate())
        if each.key in ticked
    ]
    step = actions.plan(edition=edition, expected=chosen, by=account_of(request))
    say_saved(request, f"Vorgemerkt: {len(chosen)}.", step)
    return redirect("collection:calendar")


@requires(Right.SEE_SOURCES)
@require_http_methods(["GET", "POST"])
def expectation(request: HttpRequest, number: int) -> HttpResponseBase:
    """One expected delivery: how it stands, every step with day and author, what may be noted next."""
    return _note_step(request, number) if request.method == "POST" else _one(request, number)


@requires(Right.KEEP_SOURCES)
def _note_step(request: HttpRequest, number: int) -> HttpResponse:
    form = StepForm(request.POST)
    if not form.is_valid():
        return _one(request, number, step_form=form)
    data, word = form.cleaned_data, form.to_value()
    row, _ = _found(the_edition(), number)
    step = actions.note_step(obligation=row, word=word, day=data["day"], note=data["note"], by=account_of(request))
    say_saved(request, f"Vermerkt: {word.kind.label}.", step)
    return redirect("collection:expectation", number)


@requires(Right.KEEP_SOURCES)
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, number: int) -> HttpResponse:
    """Another expected day."""
    row, _ = _found(the_edition(), number)
    if request.method != "POST":
        return redirect("collection:expectation", number)
    form, seen = DueForm(merged(request.POST)), request.POST.get("version", "")
    if not form.is_valid():
        return _one(request, number, due_form=form)
    try:
        step = actions.move(
            obligation=row,
            due=form.cleaned_data["due"],
            by=account_of(request),
            seen=int(seen) if seen.isdigit() else 0,
        )
    except ConflictError as conflict:
        theirs = DueForm(initial={"due": Obligation.objects.get(pk=number).due}, prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(request, "Der Liefertag ist gespeichert.", step)
    return redirect("collection:expectation", number)


def _one(
    request: HttpRequest, number: int, *, step_form: StepForm | None = None, due_form: forms.Form | None = None
) -> HttpResponse:
    edition = the_edition()
    row, found = _found(edition, number)
    fresh = StepForm(initial={"day": timezone.localdate()})
    page = {
        "edition": edition,
        "row": row,
        "each": found,
        "steps": list(row.steps.all()),
        "arrivals": [each for each in queries.arrivals(edition, row.source) if each.period_key == row.period_key],
        "due_form": due_form or DueForm(initial={"due": row.due}),
        "may_keep": may(account_of(request), Right.KEEP_SOURCES),
        **(with_draft(request, fresh) if step_form is None else {"form": step_form}),
    }
    return render(request, "collection/expectation.html", page, status=422 if step_form or due_form else 200)


def _found(edition: Edition, number: int) -> tuple[Obligation, Expectation]:
    found = queries.expectation(edition, number, timezone.localdate())
    if found is None:
        raise Http404("Diese erwartete Lieferung gibt es nicht.")
    return found


def _plan_form(edition: Edition, request: HttpRequest | None = None) -> PlanForm:
    known = sorted(sources(edition).values(), key=lambda each: each.name.casefold())
    return PlanForm(request.POST if request else None, sources=[(each.key, each.name) for each in known])
