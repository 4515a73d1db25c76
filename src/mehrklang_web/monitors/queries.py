"""Finding the edition that is worked on."""

from django.http import Http404

from mehrklang_web.monitors.models import Edition


def current_edition() -> Edition | None:
    """The newest edition of the installation, with its monitor."""
    return Edition.objects.select_related("monitor").first()


def the_edition() -> Edition:
    """The newest edition; Http404 while there is none."""
    edition = current_edition()
    if edition is None:
        raise Http404("Noch gibt es keine Ausgabe.")
    return edition
