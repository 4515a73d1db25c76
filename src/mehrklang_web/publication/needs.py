"""The data-need list of an edition (Datenbedarf): on a page, and as a file for the Land."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from mehrklang.catalogue import Authority, load
from mehrklang.package import DataNeed, data_needs, needs_csv
from mehrklang_web.collection.queries import outstanding
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import requires
from mehrklang_web.people.rules import Right
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.ui.downloads import csv_file


def needs_of(edition: Edition, authority: str = "") -> tuple[DataNeed, ...]:
    """What the edition lacks, with what is late or refused in its calendar; only of one authority if it is named."""
    today = timezone.localdate()
    found = data_needs(monitoring_of(edition), load(), outstanding=outstanding(edition, today))
    return tuple(need for need in found if not authority or need.authority == authority)


@requires(Right.SEE_SOURCES)
@require_safe
def needs(request: HttpRequest) -> HttpResponse:
    """The list; whose task it is, is part of the address."""
    edition, asked = the_edition(), request.GET.get("traeger", "")
    found, every = needs_of(edition, asked), needs_of(edition)
    page = {"edition": edition, "needs": found, "count": len(every), "asked": asked, "authorities": list(Authority)}
    return render(request, "publication/needs.html", page)


@requires(Right.SEE_SOURCES)
@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """The same list as CSV."""
    edition, asked = the_edition(), request.GET.get("traeger", "")
    parts = ("datenbedarf", edition.label, asked)
    name = slugify("-".join(part for part in parts if part))
    return csv_file(needs_csv(needs_of(edition, asked)), f"{name}.csv")
