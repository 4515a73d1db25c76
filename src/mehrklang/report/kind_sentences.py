"""What each kind of indicator is, in a German sentence: beside every sheet and table."""

from decimal import Decimal

from mehrklang.catalogue import IndicatorDefinition, IndicatorKind
from mehrklang.catalogue.kind import QUOTIENT
from mehrklang.vocabulary.german import format_number, sentence

_OF_TWO = QUOTIENT | {IndicatorKind.STANDARDISED, IndicatorKind.INDIRECTLY_STANDARDISED, IndicatorKind.SURVEY}
_SAID = {
    IndicatorKind.COUNT: "Anzahl. Gezählt wird:",
    IndicatorKind.SHARE: "Anteil in Prozent.",
    IndicatorKind.RATE: "Rate je {per}.",
    IndicatorKind.PUBLISHED: "Wert, den die Quelle veröffentlicht.",
    IndicatorKind.COVERAGE: "Reichweite: Anteil der erreichten Personen in Prozent.",
    IndicatorKind.PARTICIPATION: "Teilnahmen je {per} Berechtigte; wer mehrmals kommt, zählt mehrmals.",
    IndicatorKind.MEAN: "Mittelwert aus Klassen.",
    IndicatorKind.MEDIAN: "Median aus Klassen: Die Hälfte liegt darunter.",
    IndicatorKind.STANDARDISED: "Direkt standardisierte Rate je {per}: wie die Vergleichsbevölkerung zusammengesetzt.",
    IndicatorKind.INDIRECTLY_STANDARDISED: "Indirekt standardisierte Rate je {per}: beobachtete zu erwarteten Fällen.",
    IndicatorKind.REPRESENTATION: "Repräsentanz: Anteil der Gruppe im Vergleich zu ihrem Anteil an der Bevölkerung.",
    IndicatorKind.SURVEY: "Gewichteter Anteil aus einer Befragung in Prozent.",
    IndicatorKind.SIMPSON: "Vielfalt (Simpson): Chance in Prozent, dass zwei Personen verschiedenen Gruppen angehören.",
    IndicatorKind.SHANNON: "Vielfalt (Shannon): von 0 (eine Gruppe) bis 100 (alle Gruppen gleich groß).",
    IndicatorKind.DISSIMILARITY: "Segregationsindex: Prozent der Gruppe, die für gleiche Verteilung umziehen müssten.",
    IndicatorKind.BEYOND_CHANCE: "Segregation über den Zufall hinaus, von 0 bis 100.",
    IndicatorKind.ISOLATION: "Isolation: Anteil der eigenen Gruppe in der Nachbarschaft in Prozent.",
    IndicatorKind.EXPOSURE: "Kontaktmöglichkeit: Anteil der anderen in der Nachbarschaft in Prozent.",
    IndicatorKind.GAP: "Abstand zweier Gruppen in Prozentpunkten.",
    IndicatorKind.RATIO: "Verhältnis zweier Gruppen.",
    IndicatorKind.CHANGE: "Veränderung gegenüber einem früheren Zeitpunkt.",
    IndicatorKind.INDEX: "Messzahl: Das Basisjahr ist 100.",
    IndicatorKind.COMPOSITE: "Gesamtindex: gewichtetes Mittel mehrerer Messzahlen; die Teile stehen daneben.",
}


def definition(of: IndicatorDefinition) -> str:
    """What is computed, from what."""
    said = _SAID[of.kind].format(per=format_number(Decimal(of.per)))
    counted = sentence(of.numerator)
    if of.kind in _OF_TWO:
        return f"{said} Gezählt wird: {counted} Bezogen auf: {sentence(of.denominator)}"
    return f"{said} {counted}".strip()
