"""Units of measurement. Values of different units are never added up."""

from enum import StrEnum


class Unit(StrEnum):
    """The unit of a figure; the value is its key in files and in the store."""

    COUNT = "anzahl"
    THOUSAND = "tausend"
    PERCENT = "prozent"
    PER_MILLE = "promille"
    PERCENT_CHANGE = "veraenderung-prozent"
    PERCENTAGE_POINTS = "prozentpunkte"
    RATIO = "verhaeltnis"
    YEARS = "jahre"
    SQUARE_METRES = "quadratmeter"
    EURO_PER_SQUARE_METRE = "euro-je-quadratmeter"
    WEEKS = "wochen"
    INDEX = "index"

    @property
    def label(self) -> str:
        """What is printed behind a value, in German ("" for plain counts)."""
        return _LABELS[self]

    @property
    def description(self) -> str:
        """What stands in a table head, in German."""
        return _DESCRIPTIONS[self]

    @property
    def decimals(self) -> int:
        """Decimal places when printed; counts never have any."""
        return _DECIMALS.get(self, 1)

    @property
    def additive(self) -> bool:
        """Whether values of parts may be summed at all."""
        return self in (Unit.COUNT, Unit.THOUSAND)

    @property
    def of_difference(self) -> "Unit":
        """The unit of a difference of two values: of percentages it is percentage points.

        >>> Unit.PERCENT.of_difference, Unit.YEARS.of_difference
        (<Unit.PERCENTAGE_POINTS: 'prozentpunkte'>, <Unit.YEARS: 'jahre'>)
        """
        return Unit.PERCENTAGE_POINTS if self in (Unit.PERCENT, Unit.PERCENT_CHANGE) else self

    @property
    def of_change(self) -> "Unit":
        """The unit of a change in time: counts and prices change in per cent, everything else by a difference.

        >>> Unit.COUNT.of_change, Unit.PERCENT.of_change
        (<Unit.PERCENT_CHANGE: 'veraenderung-prozent'>, <Unit.PERCENTAGE_POINTS: 'prozentpunkte'>)
        """
        relative = self in (Unit.COUNT, Unit.THOUSAND, Unit.EURO_PER_SQUARE_METRE)
        return Unit.PERCENT_CHANGE if relative else self.of_difference


_LABELS = {
    Unit.COUNT: "",
    Unit.THOUSAND: "Tsd.",
    Unit.PERCENT: "%",
    Unit.PER_MILLE: "‰",
    Unit.PERCENT_CHANGE: "%",
    Unit.PERCENTAGE_POINTS: "Prozentpunkte",
    Unit.RATIO: "",
    Unit.YEARS: "Jahre",
    Unit.SQUARE_METRES: "m²",
    Unit.EURO_PER_SQUARE_METRE: "€/m²",
    Unit.WEEKS: "Wochen",
    Unit.INDEX: "Indexpunkte",
}

_DESCRIPTIONS = _LABELS | {
    Unit.COUNT: "Anzahl",
    Unit.THOUSAND: "Anzahl in Tausend",
    Unit.PERCENT: "Prozent",
    Unit.PER_MILLE: "je 1 000",
    Unit.PERCENT_CHANGE: "Veränderung in Prozent",
    Unit.RATIO: "Verhältnis",
}

_DECIMALS = {Unit.COUNT: 0, Unit.RATIO: 2, Unit.EURO_PER_SQUARE_METRE: 2}
