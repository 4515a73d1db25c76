"""What the values say about the usefulness of indicators that are weighed against each other: did it move beyond its
noise, and does another one say the same? The figures are the library's (`mehrklang.assessment.usefulness`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mehrklang.assessment.usefulness import clusters, moved
from mehrklang.assessment.usefulness.redundancy import FEWEST_PAIRS, Place
from mehrklang.pipeline import Result as ResultValue
from mehrklang.vocabulary.german import format_exact
from mehrklang_web.monitors.models import Edition
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run

NO_VALUES = "noch keine Werte"


@dataclass(frozen=True, slots=True)
class Usefulness:
    """Both answers in plain words."""

    movement: str
    alike: str


def usefulness_of(edition: Edition, names: Mapping[str, str]) -> Mapping[str, Usefulness]:
    """Of the indicators that have results in the latest run; `names` by code are all that are compared."""
    rows = Result.objects.filter(run=latest_run(edition), code__in=names)
    results = {row.code: row.to_value() for row in rows}
    places = {code: _places(result) for code, result in results.items()}
    together = [set(each.indicators) for each in clusters(places)]
    return {
        code: Usefulness(_movement(result), _alike(code, places[code], together, names))
        for code, result in results.items()
    }


def _movement(result: ResultValue) -> str:
    assessment = result.assessments[result.group]
    latest = assessment.latest
    series = result.of(area=latest.area, group=result.group) if latest else None
    return NO_VALUES if series is None else movement_words(moved(series, assessment.trend).signal_to_noise)


def movement_words(ratio: Decimal | None) -> str:
    """The signal to noise ratio as a sentence.

    >>> movement_words(Decimal("3.26"))
    'Er bewegt sich deutlich: 3,3-mal so weit, wie Zufall und Rundung einen Wert verschieben.'
    >>> movement_words(Decimal("0.4"))
    'Seine Bewegung ist von Zufall und Rundung nicht zu unterscheiden (0,4-mal so weit).'
    """
    if ratio is None:
        return (
            "Ob er sich mehr als zufällig bewegt, ist nicht zu sagen: zu wenige Werte, oder ihre Spanne ist unbekannt."
        )
    told = format_exact(ratio, 1)
    if ratio > 1:
        return f"Er bewegt sich deutlich: {told}-mal so weit, wie Zufall und Rundung einen Wert verschieben."
    return f"Seine Bewegung ist von Zufall und Rundung nicht zu unterscheiden ({told}-mal so weit)."


def _alike(code: str, places: Mapping[Place, float], together: Iterable[set[str]], names: Mapping[str, str]) -> str:
    others = next((group - {code} for group in together if code in group), set[str]())
    if others:
        told = ", ".join(f"„{name}“" for other, name in names.items() if other in others)
        return f"Verläuft fast genauso wie {told}."
    if len(places) < FEWEST_PAIRS:
        return "Für einen Vergleich mit anderen sind es zu wenige Werte."
    return "Kein anderer hier verläuft fast genauso."


def _places(result: ResultValue) -> dict[Place, float]:
    """The numbers of the group that the target speaks of, by area and year."""
    values = (value for series in result.series if series.group == result.group for value in series.values)
    return {
        (value.area, value.period.year): float(value.figure.number)
        for value in values
        if value.figure.number is not None
    }
