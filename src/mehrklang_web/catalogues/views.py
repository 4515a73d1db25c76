"""Browsing and searching the catalogue, the definition sheet, several indicators side by side, retiring one."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.catalogue import Access, Catalogue, IndicatorDefinition, IndicatorKind, Match, Matches, german
from mehrklang.planning import SharedKind
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.catalogues import actions, queries
from mehrklang_web.catalogues.forms import RetireForm, initial_of
from mehrklang_web.catalogues.models import RetiredIndicator
from mehrklang_web.catalogues.offers import indicators_offered
from mehrklang_web.catalogues.queries import Asked
from mehrklang_web.catalogues.sheet import SHELVES, compared, facts, shelf_name
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.sharing.held import holding_of, newer
from mehrklang_web.sharing.models import SharedVersion
from mehrklang_web.sharing.queries import news_of, other_editions
from mehrklang_web.sharing.rules import Named

_ON_A_PAGE = 60
MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Line:
    """An indicator in the list."""

    definition: IndicatorDefinition
    shelf: str
    kind: str
    retired: bool


@requires(Right.SEE_MONITORING)
@require_safe
def browse(request: HttpRequest) -> HttpResponse:
    """All indicators of all catalogues; search and filters are part of the address."""
    edition = the_edition()
    catalogue, gone = queries.whole(edition), queries.retired(edition)
    asked = _asked(request)
    hits = queries.found(catalogue, asked, gone)
    page = Paginator(hits, _ON_A_PAGE).get_page(request.GET.get("seite"))
    kept = {name: text for name, text in request.GET.items() if name != "seite" and text}
    context = {
        "edition": edition,
        "page": page,
        "lines": [_line(catalogue, each, gone) for each in page],
        "count": len(catalogue.indicators),
        "asked": asked,
        "query": f"{urlencode(kept)}&" if kept else "",
        "shelves": [*SHELVES.items(), *((each.key, each.name) for each in catalogue.named.values())],
        "here": catalogue.named.get(asked.shelf),
        "fields": sorted({each.field for each in catalogue.indicators.values()}),
        "kinds": [(kind.value, german.KINDS[kind]) for kind in IndicatorKind],
        "accesses": [(each.value, each.label) for each in Access],
        "narrowed": bool(kept),
        "may_edit": may(account_of(request), Right.EDIT_CATALOGUE),
        "address_of_new": address("formulas:new"),
        "those": indicators_offered(edition, asked.words) if page.number == 1 and not asked.shelf else (),
        "news": len(news_of(edition)),
        "shared": bool(other_editions(edition)),
        "address_of_take": address("commons:take"),
        "address_of_commons": address("commons:page"),
        "back": request.get_full_path(),
    }
    return render(request, "catalogues/browse.html", context)


def _asked(request: HttpRequest) -> Asked:
    said = {name: request.GET.get(name, "").strip() for name in ("suche", "katalog", "feld", "art", "zugang")}
    access = said["zugang"] if said["zugang"] in set(Access) else ""
    flags = {name: bool(request.GET.get(name)) for name in ("kleinraeumig", "rechenbar", "stillgelegt")}
    return Asked(
        words=said["suche"][:200],
        shelf=said["katalog"],
        field=said["feld"],
        kind=said["art"],
        access=access,
        small=flags["kleinraeumig"],
        computable=flags["rechenbar"],
        retired=flags["stillgelegt"],
    )


def _line(catalogue: Catalogue, definition: IndicatorDefinition, gone: Mapping[str, Retirement]) -> Line:
    kind, retired = german.KINDS[definition.kind], definition.code in gone
    return Line(definition, shelf_name(catalogue, definition), kind, retired)


@dataclass(frozen=True, slots=True)
class Related:
    """Another indicator that this one matches."""

    match: Match
    definition: IndicatorDefinition
    shelf: str


@requires(Right.SEE_MONITORING)
@require_safe
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """The definition sheet of one indicator with its versions and its matches in other catalogues."""
    edition = the_edition()
    catalogue, definition = _one(edition, code)
    gone = queries.retired(edition).get(code)
    account = account_of(request)
    matches = Matches(catalogue.indicators).of(code)
    others = [(match, catalogue.indicators[match.indicator]) for match in matches]
    own = queries.shelf_of(definition) == queries.OWN
    may_edit = may(account, Right.EDIT_CATALOGUE)
    page = {
        "edition": edition,
        "definition": definition,
        "shelf": shelf_name(catalogue, definition),
        "named": catalogue.named.get(definition.catalogue),
        "facts": facts(catalogue, definition),
        "related": [Related(match, other, shelf_name(catalogue, other)) for match, other in others],
        "derived": [each for each in catalogue.indicators.values() if code in _bases(each)],
        "versions": definition.versions[::-1],
        "gone": gone,
        "successor": catalogue.indicators.get(gone.successor) if gone else None,
        "may_edit": may_edit,
        "address_of_proposal": address("selection:propose") if may(account, Right.EDIT_CONCEPT) and not gone else "",
        "address_of_change": address("formulas:change", code) if own and may_edit else "",
        "waiting": _waiting(edition, code),
        "address_of_commons": address("commons:page"),
        "address_of_copy": address("formulas:new") if definition.catalogue and may_edit else "",
    }
    return render(request, "catalogues/sheet.html", page)


def _waiting(edition: Edition, code: str) -> SharedVersion | None:
    """A version of another monitor that nobody here has decided about."""
    holding = holding_of(edition, Named(SharedKind.INDICATOR, code))
    return newer(holding) if holding else None


def _bases(definition: IndicatorDefinition) -> tuple[str, ...]:
    return definition.derivation.indicators if definition.derivation else ()


@requires(Right.SEE_MONITORING)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Two to four indicators side by side, heading by heading."""
    edition = the_edition()
    catalogue = queries.whole(edition)
    codes = [code for code in dict.fromkeys(request.GET.getlist("indikator")) if code in catalogue.indicators]
    chosen = tuple(catalogue.indicators[code] for code in codes[:MOST_COMPARED])
    pairs = Matches(catalogue.indicators)
    said = [
        (one, other, match)
        for at, one in enumerate(chosen)
        for other in chosen[at + 1 :]
        for match in pairs.of(one.code)
        if match.indicator == other.code
    ]
    page = {
        "edition": edition,
        "chosen": chosen,
        "rows": compared(catalogue, chosen) if len(chosen) > 1 else (),
        "said": said,
        "too_many": len(codes) > MOST_COMPARED,
    }
    return render(request, "catalogues/compare.html", page)


