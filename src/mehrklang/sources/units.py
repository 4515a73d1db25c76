"""Units as sources write them."""

import re
from collections.abc import Mapping

from mehrklang.sources.faults import Faults
from mehrklang.sources.labels import fold
from mehrklang.vocabulary import Unit

_NAMES = {
    Unit.COUNT: ("Anzahl", "Personen", "Fälle", "Zahl"),
    Unit.THOUSAND: ("Tausend", "1000", "1.000", "1 000", "in 1000", "Anzahl in 1000", "Tsd.", "Anzahl in Tausend"),
    Unit.PERCENT: ("Prozent", "%", "in Prozent", "in %"),
    Unit.PER_MILLE: ("Promille", "‰", "je 1000", "je 1.000", "je 1 000"),
    Unit.PERCENT_CHANGE: ("Veränderung in Prozent", "Veränderung in %"),
    Unit.PERCENTAGE_POINTS: ("Prozentpunkte", "%-Punkte"),
    Unit.RATIO: ("Verhältnis",),
    Unit.YEARS: ("Jahre",),
    Unit.SQUARE_METRES: ("Quadratmeter", "m²", "qm"),
    Unit.EURO_PER_SQUARE_METRE: ("Euro je Quadratmeter", "€/m²", "€ je m²", "Euro/qm"),
    Unit.EURO: ("Euro", "€", "EUR", "in Euro", "Euro je Person", "€ je Person", "Euro je Einwohner", "Euro pro Kopf"),
    Unit.EURO_IN_TOTAL: ("Summe in Euro", "Betrag in Euro", "Euro insgesamt", "Summe Euro"),
    Unit.THOUSAND_EURO: (
        "Tausend Euro",
        "Tsd. Euro",
        "1000 Euro",
        "1.000 Euro",
        "1 000 Euro",
        "in 1000 Euro",
        "Tsd. €",
        "T€",
        "TEUR",
        "in Tausend Euro",
    ),
    Unit.WEEKS: ("Wochen",),
    Unit.INDEX: ("Index", "Indexpunkte"),
}

UNITS: Mapping[str, Unit] = {
    fold(name): unit for unit, names in _NAMES.items() for name in (*names, unit.value, unit.description)
}
"""Every label that is understood, folded."""

_CHANGE = re.compile(r"veraenderung gegenueber .*in (?:prozent|%)")


def read_unit(text: str) -> Unit | None:
    """The unit that a label means; None if it is not understood.

    >>> read_unit("Anzahl in 1000"), read_unit("%"), read_unit("Taler") is None
    (<Unit.THOUSAND: 'tausend'>, <Unit.PERCENT: 'prozent'>, True)
    >>> read_unit("Euro"), read_unit("Tsd. Euro")
    (<Unit.EURO: 'euro'>, <Unit.THOUSAND_EURO: 'tausend-euro'>)
    >>> read_unit("Veränderung gegenüber 2005 in Prozent")
    <Unit.PERCENT_CHANGE: 'veraenderung-prozent'>
    """
    folded = fold(text)
    if _CHANGE.fullmatch(folded):
        return Unit.PERCENT_CHANGE
    return UNITS.get(folded)


class Units:
    """The units of one column, each read once; what is not understood is told. `own` are a source's own labels."""

    __slots__ = ("_column", "_faults", "_known")

    def __init__(self, column: str, faults: Faults, own: Mapping[str, Unit] | None = None) -> None:
        self._column = column
        self._faults = faults
        self._known: dict[str, Unit | None] = dict(own or {})

    def read(self, raw: str, line: int) -> Unit | None:
        """The unit of a cell; None, with an issue, if it is not understood."""
        if raw not in self._known:
            self._known[raw] = read_unit(raw)
        unit = self._known[raw]
        if unit is None:
            self._faults.add("L-EINHEIT-01", line=line, column=self._column, raw=raw)
        return unit
