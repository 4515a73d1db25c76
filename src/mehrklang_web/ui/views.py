"""Pages about the application itself."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from mehrklang.vocabulary import Sign
from mehrklang_web.ui.appearance import COOKIE, find
from mehrklang_web.ui.states import every_state

ONE_YEAR = 60 * 60 * 24 * 365


@login_not_required
@require_POST
def choose_appearance(request: HttpRequest) -> HttpResponse:
    """Keeps the choice and goes back to where it was made."""
    back = request.POST.get("zurueck", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    response = HttpResponseRedirect(back if safe else "/")
    key = find(request.POST.get("darstellung", "")).key
    response.set_cookie(COOKIE, key, max_age=ONE_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


@login_not_required
@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    """What one can do here, in one page."""
    return render(request, "ui/help.html", {"signs": tuple(Sign), "states": [state for _, state in every_state()]})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement (Erklärung zur Barrierefreiheit)."""
    return render(request, "ui/accessibility.html")
