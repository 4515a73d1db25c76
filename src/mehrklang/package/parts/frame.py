"""monitoring.toml: title, organisation, area, edition."""

from dataclasses import dataclass

from mehrklang.package.monitoring import Monitoring
from mehrklang.package.table import Table
from mehrklang.package.toml_text import assignments, comment
from mehrklang.planning.starting_point import StartingPoint

FILE = "monitoring.toml"

_HEAD = f"""
Das Monitoring: Titel, Organisation, Gebiet, Ausgabe.

gebiet             amtlicher Schlüssel als Text (Land 2, Kreis 5, Gemeinde 8 Ziffern) oder eigener Schlüssel
vergleichsgebiete  Gebiete, die zur Einordnung daneben stehen; es entsteht keine Rangfolge
regelsatz          strengerer Regelsatz der Geheimhaltung für eigene Daten (leer: der Regelsatz der Quelle gilt)
einleitung         Vorwort des Berichts (Markdown)
ausgangslage       womit das Monitoring begonnen hat: {", ".join(StartingPoint)} (darf fehlen)
"""


@dataclass(frozen=True, slots=True)
class Frame:
    """The content of monitoring.toml."""

    title: str
    organisation: str
    area: str
    edition: str
    comparison_areas: tuple[str, ...]
    introduction: str
    rule_set: str
    starting_point: StartingPoint | None = None


NEUTRAL = Frame("", "", "", "", (), "", "")
"""Stands in for a faulty file, so that the other files are looked at all the same."""


def read(table: Table) -> Frame:
    """The frame of the monitoring."""
    return Frame(
        title=table.text("titel", required=True),
        organisation=table.text("organisation", required=True),
        area=table.text("gebiet", required=True),
        edition=table.text("ausgabe", required=True),
        comparison_areas=table.texts("vergleichsgebiete"),
        introduction=table.text("einleitung"),
        rule_set=table.text("regelsatz"),
        starting_point=table.choice("ausgangslage", StartingPoint) if "ausgangslage" in table else None,
    )


def render(monitoring: Monitoring) -> str:
    """The text of monitoring.toml."""
    return f"{comment(_HEAD)}\n" + assignments(
        {
            "titel": monitoring.title,
            "organisation": monitoring.organisation,
            "gebiet": monitoring.area,
            "ausgabe": monitoring.edition,
            "vergleichsgebiete": monitoring.comparison_areas,
            "regelsatz": monitoring.rule_set,
            "einleitung": monitoring.introduction,
            "ausgangslage": monitoring.starting_point,
        }
    )
