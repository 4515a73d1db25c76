"""Taking a catalogue of others in: the template, then a trial that changes nothing, then one step."""

import base64
import binascii
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang.catalogue import NamedCatalogue, TakenIn
from mehrklang.package.catalogue_sheet import read_catalogue_file, template, toml_template
from mehrklang.report.workbook import workbook_bytes
from mehrklang_web.catalogues import actions, queries
from mehrklang_web.catalogues.forms import LARGEST, FileForm
from mehrklang_web.catalogues.models import TakenCatalogue
from mehrklang_web.catalogues.uses import Use, uses_of
from mehrklang_web.editing.views import say_saved
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Taken:
    """A catalogue that was taken in, and what of it is used."""

    head: NamedCatalogue
    count: int
    uses: tuple[Use, ...]


def _taken(edition: Edition) -> tuple[Taken, ...]:
    rows = TakenCatalogue.objects.filter(edition=edition)
    return tuple(Taken(row.to_value(), len(row.indicators), uses_of(edition, row)) for row in rows)


@requires(Right.EDIT_CATALOGUE)
@require_http_methods(["GET", "POST"])
def try_out(request: HttpRequest) -> HttpResponse:
    """Shows what a file holds; takes it in when that is confirmed. Until then nothing of it is kept."""
    edition = the_edition()
    if "inhalt" in request.POST:
        return _take_in(request, edition)
    form = FileForm(request.POST or None, request.FILES or None)
    page: dict[str, object] = {"edition": edition, "form": form, "taken": _taken(edition)}
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        if file.size <= LARGEST:
            data = file.read()
            reading = _read(edition, data, file.name)
            again = reading.catalogue is not None and reading.catalogue.key in {
                each.key for each in queries.taken_catalogues(edition)
            }
            page |= {"reading": reading, "again": again, "name": file.name, "content": base64.b64encode(data).decode()}
            status = 200 if reading.catalogue else 422
        else:
            form.add_error("file", "Die Datei ist größer als 2 MB. Ein Katalog ist viel kleiner.")
    return render(request, "catalogues/import.html", page, status=status)


def _take_in(request: HttpRequest, edition: Edition) -> HttpResponse:
    try:
        data = base64.b64decode(request.POST["inhalt"], validate=True)
    except (binascii.Error, ValueError):
        data = b""
    reading = _read(edition, data, request.POST.get("name", ""))
    if reading.catalogue is None:
        messages.error(request, "Es war nichts einzulesen.")
        return redirect("catalogues:import")
    step = actions.take_in_catalogue(
        edition=edition, catalogue=reading.catalogue, indicators=reading.indicators, by=account_of(request)
    )
    say_saved(request, f"Eingelesen: {reading.catalogue.name}, {len(reading.indicators)} Indikatoren.", step)
    return redirect(f"{reverse('catalogues:browse')}?katalog={reading.catalogue.key}")


@requires(Right.EDIT_CATALOGUE)
@require_POST
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Takes a catalogue of others out again where nothing uses it; otherwise says what does."""
    kept = get_object_or_404(TakenCatalogue, edition=the_edition(), key=key)
    name = kept.to_value().name
    try:
        step = actions.remove_catalogue(kept=kept, by=account_of(request))
    except actions.InUseError as error:
        messages.error(request, f"„{name}“ wird noch gebraucht und bleibt deshalb. {error}.")
    else:
        say_saved(request, f"„{name}“ ist entfernt.", step)
    return redirect("catalogues:import")


def _read(edition: Edition, data: bytes, name: str) -> TakenIn:
    """Against the catalogue without the one of the same key: whoever reads it in again replaces it."""
    reading = read_catalogue_file(data, name, queries.whole(edition))
    if reading.catalogue is not None:
        return reading
    for row in TakenCatalogue.objects.filter(edition=edition):
        again = read_catalogue_file(data, name, queries.whole(edition, without=row.key))
        if again.catalogue is not None and again.catalogue.key == row.key:
            return again
    return reading


@requires(Right.SEE_MONITORING)
@require_safe
def workbook(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """The empty form as a workbook."""
    return _file(workbook_bytes("Katalog", template()), _XLSX, "katalog-vorlage.xlsx")


@requires(Right.SEE_MONITORING)
@require_safe
def toml(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 — every view takes one
    """The empty form as a TOML file."""
    return _file(toml_template().encode(), "text/plain; charset=utf-8", "katalog-vorlage.toml")


def _file(data: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
