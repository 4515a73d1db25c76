"""Describing an own source: a new one, from a sample or after another one; changing and removing it; its empty file."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.catalogue import Catalogue, Source
from mehrklang.vocabulary.spreadsheet import csv_text
from mehrklang_web.catalogues.actions import InUseError, add_source, change_source
from mehrklang_web.catalogues.models import OwnSource
from mehrklang_web.catalogues.queries import own_source, whole
from mehrklang_web.collection.actions import remove_own_source
from mehrklang_web.collection.contents_form import MORE, Rows, initial_of_contents
from mehrklang_web.collection.example import area_of, example_of
from mehrklang_web.collection.own_source_form import OwnSourceForm, initial_of_source
from mehrklang_web.collection.sample import Sample, merged, sample_of
from mehrklang_web.editing.actions import keep_draft
from mehrklang_web.editing.conflict import THEIRS, ConflictError, seen_version
from mehrklang_web.editing.conflict import merged as decided
from mehrklang_web.editing.models import Step
from mehrklang_web.editing.queries import draft_of
from mehrklang_web.editing.views import conflict_page, say_removed, say_saved, with_draft
from mehrklang_web.measures.rules import new_key
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Role
from mehrklang_web.people.rules import Right

READ = "beispiel"
"""The name of the button that reads a sample file and saves nothing."""
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Work:
    """What a page works on: the saved source, or none and what a new one begins with."""

    edition: Edition
    catalogue: Catalogue
    kept: OwnSource | None = None
    model: Source | None = None

    @property
    def before(self) -> Source | None:
        """The saved description."""
        return self.kept.to_value() if self.kept else None

    @property
    def initial(self) -> dict[str, object]:
        """What a fresh form shows."""
        if self.model is None:
            return initial_of_source(self.before) if self.before else {"file_kind": "tidy"}
        return initial_of_source(self.model) | {"name": "", "reason": ""}


@requires(Right.KEEP_SOURCES)
@require_http_methods(["GET", "POST"])
def new_own_source(request: HttpRequest) -> HttpResponse:
    """A new source; `?wie=` begins with the description of another one."""
    edition = the_edition()
    catalogue = whole(edition)
    work = Work(edition, catalogue, model=catalogue.sources.get(request.GET.get("wie", "")))
    return _work_on(request, work)


@requires(Right.KEEP_SOURCES)
@require_http_methods(["GET", "POST"])
def edit_own_source(request: HttpRequest, key: str) -> HttpResponse:
    """The description of an own source; a shared one becomes a new version that the other monitors are told of."""
    edition = the_edition()
    return _work_on(request, Work(edition, whole(edition), _kept(edition, key)))


@requires(Right.KEEP_SOURCES)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Takes an own source out that nothing uses."""
    kept = _kept(the_edition(), key)
    name, by = kept.to_value().name, account_of(request)
    try:
        gone = say_removed(request, f"Die Quelle „{name}“", lambda seen: remove_own_source(kept=kept, seen=seen, by=by))
    except InUseError as used:
        messages.error(request, f"„{name}“ bleibt, denn die Quelle wird gebraucht: {used}.")
        gone = False
    return redirect("collection:sources") if gone else redirect("collection:source", key)


