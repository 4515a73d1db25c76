"""A monitoring that is small enough to be checked on paper, for the tests of the shell.

Two indicators over one published file: "anteil-a" is interpreted and has a target that both offices have signed,
"anteil-b" is not interpreted and its target lacks the signature of the Statistik.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from mehrklang.assessment import Operator, Target
from mehrklang.catalogue import (
    Binding,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Perspective,
    Source,
    Term,
)
from mehrklang.package import DataReference, Goal, Monitoring, Selection, checksum, data_version
from mehrklang.vocabulary import Area, AreaLevel, Boundary, Interpretation, Material, Signature, Unit

TOWN = Area("99000001", "Probstadt", AreaLevel.MUNICIPALITY, "99")
QUARTERS = tuple(
    Area(f"probstadt:{at}", name, AreaLevel.QUARTER, TOWN.key) for at, name in enumerate(("Ähren", "Mitte", "Zoll"), 1)
)
SOURCE = Source(
    "probe", "Probestatistik", "Landesamt", "frei", "Landesamt, Probestatistik", Material.PUBLISHED, "geschuetzt",
    access="Öffentlich.", references=("Probe",),
)  # fmt: skip
HEAD = "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert\n"
FIGURES = {2020: (40, 200), 2021: (44, 200), 2022: (50, 200), 2023: (52, 208), 2024: (60, 240)}


def rows(area: Area, factor: int = 1) -> str:
    """The file's rows of one area: those with work, and all, per year."""
    place = f"{area.key};{area.name};{area.level.value};{area.parent}"
    return "".join(
        f"mit-arbeit;{place};{year};Anzahl;{with_work * factor}\nalle;{place};{year};Anzahl;{everybody * factor}\n"
        for year, (with_work, everybody) in FIGURES.items()
    )


def delivery() -> str:
    """The whole file: the town and its quarters."""
    return HEAD + rows(TOWN, 10) + "".join(rows(quarter) for quarter in QUARTERS)


def indicator(code: str, name: str) -> IndicatorDefinition:
    """An indicator: those with work among all."""
    return IndicatorDefinition(
        code=code,
        name=name,
        field="Arbeit",
        question="Wie viele haben Arbeit?",
        relevance="Arbeit sichert den Lebensunterhalt.",
        numerator="Menschen mit Arbeit",
        denominator="alle Menschen",
        population="Menschen in Probstadt",
        unit=Unit.PERCENT,
        kind=IndicatorKind.SHARE,
        direction=Direction.HIGH_IS_GOOD,
        perspective=Perspective.STRENGTH,
        evidence=Evidence.OBJECTIVE,
        source=SOURCE.key,
        references=("Probe",),
        bindings=(
            Binding(
                SOURCE.key,
                (GroupBinding("alle", "Alle", (Term("mit-arbeit", Unit.COUNT),), (Term("alle", Unit.COUNT),), "Alle"),),
            ),
        ),
    )


TARGET = Target(Decimal(20), 2020, Operator.AT_LEAST, Decimal(30), 2030)


def monitoring(folder: Path) -> Monitoring:
    """The monitoring, with its one file written below the folder."""
    path = folder / "lieferungen" / "probe.csv"
    path.parent.mkdir(parents=True)
    path.write_text(delivery(), encoding="utf-8")
    digest = checksum(path)
    signatures = (
        Signature("A. Muster", "Koordination", date(2026, 5, 1)),
        Signature("B. Muster", "Statistik", date(2026, 5, 2)),
    )
    text = Interpretation("anteil-a", "Ein Viertel hat **Arbeit**.", data_version([digest]), signatures, "Ein Viertel.")
    return Monitoring(
        title="Probemonitoring",
        organisation="Stadt Probstadt",
        area=TOWN.key,
        edition="2026",
        folder=folder,
        areas=(TOWN, *QUARTERS),
        boundaries=tuple(square(quarter.key, at) for at, quarter in enumerate(QUARTERS)),
        goals=(
            Goal("teilhabe", "Alle haben teil", "Leitbild"),
            Goal("arbeit", "Mehr Menschen haben Arbeit", "Arbeit", "teilhabe"),
            Goal("wohnen", "Alle wohnen gut", "Wohnen", "teilhabe"),
        ),
        selection=(
            Selection(
                "anteil-a",
                "Weil Arbeit zählt.",
                ("arbeit",),
                target=TARGET,
                target_signed_by=("Koordination", "Statistik"),
            ),
            Selection("anteil-b", "Zur Probe.", target=TARGET, target_signed_by=("Koordination",)),
        ),
        data=(DataReference(path.relative_to(folder), "tidy", SOURCE.key, digest),),
        own_indicators=(indicator("anteil-a", "Anteil A"), indicator("anteil-b", "Übergang B")),
        own_sources=(SOURCE,),
        interpretations=MappingProxyType({"anteil-a": text}),
        introduction="Zur Probe.",
    )


def second_monitoring(folder: Path) -> Monitoring:
    """A second monitoring of the same municipality, with nothing of its own yet."""
    return replace(
        monitoring(folder),
        title="Sozialmonitoring",
        areas=(TOWN,),
        boundaries=(),
        selection=(),
        data=(),
        own_indicators=(),
        own_sources=(),
        interpretations=MappingProxyType({}),
    )


def square(key: str, at: int) -> Boundary:
    """One of a row of squares."""
    x = float(at)
    return Boundary(key, (((x, 0.0), (x + 1, 0.0), (x + 1, 1.0), (x, 1.0), (x, 0.0)),))
