"""The first step of an own indicator, its form with formula and test value, and changing one."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from mehrklang.catalogue import Catalogue, IndicatorDefinition, IndicatorKind, faults_of
from mehrklang.catalogue.kind import DERIVED
from mehrklang.vocabulary import Issue
from mehrklang_web.catalogues import queries
from mehrklang_web.catalogues.actions import keep_own
from mehrklang_web.catalogues.models import OwnIndicator
from mehrklang_web.editing.conflict import THEIRS, ConflictError, merged, seen_version
from mehrklang_web.editing.models import Step
from mehrklang_web.editing.views import conflict_page, say_saved, with_draft
from mehrklang_web.formulas.cells import cells_of, sources_with_cells
from mehrklang_web.formulas.checked import Checked
from mehrklang_web.formulas.forms import (
    MORE,
    OFFERED,
    TRY,
    DerivedForm,
    FormulaForm,
    SourceForm,
    kind_in_words,
)
from mehrklang_web.formulas.placing import PlacedIssue
from mehrklang_web.formulas.probing import probe
from mehrklang_web.formulas.work import Work, form_of, setting_of, with_own_cells
from mehrklang_web.formulas.writing import editable, fitting_kind, initial_of, like
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right


@requires(Right.EDIT_CATALOGUE)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The first step: kind, and source or indicator derived from; `?wie=` begins with another indicator."""
    edition = the_edition()
    catalogue = queries.whole(edition)
    model = catalogue.indicators.get(request.GET.get("wie", ""))
    of_source, derived = _first_steps(request, edition, catalogue, model)
    for form in (of_source, derived):
        if form.is_bound and form.is_valid():
            asked = form.cleaned_data
            more = {"wie": model.code if model else "", "worte": asked.get("worte", "")}
            query = urlencode({name: text for name, text in more.items() if text})
            address = reverse("formulas:build", args=[asked["art"], asked["of"]])
            return redirect(f"{address}?{query}" if query else address)
    page = {"edition": edition, "of_source": of_source, "derived": derived, "model": model}
    return render(request, "formulas/start.html", page, status=422 if of_source.is_bound or derived.is_bound else 200)


def _first_steps(
    request: HttpRequest, edition: Edition, catalogue: Catalogue, model: IndicatorDefinition | None
) -> tuple[SourceForm, DerivedForm]:
    """Both first steps; the one is bound whose kind was asked for."""
    bases = sorted(((each.code, each.name) for each in catalogue.indicators.values() if each.computable), key=_by_name)
    asked = request.GET if "art" in request.GET else None
    derived = asked is not None and asked["art"] in set(DERIVED)
    initial = {"art": fitting_kind(model).value}
    sources = sources_with_cells(edition, catalogue)
    return (
        SourceForm(None if derived else asked, choices=sources, initial=initial, auto_id="quelle_%s"),
        DerivedForm(asked if derived else None, choices=bases, initial=initial, auto_id="ableitung_%s"),
    )


def _by_name(choice: tuple[str, str]) -> str:
    return choice[1].casefold()


@requires(Right.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def build(request: HttpRequest, kind: str, of: str) -> HttpResponse:
    """The second step: words, groups and cells, with formula and test value; `of` is a source or an indicator."""
    edition = the_edition()
    catalogue = queries.whole(edition)
    if kind not in set(OFFERED) or of not in (catalogue.indicators if kind in set(DERIVED) else catalogue.sources):
        raise Http404("Diese Art oder Quelle gibt es nicht.")
    base, source = (of, "") if kind in set(DERIVED) else ("", of)
    words = request.GET.get("worte", "")[:100]
    cells = cells_of(edition, catalogue, source, words) if source else ()
    setting = setting_of(IndicatorKind(kind), catalogue, base or source, cells)
    model = catalogue.indicators.get(request.GET.get("wie", ""))
    return _edit(request, Work(edition, catalogue, setting, source, base, model=like(model) if model else None))


@requires(Right.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Changes an own indicator: what is saved becomes a new version that says what changed."""
    edition = the_edition()
    kept = OwnIndicator.objects.filter(edition=edition, code=code).first()
    if kept is None:
        raise Http404("Diesen eigenen Indikator gibt es in der Ausgabe nicht.")
    before, catalogue = kept.to_value(), queries.whole(edition)
    base = before.derivation.indicator if before.derivation else ""
    source = before.bindings[0].source if before.bindings else ""
    shown = source and editable(before)
    cells = cells_of(edition, catalogue, source, request.GET.get("worte", "")[:100]) if shown else ()
    setting = setting_of(before.kind, catalogue, base or source, cells)
    setting = with_own_cells(setting, before) if shown else setting
    return _edit(request, Work(edition, catalogue, setting, source, base, before, kept=kept))


def _edit(request: HttpRequest, work: Work) -> HttpResponse:
    data = merged(request.POST) if request.method == "POST" else None
    form = form_of(data, work)
    if data is None or MORE in data:
        return _page(request, work, form, status=200)
    if not form.is_valid():
        return _page(request, work, form, status=422)
    definition = work.definition(form)
    issues = _placed(faults_of(definition, work.catalogue), form, work)
    if TRY in data or issues:
        tested = probe(work.edition, work.catalogue, definition) if not issues else None
        shown = Checked(definition, issues, tested)
        return _page(request, work, form, status=422 if issues else 200, shown=shown)
    try:
        seen = seen_version(data)
        step = keep_own(edition=work.edition, definition=definition, seen=seen, by=account_of(request))
    except ConflictError as conflict:
        saved = OwnIndicator.objects.get(edition=work.edition, code=definition.code).to_value()
        theirs = FormulaForm(setting=work.setting, initial=initial_of(saved), rows=form.rows, prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    return _saved(request, definition, step)


def _placed(issues: tuple[Issue, ...], form: FormulaForm, work: Work) -> tuple[PlacedIssue, ...]:
    names = queries.names(work.edition) if issues else {}
    return tuple(PlacedIssue.of(each, form, names) for each in issues)


def _saved(request: HttpRequest, definition: IndicatorDefinition, step: Step | None) -> HttpResponse:
    say_saved(request, f"„{definition.name}“ ist gespeichert.", step)
    return redirect("catalogues:sheet", definition.code)


def _page(
    request: HttpRequest, work: Work, form: FormulaForm, *, status: int, shown: Checked | None = None
) -> HttpResponse:
    if MORE in request.POST:  # one more group, and nothing is wrong yet
        typed = {name: form[name].value() for name in form.fields}
        form = FormulaForm(setting=work.setting, initial=typed, rows=form.rows)
    kept = work.kept
    source = work.catalogue.sources.get(work.source)
    page = {
        **with_draft(request, form),
        "edition": work.edition,
        "kept": kept,
        "before": work.before,
        "version": request.POST.get("version") or (kept.version if kept else 0),
        "kind": kind_in_words(work.setting.kind),
        "source": source.name if source else "",
        "base": work.catalogue.indicators.get(work.base),
        "shown": shown,
        "fixed": work.before is not None and not work.setting.derived and not form.rows,
        "no_cells": work.before is None and not work.setting.derived and not work.setting.cells,
    }
    return render(request, "formulas/form.html", page, status=status)
