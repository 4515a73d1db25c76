"""The chosen indicators of an edition, its candidates, and what was decided about both."""

from mehrklang_web.monitors.models import Edition
from mehrklang_web.selection.models import Candidate, ChosenIndicator, Verdict


def chosen(edition: Edition) -> list[ChosenIndicator]:
    """The chosen indicators in their order, with goals, targets and signatures."""
    rows = ChosenIndicator.objects.filter(edition=edition)
    return list(rows.select_related("agreed_target").prefetch_related("goals", "agreed_target__signatures"))


def chosen_one(edition: Edition, code: str) -> ChosenIndicator | None:
    """One chosen indicator, loaded as in `chosen`; None if the edition has not chosen it."""
    return next((each for each in chosen(edition) if each.code == code), None)


def candidates(edition: Edition) -> list[Candidate]:
    """The candidates in the order in which they came, with goals."""
    return list(Candidate.objects.filter(edition=edition).prefetch_related("goals"))


def verdicts(edition: Edition) -> list[Verdict]:
    """Everything that was decided, oldest first."""
    return list(Verdict.objects.filter(edition=edition))
