"""The chosen indicators of an edition."""

from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.models import ChosenIndicator


def chosen(edition: Edition) -> list[ChosenIndicator]:
    """The chosen indicators in their order, with goals, targets and signatures."""
    rows = ChosenIndicator.objects.filter(edition=edition)
    return list(rows.select_related("agreed_target").prefetch_related("goals", "agreed_target__signatures"))


def chosen_one(edition: Edition, code: str) -> ChosenIndicator | None:
    """One chosen indicator, loaded as in `chosen`; None if the edition has not chosen it."""
    return next((each for each in chosen(edition) if each.code == code), None)
