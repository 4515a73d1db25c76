"""The page on which an edition chooses the territory that it reports on."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mehrklang.package import KEY_KIND
from mehrklang_web.deliveries.queries import crosswalks, in_use
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.results import actions, queries
from mehrklang_web.results.forms import TerritoryForm
from mehrklang_web.results.models import ReportedTerritory
from mehrklang_web.selection.catalogue import sources


@requires(Right.FREEZE_RESULTS)
@require_http_methods(["GET", "POST"])
def territory(request: HttpRequest) -> HttpResponse:
    """The choice, with the Umsteigeschlüssel that are there."""
    edition = the_edition()
    kept, listed = queries.territory_of(edition), _listed(edition)
    sent = merged(request.POST) if request.method == "POST" else None
    form = TerritoryForm(sent, sources=listed, kept=kept.to_value())
    if sent is not None and form.is_valid():
        try:
            vintage, seen = form.to_value(), _seen(sent)
            step = actions.choose_territory(edition=edition, vintage=vintage, by=account_of(request), seen=seen)
        except ConflictError as conflict:
            theirs = TerritoryForm(sources=listed, kept=kept.to_value(), prefix=THEIRS)
            return conflict_page(request, conflict, mine=form, theirs=theirs)
        say_saved(request, "Gespeichert. Das gilt, sobald die Ergebnisse neu festgehalten sind.", step)
        return redirect("results:territory")
    return render(request, "results/territory.html", _page(request, edition, form, kept), status=_status(form))


def _seen(sent: QueryDict) -> int | None:
    version = sent.get("version") or ""
    return int(version) if version.isdigit() else None


def _status(form: TerritoryForm) -> int:
    return 422 if form.errors else 200


def _listed(edition: Edition) -> list[tuple[str, str]]:
    """The sources that have delivered figures, by name."""
    known = sources(edition)
    keys = {each.source for each in in_use(edition) if each.kind != KEY_KIND}
    return sorted(((key, known[key].name if key in known else key) for key in keys), key=lambda pair: pair[1])


def _page(request: HttpRequest, edition: Edition, form: TerritoryForm, kept: ReportedTerritory) -> dict[str, object]:
    found = crosswalks(edition)
    return {
        **with_draft(request, form),
        "edition": edition,
        "version": kept.version,
        "crosswalks": [(each, each.notes.territory) for each in found],
    }
