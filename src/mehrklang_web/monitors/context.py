"""What all templates may ask about editions."""

from collections.abc import Callable

from django.http import HttpRequest

from mehrklang_web.monitors.models import Edition


def begun(request: HttpRequest) -> dict[str, Callable[[], bool]]:  # noqa: ARG001 — every context processor takes one
    """`begun`: whether there is an edition at all; asked only where a template wants to know."""
    return {"begun": Edition.objects.exists}
