"""What holds on the working table: how many are compared, and how one notices that the core set has changed."""

from mehrklang_web.selection.models import ChosenIndicator, Weighed

FEWEST_COMPARED, MOST_COMPARED = 2, 4
"""More than four columns nobody reads side by side."""


def mark_of_core(coming: Weighed) -> str:
    """A word for the core set and the one that is to come in, all in their versions; it changes with any of them."""
    rows = ChosenIndicator.objects.filter(edition=coming.edition, core=True).order_by("code")
    versions = [f"{row.code}:{row.version}" for row in rows]
    return " ".join((f"{coming.code}:{coming.version}", *versions))
