"""Totals that their parts do not add up to: published tables contain real errors, and this finds the gross ones."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from mehrklang.sources.departures import Counts, Departure, Pairs, tell_departures
from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import fold
from mehrklang.sources.register import parts_of
from mehrklang.vocabulary import Observation

_HALF_BASE = Decimal("2.5")
"""Half of the base 5 to which official statistics round counts: what each part, and the whole, may be off."""

_TOTAL = "insgesamt"
_ENOUGH = 10
_USUALLY = Decimal("0.9")


def tell_departing_totals(observations: Sequence[Observation], faults: Faults) -> None:
    """Note counts that their parts depart from by more than rounding can explain, once per period.

    Areas: the parts are those of the official register, all of them must be there. Features: the parts are the other
    labels beside "Insgesamt"; whether they make up the total is learned from the table itself: they must do so in nine
    of ten cells, and in ten cells at least. Rounding to 5 moves n parts and the whole by at most 2.5 · (n + 1), twice
    that where the published total is a sum of rounded figures itself.
    """
    counts = Counts(observations)
    tell_departing_areas(counts, faults)
    for feature, labels in _features_with_total(counts).items():
        found = feature_totals(counts, feature, labels)
        tell_departing_categories(found, feature, labels, compared=len(found), faults=faults)


def tell_departing_areas(counts: Counts, faults: Faults) -> None:
    """Note the counts that the areas below depart from."""
    tell_departures("L-SUMME-03", _area_departures(counts), faults)


def tell_departing_categories(
    found: Sequence[Departure], feature: str, labels: tuple[str, ...], *, compared: int, faults: Faults
) -> None:
    """Note the totals of a feature that its `labels` depart from, if `compared` totals show that they make it up."""
    tolerance = 2 * _HALF_BASE * (len(labels) + 1)
    departing = [departure for departure in found if departure.size > tolerance]
    holds = compared - len(departing)
    if holds >= _ENOUGH and holds >= _USUALLY * compared:
        tell_departures("L-SUMME-04", departing, faults, merkmal=feature)


def feature_totals(counts: Counts, feature: str, labels: tuple[str, ...]) -> list[Departure]:
    """The totals of a feature, each with the sum of its parts, as far as all of them are known."""
    return [departure for departure in _feature_totals(counts, feature, labels) if departure is not None]


def is_sum(label: str) -> bool:
    """Whether a label is the total of its feature."""
    return fold(label) == _TOTAL


def _area_departures(counts: Counts) -> Iterator[Departure]:
    for whole in counts.observations:
        parts = parts_of(whole.area)
        if parts:
            departure = counts.compare(whole, ((part, whole.breakdown.pairs) for part in parts))
            if departure is not None and departure.size > _HALF_BASE * (len(parts) + 1):
                yield departure


def _features_with_total(counts: Counts) -> dict[str, tuple[str, ...]]:
    """For each feature that has a label "Insgesamt" its other labels, if they are several."""
    labels: dict[str, dict[str, None]] = {}
    for pairs in dict.fromkeys(one.breakdown.pairs for one in counts.observations):
        for feature, label in pairs:
            labels.setdefault(feature, {})[label] = None
    return {
        feature: tuple(label for label in found if not is_sum(label))
        for feature, found in labels.items()
        if len(found) > 2 and any(map(is_sum, found))
    }


def _feature_totals(counts: Counts, feature: str, labels: tuple[str, ...]) -> Iterator[Departure | None]:
    known: dict[Pairs, tuple[Pairs, ...]] = {}
    for whole in counts.observations:
        pairs = whole.breakdown.pairs
        if pairs not in known:
            known[pairs] = _beside(pairs, feature, labels)
        if known[pairs]:
            yield counts.compare(whole, ((whole.area, part) for part in known[pairs]))


def _beside(pairs: Pairs, feature: str, labels: tuple[str, ...]) -> tuple[Pairs, ...]:
    """The categories of the parts, if these are the categories of a total of the feature."""
    if not any(name == feature and is_sum(label) for name, label in pairs):
        return ()
    return tuple(tuple((name, part if name == feature else label) for name, label in pairs) for part in labels)
