"""For whom a report is, and what stands on its title page."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """One content, three addressees."""

    VERWALTUNG = "verwaltung"
    POLITIK = "politik"
    OEFFENTLICHKEIT = "oeffentlichkeit"

    @property
    def label(self) -> str:
        """What the title page calls the report."""
        return _LABELS[self]


_LABELS = {
    Audience.VERWALTUNG: "Bericht für die Verwaltung",
    Audience.POLITIK: "Kurzbericht für die Politik",
    Audience.OEFFENTLICHKEIT: "Bericht für die Öffentlichkeit",
}


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """Title page and introduction. `date_text` is printed as it stands; `introduction` is Markdown."""

    title: str
    organisation: str
    edition: str
    date_text: str
    introduction: str = ""

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("a report needs a title")