@requires(Right.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def retire(request: HttpRequest, code: str) -> HttpResponse:
    """Takes an indicator out of what is offered, with day and reason; its series stays readable."""
    edition = the_edition()
    catalogue, definition = _one(edition, code)
    kept = RetiredIndicator.objects.filter(edition=edition, code=code).first()
    known = frozenset(catalogue.indicators.keys() - {code})
    initial = initial_of(kept) or {"day": timezone.localdate()}
    form = RetireForm(merged(request.POST) if request.method == "POST" else None, initial=initial, known=known)
    if request.method == "POST" and form.is_valid():
        version = request.POST.get("version", "")
        try:
            step = actions.retire(
                edition=edition,
                definition=definition,
                retirement=form.to_value(kept.who if kept else account_of(request).full_name),
                seen=int(version) if version.isdecimal() else 0,
                by=account_of(request),
            )
        except ConflictError as conflict:
            saved = RetiredIndicator.objects.get(edition=edition, code=code)
            return conflict_page(
                request, conflict, mine=form, theirs=RetireForm(initial=initial_of(saved), prefix=THEIRS)
            )
        say_saved(request, f"„{definition.name}“ ist stillgelegt. Die Reihe bleibt lesbar.", step)
        return redirect("catalogues:sheet", code)
    page = {
        **with_draft(request, form),
        "definition": definition,
        "kept": kept,
        "version": request.POST.get("version") or (kept.version if kept else 0),
    }
    return render(request, "catalogues/retire.html", page, status=422 if request.method == "POST" else 200)


@requires(Right.EDIT_CATALOGUE)
@require_POST
def offer_again(request: HttpRequest, code: str) -> HttpResponse:
    """Takes a retirement back."""
    edition = the_edition()
    _, definition = _one(edition, code)
    kept = RetiredIndicator.objects.filter(edition=edition, code=code).first()
    if kept is None:
        messages.info(request, "Dieser Indikator wird schon angeboten.")
    else:
        step = actions.offer_again(kept=kept, definition=definition, by=account_of(request))
        say_saved(request, f"„{definition.name}“ wird wieder angeboten.", step)
    return redirect("catalogues:sheet", code)


def address(name: str, *arguments: str) -> str:
    """The address of a page of a room above this one; "" where the installation has no such room."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""


def _one(edition: Edition, code: str) -> tuple[Catalogue, IndicatorDefinition]:
    catalogue = queries.whole(edition)
    if code not in catalogue.indicators:
        raise Http404("Diesen Indikator gibt es in keinem Katalog.")
    return catalogue, catalogue.indicators[code]
