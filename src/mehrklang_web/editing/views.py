"""Keeping drafts, the page of a conflict, the list of steps and undoing one of them."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mehrklang_web.editing import actions
from mehrklang_web.editing.conflict import ConflictError, agreed_fields, differences, seen_version
from mehrklang_web.editing.models import Step
from mehrklang_web.editing.queries import draft_of, initial_from, last_step
from mehrklang_web.people.gate import account_of, for_everybody

_TECHNICAL = {"csrfmiddlewaretoken", "entwurf-seite", "version"}


@for_everybody
@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Keeps what has been typed so far into a form of this account."""
    content = request.POST.copy()
    place = content.get("entwurf-seite", "")
    for name in _TECHNICAL & content.keys():
        del content[name]
    if not place.startswith("/"):
        return HttpResponse(status=400)
    actions.keep_draft(place=place, content=content.urlencode(), by=account_of(request))
    return HttpResponse(status=204)


@for_everybody
@require_POST
def drop(request: HttpRequest) -> HttpResponse:
    """Throws the draft of a form away and goes back to the page on which it stands."""
    place = request.POST.get("entwurf-seite", "")
    actions.drop_draft(place=place, by=account_of(request))
    messages.success(request, "Der Entwurf ist verworfen.")
    return redirect(inside(request, request.POST.get("zurueck", place)))


@for_everybody
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undoes a step of one's own, unless somebody has worked on the same object since."""
    account = account_of(request)
    step = Step.objects.filter(pk=pk, account=account.pk).first()
    if step is None:
        raise Http404("Diesen Schritt können Sie nicht rückgängig machen.")
    try:
        back = actions.undo(step=step, by=account)
    except actions.ChangedSinceError:
        messages.error(request, f"Nicht rückgängig gemacht: „{step.name}“ wurde seither geändert.")
    else:
        say_saved(request, f"Rückgängig gemacht: {step}.", back)
    return redirect(inside(request, request.POST.get("zurueck", "/")))


def say_saved(request: HttpRequest, text: str, step: Step | None = None) -> None:
    """The message after saving, with a button that undoes the step if there is one; the draft is no longer needed."""
    actions.drop_draft(place=request.path, by=account_of(request))
    messages.success(request, text, extra_tags=f"step-{step.pk}" if step else "")


def say_removed(request: HttpRequest, what: str, remove: Callable[[int], Step | None]) -> bool:
    """Removes what the form has shown (`remove` takes its version) and says so; says, too, if somebody was quicker."""
    try:
        step = remove(seen_version(request.POST))
    except ConflictError:
        messages.error(request, f"{what} wurde inzwischen geändert. Bitte lesen Sie noch einmal, bevor Sie streichen.")
        return False
    say_saved(request, f"{what} ist gestrichen.", step)
    return True


def with_draft(request: HttpRequest, form: forms.Form) -> dict[str, object]:
    """What a page with a self-saving form needs: `form`, and `draft` if there is one that is not taken over yet.

    With `?entwurf=1` the form shows the draft.
    """
    found = draft_of(account_of(request).pk, request.path) if not form.is_bound else None
    if found is not None and "entwurf" in request.GET:
        form.initial = {**form.initial, **initial_from(found, form)}
        return {"form": form, "draft": None, "from_draft": True}
    return {"form": form, "draft": found}


def conflict_page(
    request: HttpRequest, conflict: ConflictError, *, mine: forms.Form, theirs: forms.Form, version: str = ""
) -> HttpResponse:
    """Both texts side by side; for each field that differs its author chooses. Posts to the same address, where the
    view reads it with `conflict.merged`.

    `version` is what the form carries as `version`, where that is more than the version of one object.
    """
    page = {
        "kept": conflict.kept,
        "version": version or conflict.kept.version,
        "differences": differences(mine, theirs),
        "agreed": agreed_fields(mine, theirs),
        "last": last_step(conflict.kept),
    }
    return render(request, "editing/conflict.html", page, status=409)


def inside(request: HttpRequest, address: str, *, otherwise: str = "") -> str:
    """An address of this installation; instead of any other `otherwise` (left out: the overview)."""
    safe = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if safe else otherwise or reverse("workplace:overview")
