"""The page of reports and their download."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from mehrklang.report import Audience
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.publication import queries
from mehrklang_web.results.queries import latest_run


@requires(Right.DOWNLOAD_REPORT)
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """Which reports there are, what they hold, and what stays behind."""
    edition = the_edition()
    page = {
        "edition": edition,
        "run": latest_run(edition),
        "audiences": [(audience, _ABOUT[audience]) for audience in Audience],
        "forms": [form.value for form in queries.Form],
        "going": queries.going_out(edition),
        "staying": queries.staying(edition),
        "may_see_costs": may(account_of(request), Right.SEE_PROTECTION_COSTS),
    }
    return render(request, "publication/reports.html", page)


_ABOUT = {
    Audience.VERWALTUNG: "Alle Indikatoren mit Verlauf, Tabellen, Zähler und Nenner, Quellen und Methode.",
    Audience.POLITIK: "Wenige Seiten vor der Sitzung: was sich bewegt hat, was abweicht, was zu entscheiden ist.",
    Audience.OEFFENTLICHKEIT: "Verständlich und ohne Vorkenntnisse zu lesen, mit Grafiken und Erklärungen.",
}


@requires(Right.DOWNLOAD_REPORT)
@require_safe
def download(request: HttpRequest, audience: str, ending: str) -> HttpResponse:  # noqa: ARG001 — a view's form
    """The file. It is always handed over as a download: it brings its own style sheet, which a page here may not."""
    run = latest_run(the_edition())
    form = next((each for each in queries.Form if each.value[0] == ending), None)
    if run is None or form is None or audience not in {each.value for each in Audience}:
        raise Http404("Diesen Bericht gibt es nicht.")
    return _file(queries.report(run, audience=Audience(audience), form=form))


@requires(Right.DOWNLOAD_REPORT)
@require_safe
def table(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — a view's form
    """All values that may go out, as a table."""
    run = latest_run(the_edition())
    if run is None:
        raise Http404("Noch gibt es keine Ergebnisse.")
    return _file(queries.table(run))


def _file(report: queries.Report) -> HttpResponse:
    stem, _, suffix = report.name.rpartition(".")
    name = f"{slugify(stem)}.{suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(report.content, content_type=report.media_type, headers=headers)
