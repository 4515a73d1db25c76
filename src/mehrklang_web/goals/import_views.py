"""Taking over a goal tree from a spreadsheet: first a trial that changes nothing, then one step."""

import base64
import binascii

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang.package.goal_sheet import Plan, SheetReading, compare, read_sheet, tree_table
from mehrklang.package.goal_sheet import template as empty_form
from mehrklang.package.goal_sheet.layout import BUDGET_AT
from mehrklang.report.workbook import workbook_bytes
from mehrklang_web.concept.queries import goals_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.goals import actions
from mehrklang_web.goals.forms import SheetForm
from mehrklang_web.goals.trial import branches, told
from mehrklang_web.measures.queries import measures_of
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LARGEST = 2 * 1024 * 1024


@requires(Right.EDIT_CONCEPT)
@require_http_methods(["GET", "POST"])
def try_out(request: HttpRequest) -> HttpResponse:
    """Shows what a file would add and change; takes it over when that is confirmed.

    The file travels through the page of the trial, so that nothing is kept of one that is not taken over.
    """
    edition = the_edition()
    if "inhalt" in request.POST:
        return _take_over(request, edition)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        if file.size <= _LARGEST:
            return _trial(request, form, edition, (file.name, file.read()))
        form.add_error("file", "Die Datei ist größer als 2 MB. Ein Zielbaum ist viel kleiner.")
    status = 422 if request.method == "POST" else 200
    return render(request, "goals/import.html", {"form": form}, status=status)


def _trial(request: HttpRequest, form: SheetForm, edition: Edition, file: tuple[str, bytes]) -> HttpResponse:
    name, data = file
    reading = read_sheet(data, name)
    plan = _plan(reading, edition)
    page = {
        "form": form,
        "reading": reading,
        "plan": plan,
        "told": told(plan),
        "branches": branches(plan),
        "name": name,
        "content": base64.b64encode(data).decode(),
    }
    return render(request, "goals/import.html", page, status=200 if reading.entries else 422)


def _take_over(request: HttpRequest, edition: Edition) -> HttpResponse:
    try:
        data = base64.b64decode(request.POST["inhalt"], validate=True)
    except (binascii.Error, ValueError):
        data = b""
    plan = _plan(read_sheet(data, request.POST.get("name", "")), edition)
    if plan.empty:
        messages.error(request, "Es war nichts zu übernehmen.")
        return redirect("goals:import")
    step = actions.take_over(edition=edition, plan=plan, by=account_of(request))
    text = f"Übernommen: {told(plan)}."
    say_saved(request, text, step)
    return redirect("goals:tree")


def _plan(reading: SheetReading, edition: Edition) -> Plan:
    goals = [goal.to_value() for goal in goals_of(edition)]
    return compare(reading.entries, goals, [each.to_value() for each in measures_of(edition)])


@requires(Right.EDIT_CONCEPT)
@require_safe
def template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """The empty form as a workbook."""
    return _workbook(workbook_bytes("Zielbaum", empty_form(), numbers=BUDGET_AT), "zielbaum-vorlage.xlsx")


@requires(Right.SEE_MONITORING)
@require_safe
def table(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """Goals and measures as a workbook in the columns of the form."""
    edition = the_edition()
    goals = [goal.to_value() for goal in goals_of(edition)]
    rows = tree_table(goals, [each.to_value() for each in measures_of(edition)])
    return _workbook(workbook_bytes("Zielbaum", rows, numbers=BUDGET_AT), "zielbaum.xlsx")


def _workbook(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=_XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
