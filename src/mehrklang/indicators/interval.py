"""An interval around a value: how far chance, sampling or rounding may have moved it, and by which method."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LEVEL = Decimal("0.95")
"""The level of every interval of chance and sampling: the usual one, so that figures can be compared with others'."""


class IntervalMethod(StrEnum):
    """How an interval came about; each has a file in the room `uncertainty`."""

    WILSON = "wilson"
    CLOPPER_PEARSON = "clopper-pearson"
    GARWOOD = "garwood"
    NEWCOMBE = "newcombe"
    KOOPMAN = "koopman"
    CONDITIONAL = "bedingt"
    DOBSON = "dobson"
    DELTA = "delta"
    SQUARES = "quadratsumme"
    MODEL = "modell"
    BOOTSTRAP = "bootstrap"
    KORN_GRAUBARD = "korn-graubard"
    DESIGN = "stichprobenplan"
    THEIL_SEN = "theil-sen"
    REGRESSION = "gewichtete-regression"
    PREDICTION = "erwartung"
    CLASSES = "klassen"
    ROUNDING = "rundung"
    PROTECTION = "schutz"
    TERRITORY = "gebietsstand"

    @property
    def label(self) -> str:
        """What kind of interval it is and by whose method, in German."""
        return _LABELS[self]


_CHANCE = "Spannweite der Zufallsschwankung"
_SAMPLE = "Vertrauensbereich der Stichprobe"

_LABELS = {
    IntervalMethod.WILSON: f"{_CHANCE} (Wilson)",
    IntervalMethod.CLOPPER_PEARSON: f"{_CHANCE} (Clopper-Pearson, exakt)",
    IntervalMethod.GARWOOD: f"{_CHANCE} (Garwood, exakt)",
    IntervalMethod.NEWCOMBE: f"{_CHANCE} des Abstands (Newcombe)",
    IntervalMethod.KOOPMAN: f"{_CHANCE} des Verhältnisses (Koopman)",
    IntervalMethod.CONDITIONAL: f"{_CHANCE} der Veränderung (bedingter Test, exakt)",
    IntervalMethod.DOBSON: f"{_CHANCE} (Dobson, gewichtete Summe von Fällen)",
    IntervalMethod.DELTA: f"{_CHANCE} (Delta-Methode)",
    IntervalMethod.MODEL: "Vertrauensbereich des Modells (Fay-Herriot)",
    IntervalMethod.BOOTSTRAP: f"{_CHANCE} (Bootstrap)",
    IntervalMethod.SQUARES: f"{_CHANCE} (Quadratsumme der Teile)",
    IntervalMethod.KORN_GRAUBARD: f"{_SAMPLE} (Korn-Graubard)",
    IntervalMethod.DESIGN: f"{_SAMPLE} (Linearisierung nach Taylor)",
    IntervalMethod.THEIL_SEN: "Spannweite der Steigung (Theil-Sen)",
    IntervalMethod.REGRESSION: "Spannweite der Steigung (gewichtete Regression)",
    IntervalMethod.PREDICTION: "Erwartungsbereich nach den früheren Werten",
    IntervalMethod.CLASSES: "Spannweite durch die Klassen der Quelle",
    IntervalMethod.ROUNDING: "Spannweite durch die Rundung der Quelle",
    IntervalMethod.PROTECTION: "Spannweite durch das Schutzverfahren",
    IntervalMethod.TERRITORY: "Spannweite durch die Umrechnung geteilter Gebiete",
}


_NO_CHANCE = (IntervalMethod.TERRITORY, IntervalMethod.PROTECTION)


def without_chance(methods: Iterable[IntervalMethod]) -> IntervalMethod:
    """What an interval is called that comes of several without chance: by what moves a value most.

    >>> without_chance([IntervalMethod.ROUNDING, IntervalMethod.PROTECTION]).value
    'schutz'
    """
    found = set(methods)
    return next((one for one in _NO_CHANCE if one in found), IntervalMethod.ROUNDING)


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper limit in the unit of the value, unrounded.

    Promise: lower ≤ upper. `level` is the share of repetitions in which such an interval holds the underlying value;
    None: it is no matter of chance (rounding, the weights of divided areas). Register counts are complete, so theirs is
    a range of chance variation and not "confidence in the count".

    >>> Interval(Decimal("4.5"), Decimal("5.5"), IntervalMethod.ROUNDING, None).description
    'Spannweite durch die Rundung der Quelle'
    >>> Interval(Decimal("4.5"), Decimal("5.5"), IntervalMethod.WILSON).description
    'Spannweite der Zufallsschwankung (Wilson), 95 von 100'
    """

    lower: Decimal
    upper: Decimal
    method: IntervalMethod
    level: Decimal | None = LEVEL

    def __post_init__(self) -> None:
        if not self.lower <= self.upper:
            raise ValueError(f"an interval runs upwards: {self.lower} … {self.upper}")

    @property
    def description(self) -> str:
        """The German words that stand beside it."""
        return self.method.label if self.level is None else f"{self.method.label}, {100 * self.level:.0f} von 100"

    @property
    def certain(self) -> bool:
        """Whether the value lies inside for certain, not only by chance."""
        return self.level is None

    @property
    def half_width(self) -> Decimal:
        """Half of the distance of the limits."""
        return (self.upper - self.lower) / 2

    def contains(self, number: Decimal) -> bool:
        """Whether the number lies between the limits; the limits belong to it."""
        return self.lower <= number <= self.upper
