"""Changing a source that the office has described itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mehrklang_web.catalogues.actions import change_source
from mehrklang_web.catalogues.queries import own_source, whole
from mehrklang_web.collection.own_source_form import OwnSourceForm
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Role
from mehrklang_web.people.rules import Right


@requires(Right.KEEP_SOURCES)
@require_http_methods(["GET", "POST"])
def edit_own_source(request: HttpRequest, key: str) -> HttpResponse:
    """The description of an own source; a shared one becomes a new version that the other monitors are told of."""
    edition, by = the_edition(), account_of(request)
    kept = own_source(edition, key)
    if kept is None:
        raise Http404("Diese eigene Quelle gibt es nicht.")
    before, catalogue = kept.to_value(), whole(edition)
    page: dict[str, object] = {"edition": edition, "source": before, "version": kept.version}
    if request.method != "POST":
        empty = OwnSourceForm(before=before, catalogue=catalogue)
        return render(request, "collection/edit_own_source.html", page | with_draft(request, empty))
    loosens = Role(by.role) is Role.STATISTICS
    form = OwnSourceForm(merged(request.POST), before=before, catalogue=catalogue, loosens=loosens)
    if not form.is_valid():
        page |= {"form": form, "version": request.POST.get("version", "")}
        return render(request, "collection/edit_own_source.html", page, status=422)
    source, reason = form.source(), form.cleaned_data["reason"].strip() if form.looser() else ""
    try:
        step = change_source(kept=kept, source=source, reason=reason, seen=seen_version(request.POST), by=by)
    except ConflictError as conflict:
        theirs = OwnSourceForm(before=before, catalogue=catalogue, prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(request, f"Die Quelle „{source.name}“ ist geändert.", step)
    return redirect("collection:source", key)
