"""An edition as a folder: downloading it, trying one from elsewhere, taking it in, comparing two."""

import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.package import FolderReading, Monitoring
from mehrklang.package.archive import pack
from mehrklang.package.carrying import adopted, handed_over, unsigned
from mehrklang_web.deliveries.limit import left_out, most
from mehrklang_web.deliveries.rules import sees_cells
from mehrklang_web.exchange import actions, queries, trial
from mehrklang_web.exchange.forms import ArchiveForm, CompareForm, TakeInForm
from mehrklang_web.exchange.told import Part, issues_told, parts_told
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.monitors.queries import current_edition, the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.models import Account
from mehrklang_web.people.rules import Right
from mehrklang_web.selection.catalogue import sources


@requires(Right.EXCHANGE)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What a folder is for, and what goes into it."""
    edition = current_edition()
    kept = _visible(edition, account_of(request)) if edition else None
    page = {
        "edition": edition,
        "monitoring": kept,
        "hidden": len(queries.portable(edition).data) - len(kept.data) if edition and kept else 0,
    }
    return render(request, "exchange/overview.html", page)


@requires(Right.EXCHANGE)
@require_safe
def folder(request: HttpRequest) -> HttpResponseBase:
    """The edition's folder as an archive: all of it, or what another municipality can use."""
    edition = the_edition()
    monitoring = _visible(edition, account_of(request))
    passed_on = request.GET.get("fuer") == "weitergabe"
    if passed_on:
        monitoring = handed_over(monitoring)
    with tempfile.TemporaryDirectory(dir=settings.VAR) as name:
        path = Path(name) / "ordner.zip"
        try:
            pack(monitoring, path)
        except FileNotFoundError:
            messages.error(
                request, "Eine Datei der Lieferungen fehlt auf dem Server. Bitte wenden Sie sich an die Administration."
            )
            return redirect("exchange:overview")
        actions.note_export(edition=edition, what="Konzept" if passed_on else "ganze Ausgabe", by=account_of(request))
        kind = "konzept" if passed_on else "ausgabe"
        title = f"{slugify(edition.monitor.title)}-{slugify(edition.label)}-{kind}.zip"
        return FileResponse(path.open("rb"), as_attachment=True, filename=title, content_type="application/zip")


def _visible(edition: Edition, account: Account) -> Monitoring:
    """The whole edition without the files whose cells the account may not see."""
    monitoring, known = queries.portable(edition), sources(edition)
    return replace(
        monitoring, data=tuple(each for each in monitoring.data if sees_cells(account, known.get(each.source)))
    )


@requires(Right.EXCHANGE)
@require_http_methods(["GET", "POST"])
def import_folder(request: HttpRequest) -> HttpResponse:
    """Tries a folder: every issue, and how it differs from the edition that is there."""
    form = ArchiveForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and (too_large := left_out(request)):
        form.add_error("file", f"„{too_large[0]}“ ist größer als {most()}.")
    if request.method == "POST" and form.is_valid():
        return _trial(request, trial.set_aside(form.cleaned_data["file"]), None)
    return render(request, "exchange/import.html", {"form": form}, status=422 if request.method == "POST" else 200)


def _trial(request: HttpRequest, tried: trial.Tried, sent: TakeInForm | None) -> HttpResponse:
    with trial.opened(tried) as reading:
        monitoring = reading.monitoring
        edition = current_edition()
        page = {
            "tried": tried,
            "issues": issues_told(reading.issues, *([monitoring] if monitoring else [])),
            "monitoring": monitoring,
            "edition": edition,
            "elsewhere": bool(monitoring and edition and monitoring.area != edition.monitor.area),
            "form": sent or (_take_in_form(monitoring) if monitoring else None),
            "parts": _parts(request, queries.as_in_folder(edition), monitoring) if monitoring and edition else (),
        }
    refused = monitoring is None or sent is not None
    return render(request, "exchange/trial.html", page, status=422 if refused else 200)


