"""Finding the edition that is worked on."""

from django.http import Http404

from mehrklang_web.monitors.addressing import asked_edition
from mehrklang_web.monitors.models import Edition


def current_edition() -> Edition | None:
    """The edition that the address names, else the newest one of the installation; with its monitor."""
    rows = Edition.objects.select_related("monitor")
    asked = asked_edition()
    return rows.first() if asked is None else rows.filter(pk=asked).first()


def the_edition() -> Edition:
    """As `current_edition`; Http404 if there is none."""
    edition = current_edition()
    if edition is None:
        raise Http404("Diese Ausgabe gibt es nicht.")
    return edition
