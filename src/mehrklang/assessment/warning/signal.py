"""A signal: what is conspicuous in a series, and by which evidence."""

from dataclasses import dataclass
from enum import StrEnum

from mehrklang.assessment.versions import caution
from mehrklang.indicators import IndicatorValue, Interval


class SignalKind(StrEnum):
    """What is conspicuous."""

    LEVEL_SHIFT = "niveausprung"
    DRIFT = "schleichende-veraenderung"
    GAP_WIDENING = "abstand-waechst"
    THRESHOLD_CROSSED = "schwelle-ueberschritten"
    TARGET_PATH_LEFT = "zielpfad-verlassen"
    TARGET_MISSED = "ziel-verfehlt"
    DATA_SUSPECT = "daten-pruefen"

    @property
    def label(self) -> str:
        """The German words."""
        return _LABELS[self]


_LABELS = {
    SignalKind.LEVEL_SHIFT: "Niveausprung",
    SignalKind.DRIFT: "schleichende Veränderung",
    SignalKind.GAP_WIDENING: "Abstand wächst",
    SignalKind.THRESHOLD_CROSSED: "Schwelle berührt",
    SignalKind.TARGET_PATH_LEFT: "Zielpfad verlassen",
    SignalKind.TARGET_MISSED: "Ziel verfehlt",
    SignalKind.DATA_SUSPECT: "Daten prüfen",
}


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal about the newest value of a series.

    `evidence` says why in German; `expected` is where the newest value was to be expected (None: the signal does not
    come from an expectation).
    """

    kind: SignalKind
    indicator: str
    area: str
    group: str
    year: int
    evidence: str
    expected: Interval | None = None


def signal_about(kind: SignalKind, value: IndicatorValue, evidence: str, expected: Interval | None = None) -> Signal:
    """A signal about a value; of one that is not final it says so."""
    said = f"{evidence} {caution(value)}".strip()
    return Signal(kind, value.indicator, value.area, value.group, value.period.year, said, expected)