def _parts(request: HttpRequest, before: Monitoring, after: Monitoring) -> tuple[Part, ...]:
    """How they differ, as the account may know it."""
    edition = current_edition()
    return parts_told(before, after, account=account_of(request), known=sources(edition) if edition else {})


def _take_in_form(monitoring: Monitoring) -> TakeInForm:
    known = list(Monitor.objects.order_by("title", "pk"))
    same = next((each for each in known if (each.title, each.area) == (monitoring.title, monitoring.area)), None)
    initial = {"monitor": str(same.pk) if same else "", "label": queries.free_label(same, monitoring.edition)}
    return TakeInForm(monitors=known, initial=initial)


@requires(Right.EXCHANGE)
@require_POST
def take_in(request: HttpRequest) -> HttpResponse:
    """Takes the tried folder in: all of it or nothing."""
    tried = trial.asked_for(request.POST.get("summe", ""))
    if tried is None:
        messages.error(request, "Der geprüfte Ordner liegt nicht mehr vor. Bitte laden Sie ihn noch einmal hoch.")
        return redirect("exchange:import")
    form = TakeInForm(request.POST, monitors=list(Monitor.objects.order_by("title", "pk")))
    if not form.is_valid():
        return _trial(request, tried, form)
    with trial.opened(tried) as reading:
        if reading.monitoring is None:
            return _trial(request, tried, None)
        edition = actions.take_in(
            monitoring=_wanted(reading.monitoring, form),
            phase=Phase.CONCEPT,
            by=account_of(request),
            monitor=form.wanted(),
        )
    trial.forget(tried)
    messages.success(request, f"„{edition}“ ist eingelesen. Ergebnisse werden erst beim Festhalten berechnet.")
    return redirect(edition.address)


def _wanted(monitoring: Monitoring, form: TakeInForm) -> Monitoring:
    monitor, named = form.wanted(), replace(monitoring, edition=form.cleaned_data["label"])
    if monitor is not None and monitor.area != monitoring.area:
        return adopted(named, queries.frame_of(monitor))
    return named if form.cleaned_data["signatures"] else unsigned(named)


@requires(Right.EXCHANGE)
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """How two folders differ, or one from the edition that is looked at. Nothing is kept."""
    form = CompareForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"form": form, "edition": current_edition()}
    if request.method == "POST" and (too_large := left_out(request)):
        form.add_error("file", f"„{too_large[0]}“ ist größer als {most()}.")
    if request.method == "POST" and form.is_valid():
        page |= _compared(request, form)
    status = 200 if request.method == "GET" or "parts" in page else 422
    return render(request, "exchange/compare.html", page, status=status)


def _compared(request: HttpRequest, form: CompareForm) -> dict[str, object]:
    files = [form.cleaned_data[name] for name in ("file", "other") if form.cleaned_data[name]]
    edition = current_edition()
    tried = [trial.set_aside(file) for file in files]
    with ExitStack() as stack:
        readings: list[FolderReading] = [stack.enter_context(trial.opened(each)) for each in tried]
        monitorings = [each.monitoring for each in readings if each.monitoring]
    for each in tried:
        trial.forget(each)
    found: dict[str, object] = {
        "issues": issues_told((issue for each in readings for issue in each.issues), *monitorings)
    }
    if len(monitorings) == len(files):
        pair = (
            monitorings if len(monitorings) == 2 else [queries.as_in_folder(edition), *monitorings] if edition else []
        )
        if len(pair) == 2:
            found |= {"parts": _parts(request, pair[0], pair[1]), "names": _names(files, edition)}
        else:
            form.add_error("other", "Hier gibt es noch keine Ausgabe. Wählen Sie einen zweiten Ordner.")
    return found


def _names(files: list[object], edition: Edition | None) -> tuple[str, str]:
    one, *rest = [str(file) for file in files]
    return (one, rest[0]) if rest else (str(edition), one)
