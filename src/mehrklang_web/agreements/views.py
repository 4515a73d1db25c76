"""The agreements: all of them, one of them, signing and refusing."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.planning import MatterKind
from mehrklang.planning.agreement import Line, Stand
from mehrklang.planning.agreement_changes import label_of
from mehrklang.planning.remark import About
from mehrklang_web.agreements import actions, queries
from mehrklang_web.agreements.forms import RefusalForm
from mehrklang_web.agreements.queries import MatterView
from mehrklang_web.agreements.rules import sees_matter, sees_remark
from mehrklang_web.agreements.topics import topic_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import definitions
from mehrklang_web.ui.states import State

CHIPS = {
    Stand.SIGNED: State("✓", "unterschrieben", "good"),
    Stand.REFUSED: State("▲", "abgelehnt", "bad"),
    Stand.EARLIER: State("△", "galt für eine frühere Fassung", "care"),
    Stand.MISSING: State("○", "Unterschrift fehlt", "plain"),
}
_PARTS = {"auswahl": "Auswahl", "definition": "Definition", "zielwert": "Zielwert"}


_TECHNICAL = ("bezug", "ableitung", "grundlage", "belege", "entspricht", "kernkandidat")


@dataclass(frozen=True, slots=True)
class Group:
    """The matters of one kind."""

    kind: MatterKind
    title: str
    views: tuple[MatterView, ...]

    @property
    def held(self) -> int:
        """How many of them hold."""
        return sum(view.holds for view in self.views)


_TITLES = {
    MatterKind.CORE_SET: "Kernset",
    MatterKind.DEFINITION: "Definitionen im Kernset",
    MatterKind.TARGET: "Zielwerte",
}


@requires(Right.SEE_MONITORING)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Everything that is agreed on: who signed which version when, and what is missing."""
    edition, account = the_edition(), account_of(request)
    every = [each for each in queries.matters(edition) if _sees(account, each)]
    only_open = request.GET.get("zeigen") == "offen"
    shown = [each for each in every if not (only_open and each.holds)]
    page = {
        "edition": edition,
        "groups": [
            Group(kind, _TITLES[kind], tuple(each for each in shown if each.matter.kind is kind))
            for kind in MatterKind
            if any(each.matter.kind is kind for each in shown)
        ],
        "total": len(every),
        "held": sum(each.holds for each in every),
        "mine": sum(account.role_label in each.open_for for each in every) if may(account, Right.SIGN_TARGET) else 0,
        "only_open": only_open,
        "chips": CHIPS,
        **tabs(account, "agreements"),
    }
    return render(request, "agreements/overview.html", page)


def tabs(account: Account, here: str) -> dict[str, object]:
    """Which of the neighbouring pages the account may enter."""
    return {
        "here": here,
        "may_remark": may(account, Right.WRITE_REMARKS),
        "may_see_agenda": may(account, Right.SIGN_TARGET),
    }


@requires(Right.SEE_MONITORING)
@require_http_methods(["GET", "HEAD"])
def matter(request: HttpRequest, kind: str, code: str = "", place: str = "") -> HttpResponse:
    """One matter: today's version in words, who has signed it, what changed, what was said about it."""
    edition = the_edition()
    every = queries.matters(edition)
    return _page(request, edition, (_view(request, every, (kind, code, place)), every), RefusalForm())


_One = tuple[MatterView, tuple[MatterView, ...]]
"""A matter and all of them, so that they are worked out once."""


def _page(request: HttpRequest, edition: Edition, one: _One, refusal: RefusalForm) -> HttpResponse:
    view, every = one
    account = account_of(request)
    works = may(account, Right.SEE_WORKING_VALUES)
    about = About(view.matter.kind.value)
    said = [each for each in queries.remarks_of(edition) if (each.about, each.key) == (about.value, view.matter.code)]
    page = {
        "edition": edition,
        "view": view,
        "parts": _parts(view, every, account),
        "unit": _unit(edition, view),
        "chips": CHIPS,
        "works": works,
        "refusal": refusal,
        "remarks": [each for each in said if sees_remark(account, each)],
        "topic": topic_of(about, view.matter.code),
        "inside": _open_inside(every, account) if view.matter.kind is MatterKind.CORE_SET else [],
        "may_sign": may(account, Right.SIGN_TARGET) and account.role_label in view.open_for,
        "may_speak": may(account, Right.SIGN_TARGET),
        "may_edit": may(account, Right.EDIT_CONCEPT),
        **tabs(account, "agreements"),
    }
    return render(request, "agreements/matter.html", page, status=422 if refusal.errors else 200)


