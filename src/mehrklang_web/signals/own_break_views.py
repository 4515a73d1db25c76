"""Breaks that an office enters itself: entering, changing and withdrawing one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from mehrklang.catalogue import Break
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.views import conflict_page, say_removed, say_saved, with_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.actions import keep_breaks
from mehrklang_web.selection.catalogue import own_breaks
from mehrklang_web.signals.forms import OwnBreakForm, initial_of_break
from mehrklang_web.signals.own_breaks import OwnBreak, area_choices, indicator_choices, own_break

_SAVED = (
    "Der Reihenbruch ist eingetragen. Er wirkt, sobald die Ergebnisse neu festgehalten werden; die Definition des "
    "Indikators ist neu zu unterschreiben."
)


@requires(Right.CONFIRM_BREAKS)
@require_http_methods(["GET", "POST"])
def new_break(request: HttpRequest) -> HttpResponse:
    """Enters a break; it stands beside those that are known."""
    edition = the_edition()
    sent = request.POST if request.method == "POST" else None
    form = _form(edition, sent, initial={"code": request.GET.get("zu", "")})
    if not form.is_valid():
        return _page(request, edition, form)
    code = form.cleaned_data["code"]
    breaks = (*own_breaks(edition).get(code, ()), form.to_value())
    step = keep_breaks(edition=edition, code=code, breaks=breaks, by=account_of(request))
    say_saved(request, _SAVED, step)
    return redirect("signals:breaks")


@requires(Right.CONFIRM_BREAKS)
@require_http_methods(["GET", "POST"])
def change_break(request: HttpRequest, code: str, at: int) -> HttpResponse:
    """Changes one; whoever edits an older version sees both."""
    edition = the_edition()
    kept = _kept(edition, code, at)
    sent = merged(request.POST) if request.method == "POST" else None
    form = _form(edition, sent, fixed=True, initial=initial_of_break(kept.value))
    if not form.is_valid():
        return _page(request, edition, form, kept)
    breaks, seen = _with(edition, kept, (form.to_value(),)), seen_version(request.POST)
    try:
        step = keep_breaks(edition=edition, code=code, breaks=breaks, seen=seen, by=account_of(request))
    except ConflictError as conflict:
        theirs = _form(edition, None, fixed=True, initial=initial_of_break(kept.value), prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    say_saved(request, _SAVED, step)
    return redirect("signals:breaks")


@requires(Right.CONFIRM_BREAKS)
@require_POST
def withdraw_break(request: HttpRequest, code: str, at: int) -> HttpResponse:
    """Withdraws one: the series runs on, once results are frozen again."""
    edition = the_edition()
    kept, by = _kept(edition, code, at), account_of(request)
    left = _with(edition, kept, ())
    what = f"Der Reihenbruch ab {kept.value.first_year} bei „{kept.name}“"
    say_removed(request, what, lambda seen: keep_breaks(edition=edition, code=code, breaks=left, seen=seen, by=by))
    return redirect("signals:breaks")


def _form(edition: Edition, sent: Any, **options: Any) -> OwnBreakForm:
    return OwnBreakForm(sent, indicators=indicator_choices(edition), areas=area_choices(edition), **options)


def _kept(edition: Edition, code: str, at: int) -> OwnBreak:
    kept = own_break(edition, code, at)
    if kept is None:
        raise Http404("Diesen Reihenbruch gibt es in der Ausgabe nicht.")
    return kept


def _with(edition: Edition, kept: OwnBreak, instead: tuple[Break, ...]) -> tuple[Break, ...]:
    """The breaks of the indicator with something else at the place of one of them."""
    breaks = own_breaks(edition)[kept.code]
    return (*breaks[: kept.at], *instead, *breaks[kept.at + 1 :])


def _page(request: HttpRequest, edition: Edition, form: OwnBreakForm, kept: OwnBreak | None = None) -> HttpResponse:
    page = {
        **with_draft(request, form),
        "edition": edition,
        "kept": kept,
        "version": request.POST.get("version") or (kept.version if kept else 0),
    }
    return render(request, "signals/own_break.html", page, status=422 if form.is_bound else 200)
