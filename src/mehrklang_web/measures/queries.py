"""The measures of an edition."""

from django.db.models import F, Prefetch

from mehrklang_web.measures.models import Measure
from mehrklang_web.monitors.models import Edition


def measures_of(edition: Edition) -> list[Measure]:
    """All measures in their order, with goals and indicators."""
    served, beside = Prefetch("goals", to_attr="served"), Prefetch("indicators", to_attr="beside")
    rows = Measure.objects.filter(edition=edition)
    return list(rows.prefetch_related(served, beside))  # type: ignore[no-redef] # Django fills the cached properties


def measures_beside(edition: Edition, code: str) -> list[Measure]:
    """The measures that are shown beside an indicator, by their beginning; those without one come last."""
    rows = Measure.objects.filter(edition=edition, indicators__code=code)
    return list(rows.order_by(F("begins").asc(nulls_last=True), "pk"))


def one_measure(edition: Edition, key: str) -> Measure | None:
    """One measure of the edition."""
    return next((each for each in measures_of(edition) if each.key == key), None)