@requires(Right.SIGN_TARGET)
@require_POST
def sign(request: HttpRequest, kind: str, code: str = "", place: str = "") -> HttpResponse:
    """Signs for one's own office; with the core set, on wish, also what is in it."""
    edition, account = the_edition(), account_of(request)
    every = queries.matters(edition)
    view = _view(request, every, (kind, code, place))
    if request.POST.get("fassung") != view.version.fingerprint:
        messages.error(request, "Inzwischen hat sich etwas geändert. Bitte lesen Sie die neue Fassung.")
        return redirect(view.address)
    inside = _open_inside(every, account) if "alles" in request.POST and view.matter.kind is MatterKind.CORE_SET else []
    for each in (view, *inside):
        actions.sign(edition=edition, version=each.version, by=account)
    more = f", dazu {len(inside)} Definitionen und Zielwerte darin" if inside else ""
    messages.success(request, f"Unterschrieben für {account.role_label}: {_title(view)}{more}.")
    return redirect(view.address)


@requires(Right.SIGN_TARGET)
@require_POST
def refuse(request: HttpRequest, kind: str, code: str = "", place: str = "") -> HttpResponse:
    """Refuses today's version for one's own office, with the reason."""
    edition, account = the_edition(), account_of(request)
    every = queries.matters(edition)
    view = _view(request, every, (kind, code, place))
    form = RefusalForm(request.POST)
    if form.is_valid() and request.POST.get("fassung") != view.version.fingerprint:
        form.add_error(None, "Die Fassung ist inzwischen eine andere. Bitte lesen Sie sie; Ihr Grund steht noch da.")
    if not form.is_valid():
        return _page(request, edition, (view, every), form)
    actions.refuse(edition=edition, version=view.version, reason=form.cleaned_data["reason"], by=account)
    say_saved(request, f"Abgelehnt für {account.role_label}: {_title(view)}. Der Grund steht auf der Tagesordnung.")
    return redirect(view.address)


def _view(request: HttpRequest, every: tuple[MatterView, ...], wanted: tuple[str, str, str]) -> MatterView:
    """The matter of this kind, code and place."""
    named = ((each, (each.matter.kind.value, each.matter.code, each.matter.place)) for each in every)
    view = next((each for each, words in named if words == wanted), None)
    if view is None or not _sees(account_of(request), view):
        raise Http404("Diesen Gegenstand gibt es in der Ausgabe nicht.")
    return view


def _sees(account: Account, view: MatterView) -> bool:
    return sees_matter(account, view.matter.kind, held=view.holds)


def _open_inside(every: tuple[MatterView, ...], account: Account) -> list[MatterView]:
    """The definitions and targets of the core set that this office has not signed; its version holds them all."""
    core = {each.matter.code for each in every if each.matter.kind is MatterKind.DEFINITION}
    return [each for each in every if each.matter.code in core and account.role_label in each.open_for]


def _title(view: MatterView) -> str:
    return f"{view.matter.kind.label} „{view.name}“" if view.matter.code else "Kernset"


@dataclass(frozen=True, slots=True)
class Section:
    """What a version says about one indicator under one heading."""

    title: str
    rows: tuple[tuple[str, str], ...]
    technical: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """What a version says about one indicator."""

    name: str
    sections: tuple[Section, ...]


def _unit(edition: Edition, view: MatterView) -> str:
    """In which unit the numbers of a target are."""
    known = definitions(edition)
    is_target = view.matter.kind is MatterKind.TARGET and view.matter.code in known
    return known[view.matter.code].unit.description if is_target else ""


def _parts(view: MatterView, every: tuple[MatterView, ...], account: Account) -> list[IndicatorPart]:
    """What the version says, in the order of the selection, without the targets that the account may not see yet."""
    names = {each.matter.code: each.name for each in every if not each.matter.place}
    order = {code: place for place, code in enumerate(names)}
    aimed = MatterKind.TARGET
    unseen = [each.matter for each in every if each.matter.kind is aimed and not _sees(account, each)]
    hidden = {(each.code, each.part) for each in unseen}
    lines = (each for each in view.version.lines if (each.code, each.part) not in hidden)
    in_order = sorted(lines, key=lambda line: order.get(line.code, len(order)))
    by_code = groupby(in_order, key=lambda line: line.code)
    titles = {each.matter.part: f"Zielwert: {each.name}" for each in every if each.matter.place} | _PARTS
    return [IndicatorPart(names.get(code, code), _of_indicator(tuple(some), titles)) for code, some in by_code]


def _of_indicator(lines: tuple[Line, ...], titles: Mapping[str, str]) -> tuple[Section, ...]:
    return tuple(
        Section(
            titles.get(part, part),
            tuple((label_of(line.key), line.text) for line in some if not _is_technical(line)),
            tuple((label_of(line.key), line.text) for line in some if _is_technical(line)),
        )
        for part, group in groupby(lines, key=lambda line: line.part)
        for some in [tuple(group)]
    )


def _is_technical(line: Line) -> bool:
    """What says from which cells a definition is computed, and where it comes from."""
    return line.part == MatterKind.DEFINITION.value and line.key.startswith(_TECHNICAL)
