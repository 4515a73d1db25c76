"""The kept profiles: listed, brought in, given out, removed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mehrklang_web.people.gate import account_of, requires
from mehrklang_web.people.rules import Right, may
from mehrklang_web.profiles import actions, queries
from mehrklang_web.profiles.forms import ImportForm
from mehrklang_web.profiles.models import KeptProfile


@requires(Right.TRY_DELIVERY)
@require_http_methods(["GET", "POST"])
def profile_list(request: HttpRequest) -> HttpResponse:
    """All profiles, and the form that brings one in."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        profile = form.cleaned_data["file"].profile
        actions.keep_profile(profile=profile, by=account_of(request))
        messages.success(request, f"Die Zuordnung „{profile.name}“ ist gespeichert.")
        return redirect("profiles:list")
    page = {
        "profiles": [(kept, kept.to_value()) for kept in queries.all_profiles()],
        "form": form,
        "may_forget": may(account_of(request), Right.ACCEPT_DELIVERY),
    }
    return render(request, "profiles/list.html", page, status=422 if form.errors else 200)


@requires(Right.TRY_DELIVERY)
@require_safe
def export(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001 — a view's form
    """The profile as the library's TOML."""
    kept = get_object_or_404(KeptProfile, pk=number)
    name = f"{slugify(kept.name) or 'zuordnung'}.toml"
    header = {"Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or ""}
    return HttpResponse(kept.text, content_type="application/toml; charset=utf-8", headers=header)


@requires(Right.ACCEPT_DELIVERY)
@require_POST
def forget(request: HttpRequest, number: int) -> HttpResponse:
    """Removes the profile."""
    kept = get_object_or_404(KeptProfile, pk=number)
    name = kept.name
    actions.forget_profile(kept=kept, by=account_of(request))
    messages.success(request, f"Die Zuordnung „{name}“ ist gelöscht. Übernommene Lieferungen behalten ihre Zuordnung.")
    return redirect("profiles:list")
