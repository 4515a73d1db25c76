"""How a value comes about, as a formula."""

from mehrklang.catalogue.definition import IndicatorDefinition
from mehrklang.catalogue.kind import IndicatorKind

_FORMULAS = {
    IndicatorKind.COUNT: "Z",
    IndicatorKind.SHARE: "100 · Z ÷ N",
    IndicatorKind.RATE: "{per} · Z ÷ N",
    IndicatorKind.COVERAGE: "100 · Z ÷ N",
    IndicatorKind.PARTICIPATION: "{per} · Z ÷ N",
    IndicatorKind.PUBLISHED: "Wert der Quelle, unverändert",
    IndicatorKind.MEAN: "Summe(Klassenmitte · n) ÷ Summe(n)",
    IndicatorKind.MEDIAN: "Wert, unter dem die Hälfte liegt",
    IndicatorKind.STANDARDISED: "{per} · Summe(w · Z ÷ N) ÷ Summe(w), je Schicht mit Gewicht w",
    IndicatorKind.INDIRECTLY_STANDARDISED: "Rate des Vergleichs · beobachtete ÷ erwartete Fälle",
    IndicatorKind.REPRESENTATION: "(Z ÷ N im Gremium) ÷ (Z ÷ N in der Bevölkerung)",
    IndicatorKind.SURVEY: "100 · Summe(Gewichte der Bejahenden) ÷ Summe(Gewichte)",
    IndicatorKind.SIMPSON: "100 · (1 − Summe(n · (n − 1)) ÷ (N · (N − 1))), n: Anzahl je Ausprägung, N: alle",
    IndicatorKind.SHANNON: "100 · −Summe(p · ln p) ÷ ln k, k: Zahl der Ausprägungen",
    IndicatorKind.DISSIMILARITY: "50 · Summe |a ÷ A − b ÷ B| über die Teilgebiete",
    IndicatorKind.BEYOND_CHANCE: "100 · (D − E) ÷ (100 − E), E: bei zufälliger Verteilung erwartet",
    IndicatorKind.ISOLATION: "100 · Summe(a ÷ A · a ÷ t) über die Teilgebiete",
    IndicatorKind.EXPOSURE: "100 · Summe(a ÷ A · b ÷ t) über die Teilgebiete",
    IndicatorKind.GAP: "Gruppe − Vergleichsgruppe",
    IndicatorKind.RATIO: "Gruppe ÷ Vergleichsgruppe",
    IndicatorKind.CHANGE: "Wert − früherer Wert (Anzahlen, Preise und Beträge: in Prozent)",
    IndicatorKind.INDEX: "100 · Wert ÷ Wert im Basisjahr",
    IndicatorKind.COMPOSITE: "Summe(Gewicht · Messzahl) ÷ Summe(Gewichte)",
}


def in_symbols(definition: IndicatorDefinition) -> str:
    """The formula with Z for the numerator and N for the denominator.

    >>> from mehrklang.catalogue import load
    >>> in_symbols(load().indicator("einbuergerungsquote"))
    '100 · Z ÷ N'
    """
    return _FORMULAS[definition.kind].format(per=f"{definition.per:,}".replace(",", "."))
