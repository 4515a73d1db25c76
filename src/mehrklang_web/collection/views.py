"""The register of sources, one source, and what the municipality knows of it better than the catalogue."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.catalogue import Access, load
from mehrklang.planning import SharedKind
from mehrklang.sources import KINDS
from mehrklang_web.catalogues.offers import offered
from mehrklang_web.catalogues.queries import own_source
from mehrklang_web.catalogues.views import address
from mehrklang_web.collection import actions, queries
from mehrklang_web.collection.example import area_of, example_of
from mehrklang_web.collection.forms import OtherUseForm, SupplyForm, initial_of
from mehrklang_web.collection.models import OtherUse
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.sharing.queries import news_of

_KINDS = (SharedKind.SOURCE, SharedKind.CONDITIONS)


@requires(Right.SEE_SOURCES)
@require_safe
def sources(request: HttpRequest) -> HttpResponse:
    """The register: those that the edition uses, or all; filters are part of the address."""
    edition = the_edition()
    every = queries.register(edition, timezone.localdate())
    asked_access, wants_all = request.GET.get("zugang", ""), request.GET.get("umfang", "") == "alle"
    shown = [
        line for line in every if (wants_all or line.used) and (not asked_access or line.supply.access == asked_access)
    ]
    page = {
        "edition": edition,
        "lines": shown,
        "count": len(every),
        "accesses": list(Access),
        "asked_access": asked_access,
        "wants_all": wants_all,
        "those": offered(edition, frozenset({SharedKind.SOURCE})),
        "news": [each for each in news_of(edition) if each.holding.shared.kind_value in _KINDS],
        "may_edit": may(account_of(request), Right.EDIT_CATALOGUE),
        "may_keep": may(account_of(request), Right.KEEP_SOURCES),
        "address_of_take": address("commons:take"),
        "address_of_commons": address("commons:page"),
        "back": request.get_full_path(),
    }
    return render(request, "collection/sources.html", page)


@requires(Right.SEE_SOURCES)
@require_safe
def source(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that is known of one source."""
    return _page(request, key, OtherUseForm())


def _page(request: HttpRequest, key: str, form: OtherUseForm) -> HttpResponse:
    edition = the_edition()
    line, catalogue = _line(edition, key), load()
    page = {
        "edition": edition,
        "line": line,
        "definitions": [
            catalogue.definitions[each] for each in line.supply.definitions if each in catalogue.definitions
        ],
        "rules": catalogue.rule_sets.get(line.source.rule_set),
        "arrivals": queries.arrivals(edition, key),
        "other_monitorings": queries.other_monitorings(edition, key),
        "other_uses": queries.other_uses(edition, key),
        "own": queries.own_supply(edition, key),
        "described_here": own_source(edition, key),
        "file_kind": KINDS.get(line.source.contents.file_kind, ""),
        "example": example_of(line.source, area_of(edition)),
        "known_elsewhere": queries.known_elsewhere(edition, key),
        "news": [each for each in news_of(edition) if each.holding.shared.key == key],
        "address_of_commons": address("commons:page"),
        "use_form": form,
        "may_keep": may(account_of(request), Right.KEEP_SOURCES),
        "may_remark": may(account_of(request), Right.WRITE_REMARKS),
    }
    return render(request, "collection/source.html", page, status=422 if form.errors else 200)


@requires(Right.KEEP_SOURCES)
@require_http_methods(["GET", "POST"])
def edit_source(request: HttpRequest, key: str) -> HttpResponse:
    """What the municipality knows of the source; empty fields leave the catalogue's word in force."""
    edition = the_edition()
    line, kept = _line(edition, key), queries.own_supply(edition, key)
    page = {"edition": edition, "line": line}
    if request.method != "POST":
        page |= {"version": kept.version if kept else 0, **with_draft(request, SupplyForm(initial=initial_of(kept)))}
        return render(request, "collection/edit_source.html", page)
    form, seen = SupplyForm(merged(request.POST)), request.POST.get("version", "")
    if not form.is_valid():
        return render(request, "collection/edit_source.html", page | {"form": form, "version": seen}, status=422)
    try:
        step = actions.set_supply(
            edition=edition,
            source=key,
            own=form.keeping(kept),
            by=account_of(request),
            seen=int(seen) if seen.isdigit() else 0,
        )
    except ConflictError as conflict:
        theirs = SupplyForm(initial=initial_of(queries.own_supply(edition, key)), prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(request, f"Die Angaben zu „{line.source.name}“ sind gespeichert.", step)
    return redirect("collection:source", key)


@requires(Right.KEEP_SOURCES)
@require_POST
def name_other_use(request: HttpRequest, key: str) -> HttpResponse:
    """Enters another monitoring that uses the source."""
    edition, form = the_edition(), OtherUseForm(request.POST)
    _line(edition, key)
    if not form.is_valid():
        return _page(request, key, form)
    data = form.cleaned_data
    step = actions.name_other_use(
        edition=edition, source=key, title=data["title"], office=data["office"], by=account_of(request)
    )
    say_saved(request, f"„{data['title']}“ ist eingetragen.", step)
    return redirect("collection:source", key)


@requires(Right.KEEP_SOURCES)
@require_POST
def strike_other_use(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Takes an entered monitoring away."""
    use = get_object_or_404(OtherUse, pk=number, edition=the_edition(), source=key)
    title = use.title
    step = actions.strike_other_use(use=use, by=account_of(request))
    say_saved(request, f"„{title}“ ist gestrichen.", step)
    return redirect("collection:source", key)


def _line(edition: Edition, key: str) -> queries.SourceLine:
    line = queries.source_line(edition, key, timezone.localdate())
    if line is None:
        raise Http404("Diese Quelle gibt es nicht.")
    return line
