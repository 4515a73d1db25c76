"""The situation in which a municipality begins its monitoring: what it has, and what it cannot have."""

from enum import StrEnum


class StartingPoint(StrEnum):
    """Three situations. What follows from each is said in hints (`hints`) and proposals (`package.starting`)."""

    PUBLIC_DATA = "oeffentliche-daten"
    OWN_REPORT = "eigene-veroeffentlichung"
    LARGE_CITY = "grosse-stadt"

    @property
    def label(self) -> str:
        """In German, for pages."""
        return _LABELS[self]

    @property
    def description(self) -> str:
        """For whom it is meant, and what one gets."""
        return _DESCRIPTIONS[self]


_LABELS = {
    StartingPoint.PUBLIC_DATA: "Noch kein Monitoring, keine Statistikstelle",
    StartingPoint.OWN_REPORT: "Es gibt ein Monitoring als PDF oder Tabelle",
    StartingPoint.LARGE_CITY: "Stadt mit Statistikstelle",
}
_DESCRIPTIONS = {
    StartingPoint.PUBLIC_DATA: "Vor allem für Landkreise und kleinere Kommunen. Das Programm schlägt Indikatoren vor, "
    "für die es öffentliche Zahlen gibt, und sagt, wen Sie um die übrigen bitten können.",
    StartingPoint.OWN_REPORT: "Sie übernehmen Ihre bisherigen Indikatoren mit ihren Zeitreihen. Zu jedem Namen schlägt "
    "das Programm den passenden Eintrag des Katalogs vor.",
    StartingPoint.LARGE_CITY: "Mit Melderegister, Teilräumen und Befragungen. Vorgeschlagen werden auch Indikatoren, "
    "für die nur eine abgeschottete Statistikstelle die Daten haben darf.",
}
