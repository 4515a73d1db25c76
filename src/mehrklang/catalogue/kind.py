"""The kinds of indicator: how a value comes about."""

from enum import StrEnum


class IndicatorKind(StrEnum):
    """How the value comes about; each has a file with formula, source and worked example in the room `indicators`."""

    COUNT = "anzahl"
    SHARE = "anteil"
    RATE = "rate"
    PUBLISHED = "veroeffentlicht"
    COVERAGE = "reichweite"
    PARTICIPATION = "teilnahmen"
    MEAN = "mittelwert"
    MEDIAN = "median"
    STANDARDISED = "standardisierte-rate"
    INDIRECTLY_STANDARDISED = "indirekt-standardisierte-rate"
    REPRESENTATION = "repraesentanz"
    SURVEY = "befragungsanteil"
    SIMPSON = "vielfalt-simpson"
    SHANNON = "vielfalt-shannon"
    DISSIMILARITY = "segregation"
    BEYOND_CHANCE = "segregation-ueber-zufall"
    ISOLATION = "isolation"
    EXPOSURE = "kontakt"
    GAP = "abstand"
    RATIO = "verhaeltnis"
    CHANGE = "veraenderung"
    INDEX = "messzahl"
    COMPOSITE = "gesamtindex"


COMPARED = frozenset({IndicatorKind.GAP, IndicatorKind.RATIO})
"""Of two groups of another indicator."""

DERIVED = COMPARED | {IndicatorKind.CHANGE, IndicatorKind.INDEX, IndicatorKind.COMPOSITE}
"""Computed from the values of other indicators, not from cells."""

SPATIAL = frozenset(
    {IndicatorKind.DISSIMILARITY, IndicatorKind.BEYOND_CHANCE, IndicatorKind.ISOLATION, IndicatorKind.EXPOSURE}
)
"""Computed from the counts of the areas that make up an area."""

LAYERED = frozenset(
    {
        IndicatorKind.MEAN,
        IndicatorKind.MEDIAN,
        IndicatorKind.STANDARDISED,
        IndicatorKind.INDIRECTLY_STANDARDISED,
        IndicatorKind.REPRESENTATION,
        IndicatorKind.SURVEY,
        IndicatorKind.SIMPSON,
        IndicatorKind.SHANNON,
    }
)
"""Computed from several parts of a group (`Layer`): age groups, classes, categories, strata of a sample."""

QUOTIENT = SPATIAL | {
    IndicatorKind.SHARE,
    IndicatorKind.RATE,
    IndicatorKind.COVERAGE,
    IndicatorKind.PARTICIPATION,
}
"""Of a numerator and a denominator."""

PER = frozenset(
    {
        IndicatorKind.RATE,
        IndicatorKind.PARTICIPATION,
        IndicatorKind.STANDARDISED,
        IndicatorKind.INDIRECTLY_STANDARDISED,
    }
)
"""With a reference number of its own (per 100, per 1,000 …)."""
