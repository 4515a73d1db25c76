"""German words for what a definition says in keys."""

from mehrklang.catalogue import Direction, Evidence, IndicatorKind, MatchDegree, Perspective
from mehrklang.vocabulary import AreaLevel

KINDS = {
    IndicatorKind.COUNT: "Anzahl",
    IndicatorKind.SHARE: "Anteil",
    IndicatorKind.RATE: "Rate",
    IndicatorKind.PUBLISHED: "veröffentlichter Wert",
    IndicatorKind.COVERAGE: "Reichweite",
    IndicatorKind.PARTICIPATION: "Teilnahmen",
    IndicatorKind.MEAN: "Mittelwert",
    IndicatorKind.MEDIAN: "Median",
    IndicatorKind.STANDARDISED: "standardisierte Rate",
    IndicatorKind.INDIRECTLY_STANDARDISED: "indirekt standardisierte Rate",
    IndicatorKind.REPRESENTATION: "Repräsentanz",
    IndicatorKind.SURVEY: "Anteil aus einer Befragung",
    IndicatorKind.SIMPSON: "Vielfalt (Simpson)",
    IndicatorKind.SHANNON: "Vielfalt (Shannon)",
    IndicatorKind.DISSIMILARITY: "Segregation",
    IndicatorKind.BEYOND_CHANCE: "Segregation über den Zufall hinaus",
    IndicatorKind.ISOLATION: "Isolation",
    IndicatorKind.EXPOSURE: "Kontaktmöglichkeit",
    IndicatorKind.GAP: "Abstand",
    IndicatorKind.RATIO: "Verhältnis",
    IndicatorKind.CHANGE: "Veränderung",
    IndicatorKind.INDEX: "Messzahl",
    IndicatorKind.COMPOSITE: "Gesamtindex",
}
DIRECTIONS = {
    Direction.HIGH_IS_GOOD: "hoch ist günstig",
    Direction.LOW_IS_GOOD: "niedrig ist günstig",
    Direction.CONTEXT: "Kontext, wird nicht bewertet",
}
PERSPECTIVES = {
    Perspective.STRENGTH: "Stärke",
    Perspective.DEFICIT: "Defizit",
    Perspective.CONTEXT: "Kontext",
}
EVIDENCES = {Evidence.OBJECTIVE: "gezählt", Evidence.SUBJECTIVE: "von den Menschen selbst gesagt"}
DEGREES = {MatchDegree.SAME: "gleich", MatchDegree.CLOSE: "nah", MatchDegree.RELATED: "verwandt"}
FEATURES = {
    "staatsangehoerigkeit": "Staatsangehörigkeit",
    "migrationshintergrund": "Migrationshintergrund",
    "einwanderungsgeschichte": "Einwanderungsgeschichte",
    "herkunft-der-eltern": "Herkunft der Eltern",
    "familiensprache": "Familiensprache",
    "migrationsstatus-des-haushalts": "Migrationsstatus des Haushalts",
    "generation": "Generation",
    "selbstauskunft": "Selbstauskunft",
    "geschlecht": "Geschlecht",
    "alter": "Alter",
    "aufenthaltsdauer": "Aufenthaltsdauer",
    "sozialraum": "Sozialraum",
    "keins": "nach keinem Merkmal",
}
UNKNOWN = "nicht bekannt"


def level(of: AreaLevel | None) -> str:
    """The level in the plural, as far as it is known."""
    return of.plural if of else UNKNOWN
