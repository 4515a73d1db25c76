"""What a monitoring may be about, and the fields of action of the catalogue that belong to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Topic:
    """A usual title, what it is for, and its fields; () for all of them."""

    key: str
    title: str
    text: str
    fields: tuple[str, ...] = ()

    def holds(self, field: str) -> bool:
        """Whether indicators of a field belong to it.

        >>> [topic.key for topic in topics() if topic.holds("Wohnen")]
        ['integration', 'sozial']
        """
        return not self.fields or field in self.fields


def topics() -> tuple[Topic, ...]:
    """The usual ones, Integration first."""
    return _TOPICS


_TOPICS = (
    Topic("integration", "Integrationsmonitoring", "Teilhabe in allen Lebensbereichen und ihre Entwicklung"),
    Topic(
        "diversitaet",
        "Diversitätsmonitoring",
        "Vielfalt der Bevölkerung und Öffnung der Einrichtungen",
        (
            "Bevölkerung",
            "Interkulturelle Öffnung",
            "Gesellschaftliche und politische Teilhabe",
            "Zugehörigkeit und Zusammenleben",
        ),
    ),
    Topic(
        "sozial",
        "Sozialmonitoring",
        "Lebenslagen: Arbeit, Sicherung, Wohnen und Gesundheit",
        ("Arbeit und Wirtschaft", "Soziale Sicherung", "Wohnen", "Gesundheit"),
    ),
    Topic(
        "bildung",
        "Bildungsmonitoring",
        "Von der Kindertagesbetreuung bis zum Berufsabschluss",
        ("Bildung", "Sprache"),
    ),
)
