"""German words for what a definition says in keys; those of kinds and directions are the library's."""

from mehrklang.catalogue import MatchDegree
from mehrklang.vocabulary import AreaLevel

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
