"""The issues of a file, one page after the other: filtered, with their cells' neighbourhood, as a table to download."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from mehrklang_web.deliveries.context import File
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.deliveries.showing import shown, visible
from mehrklang_web.deliveries.told_issues import by_kind, picked, table
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.catalogue import sources
from mehrklang_web.ui.downloads import csv_file

ISSUES_PER_PAGE = 25


@requires(Right.TRY_DELIVERY)
@require_safe
def of_trial(request: HttpRequest, number: int) -> HttpResponse:
    """The issues of a file on trial."""
    file = get_object_or_404(Trial, pk=number, edition=the_edition())
    return _page(request, file, reverse("deliveries:trial", args=[file.pk]))


@requires(Right.TRY_DELIVERY)
@require_safe
def of_delivery(request: HttpRequest, number: int) -> HttpResponse:
    """The issues with which a delivery was accepted."""
    file = get_object_or_404(Delivery, pk=number, edition=the_edition())
    return _page(request, file, reverse("deliveries:delivery", args=[file.pk]))


def _page(request: HttpRequest, file: Trial | Delivery, back: str) -> HttpResponse:
    sees = sees_cells(account_of(request), sources(file.edition).get(file.source))
    every = visible(file, sees=sees)
    asked = {"schwere": request.GET.get("schwere", ""), "art": request.GET.get("art", "")}
    found = picked(every, severity=asked["schwere"], code=asked["art"])
    if request.GET.get("form") == "csv":
        name = f"meldungen-{file.name.rpartition('.')[0] or file.name}.csv"
        return csv_file(table(found), name)
    page = Paginator(found, ISSUES_PER_PAGE).get_page(request.GET.get("seite"))
    query = urlencode({key: value for key, value in asked.items() if value})
    context = {
        "file": file,
        "back": back,
        "kinds": by_kind(every),
        "asked": asked,
        "page": page,
        "count": len(found),
        "query": f"{query}&" if query else "",
        "shown": shown(page.object_list, File(file.path), sees=sees),
        "sees_cells": sees,
    }
    return render(request, "deliveries/issue_pages.html", context)
