"""Units of measurement. Values of different units are never added up.

Money has three: what one person, household or flat has or costs (`EURO`: a wage, a rent, spending per head), which is
never summed, and sums over many, plain or in thousands. So a mean wage can never be added to another one.
"""

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
    EURO = "euro"
    EURO_IN_TOTAL = "euro-summe"
    THOUSAND_EURO = "tausend-euro"
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
        """Whether values of parts may be summed at all.

        >>> Unit.EURO_IN_TOTAL.additive, Unit.EURO.additive
        (True, False)
        """
        return self in (Unit.COUNT, Unit.THOUSAND) or self.is_amount

    @property
    def is_amount(self) -> bool:
        """Whether a value is a sum of single amounts, of which a great one may be told from the sum."""
        return self in (Unit.EURO_IN_TOTAL, Unit.THOUSAND_EURO)

    @property
    def plain(self) -> "Unit":
        """The unit of the same sum without thousands; every other unit is its own.

        >>> Unit.THOUSAND.plain, Unit.THOUSAND_EURO.plain
        (<Unit.COUNT: 'anzahl'>, <Unit.EURO_IN_TOTAL: 'euro-summe'>)
        """
        return {Unit.THOUSAND: Unit.COUNT, Unit.THOUSAND_EURO: Unit.EURO_IN_TOTAL}.get(self, self)

    @property
    def in_thousands(self) -> bool:
        """Whether the numbers stand for a thousand each."""
        return self.plain is not self

    @property
    def of_difference(self) -> "Unit":
        """The unit of a difference of two values: of percentages it is percentage points.

        >>> Unit.PERCENT.of_difference, Unit.YEARS.of_difference
        (<Unit.PERCENTAGE_POINTS: 'prozentpunkte'>, <Unit.YEARS: 'jahre'>)
        """
        return Unit.PERCENTAGE_POINTS if self in (Unit.PERCENT, Unit.PERCENT_CHANGE) else self

    @property
    def of_change(self) -> "Unit":
        """The unit of a change in time: counts, prices and money change in per cent, everything else by a difference.

        >>> Unit.COUNT.of_change, Unit.PERCENT.of_change
        (<Unit.PERCENT_CHANGE: 'veraenderung-prozent'>, <Unit.PERCENTAGE_POINTS: 'prozentpunkte'>)
        >>> Unit.EURO.of_change, Unit.EURO.of_difference
        (<Unit.PERCENT_CHANGE: 'veraenderung-prozent'>, <Unit.EURO: 'euro'>)
        """
        relative = self.additive or self in (Unit.EURO, Unit.EURO_PER_SQUARE_METRE)
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
    Unit.EURO: "€",
    Unit.EURO_IN_TOTAL: "€",
    Unit.THOUSAND_EURO: "Tsd. €",
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
    Unit.EURO: "Euro",
    Unit.EURO_IN_TOTAL: "Summe in Euro",
    Unit.THOUSAND_EURO: "Summe in Tausend Euro",
}

_DECIMALS = {Unit.COUNT: 0, Unit.RATIO: 2, Unit.EURO_PER_SQUARE_METRE: 2, Unit.EURO: 2, Unit.EURO_IN_TOTAL: 0}