@requires(Right.SEE_SOURCES)
@require_safe
def empty_file(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """The form of the source's files as a table to fill in."""
    edition = the_edition()
    source = whole(edition).sources.get(key)
    example = example_of(source, area_of(edition)) if source else None
    if example is None:
        raise Http404("Zu dieser Quelle ist keine Form beschrieben, die sich ausfüllen ließe.")
    answer = HttpResponse("\ufeff" + csv_text((example.heads, *example.rows)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"vorlage-{key}.csv") or ""
    return answer


def _kept(edition: Edition, key: str) -> OwnSource:
    kept = own_source(edition, key)
    if kept is None:
        raise Http404("Diese eigene Quelle gibt es nicht.")
    return kept


def _work_on(request: HttpRequest, work: Work) -> HttpResponse:
    if request.method != "POST":
        return _page(request, work, _fresh(request, work))
    sent = decided(request.POST)
    loosens = Role(account_of(request).role) is Role.STATISTICS
    rows = Rows.asked(sent, sent.get(MORE, ""))
    form = OwnSourceForm(sent, request.FILES, before=work.before, catalogue=work.catalogue, loosens=loosens, rows=rows)
    if READ in sent:
        return _with_sample(request, work, form)
    if MORE in sent:
        return _page(request, work, _again(work, _typed(form), rows))
    if not form.is_valid():
        return _page(request, work, form)
    return _save(request, work, form)


def _fresh(request: HttpRequest, work: Work) -> OwnSourceForm:
    """The form at the first visit; with as many rows as a draft has that is asked for."""
    draft = draft_of(account_of(request).pk, request.path) if "entwurf" in request.GET else None
    rows = Rows.asked(QueryDict(draft.content)) if draft else None
    return OwnSourceForm(before=work.before, catalogue=work.catalogue, initial=work.initial, rows=rows)


def _again(work: Work, typed: Mapping[str, object], rows: Rows) -> OwnSourceForm:
    """What was typed, and nothing is wrong yet."""
    return OwnSourceForm(before=work.before, catalogue=work.catalogue, initial=dict(typed), rows=rows)


def _typed(form: OwnSourceForm) -> dict[str, object]:
    return {name: form[name].value() for name in form.fields if name != "sample"}


def _with_sample(request: HttpRequest, work: Work, form: OwnSourceForm) -> HttpResponse:
    """What was typed, and what the file says; the office confirms it by saving."""
    file = request.FILES.get("sample")
    form.is_valid()
    if file is None or "sample" in form.errors:
        why = " ".join(map(str, form.errors.get("sample", ()))) or "Bitte wählen Sie eine Datei aus."
        return _refuse_sample(request, work, form, why)
    sample = _read(work, file)
    if sample is None:
        return _refuse_sample(
            request, work, form, "In der Datei ist keine Tabelle mit Zahlen zu erkennen. Oben stehen die Namen der "
            "Spalten, darunter die Zeilen.",
        )  # fmt: skip
    contents = merged(form.typed_contents(), sample.contents)
    kept = {name: value for name, value in _typed(form).items() if "-" not in name and name != "file_kind"}
    typed = kept | initial_of_contents(contents)
    texts = {name: "" if value is None else str(value) for name, value in typed.items()}
    keep_draft(place=request.path, content=urlencode(texts), by=account_of(request))
    return _page(request, work, _again(work, typed, Rows.asked(typed)), sample=sample)


def _refuse_sample(request: HttpRequest, work: Work, form: OwnSourceForm, why: str) -> HttpResponse:
    again = _again(work, _typed(form), form.rows)
    return _page(request, work, again, refused=why)


def _read(work: Work, file: "UploadedFile[bytes]") -> Sample | None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"beispiel{Path(file.name or '').suffix}"
        path.write_bytes(file.read())
        return sample_of(path, work.edition.monitor.area, work.catalogue.definitions)


def _save(request: HttpRequest, work: Work, form: OwnSourceForm) -> HttpResponse:
    by = account_of(request)
    if work.kept is None:
        name = form.cleaned_data["name"].casefold().translate(_LETTERS)
        source = form.source(new_key(name, work.catalogue.sources.keys(), otherwise="eigene-quelle"))
        step = add_source(edition=work.edition, source=source, by=by)
        return _saved(request, source, f"Die Quelle „{source.name}“ ist angelegt.", step)
    source = form.source()
    reason = form.cleaned_data["reason"].strip() if form.looser() else ""
    try:
        step = change_source(kept=work.kept, source=source, reason=reason, seen=seen_version(request.POST), by=by)
    except ConflictError as conflict:
        theirs = OwnSourceForm(before=work.before, catalogue=work.catalogue, rows=form.rows, prefix=THEIRS)
        return conflict_page(request, conflict, mine=form, theirs=theirs)
    return _saved(request, source, f"Die Quelle „{source.name}“ ist geändert.", step)


def _saved(request: HttpRequest, source: Source, text: str, step: Step | None) -> HttpResponse:
    say_saved(request, text, step)
    return redirect("collection:source", source.key)


def _page(
    request: HttpRequest, work: Work, form: OwnSourceForm, *, sample: Sample | None = None, refused: str = ""
) -> HttpResponse:
    before = work.before
    page = {
        **(with_draft(request, form) if request.method == "GET" else {"form": form}),
        "edition": work.edition,
        "source": before,
        "model": work.model,
        "models": sorted(work.catalogue.sources.values(), key=lambda each: each.name.casefold()),
        "version": request.POST.get("version") or (work.kept.version if work.kept else 0),
        "sample": sample,
        "refused": refused,
    }
    status = 422 if form.is_bound or refused else 200
    return render(request, "collection/edit_own_source.html", page, status=status)
