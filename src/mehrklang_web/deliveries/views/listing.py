"""The list of deliveries and the upload."""

from collections.abc import Mapping

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from mehrklang.catalogue import Source
from mehrklang.vocabulary import Severity
from mehrklang_web.deliveries import actions, queries
from mehrklang_web.deliveries.actions import Tried
from mehrklang_web.deliveries.elsewhere import elsewhere, withdrawn_elsewhere
from mehrklang_web.deliveries.forms import UploadForm
from mehrklang_web.deliveries.limit import left_out, most
from mehrklang_web.deliveries.models import Delivery, State
from mehrklang_web.editing.actions import drop_draft
from mehrklang_web.monitors.models import Edition
from mehrklang_web.monitors.queries import the_edition
from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.selection.catalogue import sources


@requires(Right.TRY_DELIVERY)
@require_http_methods(["GET", "POST"])
def delivery_list(request: HttpRequest) -> HttpResponse:
    """All deliveries, and the upload."""
    edition = the_edition()
    known = sources(edition)
    form = UploadForm(request.POST or None, request.FILES or None, sources=known)
    if request.method == "POST":
        if form.is_valid():
            return _try_all(request, edition, form)
        if left_out(request):
            form.errors.pop("file", None)
        for name in left_out(request):
            form.add_error("file", f"„{name}“ ist größer als {most()}. Bitte teilen Sie die Datei nach Jahren auf.")
        if _wants_json(request):
            return JsonResponse({"satz": _sentence(form), "adresse": "", "stand": "fehler"}, status=422)
    return render(request, "deliveries/list.html", _page(request, edition, form), status=422 if form.errors else 200)


def _try_all(request: HttpRequest, edition: Edition, form: UploadForm) -> HttpResponse:
    """Tries each file. One leads to its page, several back to the list, where all that wait are named."""
    account, told = account_of(request), form.told()
    actions.sweep(by=account)
    files: list[UploadedFile[bytes]] = form.cleaned_data["file"]
    tried = [(file, actions.try_file(edition=edition, upload=file, told=told, by=account)) for file in files]
    drop_draft(place=request.path, by=account)
    file, first = tried[0]
    if _wants_json(request):
        return JsonResponse(_told(file.name or "", first))
    if len(tried) > 1 or left_out(request):
        _tell(request, [(each.name or "", answer) for each, answer in tried])
        return redirect("deliveries:list")
    if first.trial is not None:
        return redirect("deliveries:trial", first.trial.pk)
    return render(request, "deliveries/refused.html", {"tried": first, "name": file.name}, status=422)


def _tell(request: HttpRequest, tried: list[tuple[str, Tried]]) -> None:
    for name, answer in tried:
        level = messages.success if answer.trial and answer.trial.usable else messages.warning
        level(request, f"{name}: {_verdict(answer)}")
    for name in left_out(request):
        messages.error(request, f"{name}: größer als {most()}. Bitte teilen Sie die Datei nach Jahren auf.")


def _told(name: str, tried: Tried) -> Mapping[str, str]:
    """The answer to the script that uploads file by file."""
    address = reverse("deliveries:trial", args=[tried.trial.pk]) if tried.trial else ""
    state = "gut" if tried.trial and tried.trial.usable else "fehler"
    return {"name": name, "satz": _verdict(tried), "adresse": address, "stand": state}


def _verdict(tried: Tried) -> str:
    errors = sum(issue.severity is Severity.ERROR for issue in tried.issues)
    warnings = sum(issue.severity is Severity.WARNING for issue in tried.issues)
    if tried.trial is None:
        return f"keine lesbare Tabelle, nicht gespeichert. {tried.issues[0].message}"
    if errors:
        return f"so nicht verwendbar, {errors} Fehler"
    if not tried.trial.source:
        return "lesbar; bitte noch die Quelle nennen"
    return "lesbar, ohne Auffälligkeiten" if not warnings else f"lesbar, {warnings} Warnung{'en' * (warnings > 1)}"


def _sentence(form: UploadForm) -> str:
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _page(request: HttpRequest, edition: Edition, form: UploadForm) -> dict[str, object]:
    known = sources(edition)
    source, state = request.GET.get("quelle", ""), request.GET.get("zustand", "")
    every = queries.deliveries_of(edition)
    shown = [each for each in every if source in ("", each.source) and state in ("", each.state.value)]
    return {
        "edition": edition,
        "most_bytes": str(settings.DELIVERY_MAX_BYTES),
        "most_words": most(),
        "form": form,
        "deliveries": [(each, known.get(each.source)) for each in shown],
        "count": len(every),
        "used_sources": _used(every, known),
        "states": State,
        "asked": {"quelle": source, "zustand": state},
        "waiting": queries.waiting(edition),
        "may_choose_territory": may(account_of(request), Right.FREEZE_RESULTS),
        "elsewhere": elsewhere(edition),
        "withdrawn_elsewhere": withdrawn_elsewhere(edition),
    }


def _used(every: list[Delivery], known: Mapping[str, Source]) -> list[tuple[str, str]]:
    """Key and name of each source that has delivered, by name."""
    keys = {each.source for each in every}
    return sorted(((key, known[key].name if key in known else key) for key in keys), key=lambda pair: pair[1])
