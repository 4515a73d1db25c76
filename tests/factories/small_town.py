"""A small town with an additive source and secret counts, for tests of the whole way through guard and exits."""

from dataclasses import replace
from pathlib import Path

from mehrklang.catalogue import Binding, GroupBinding, IndicatorDefinition, IndicatorKind, Source, Term
from mehrklang.package import DataReference, Monitoring, Selection, checksum
from mehrklang.vocabulary import Area, AreaLevel, Breakdown, Material, Unit
from tests.factories import shell

TOWN = shell.TOWN
QUARTERS = tuple(
    Area(f"probstadt:{at}", name, AreaLevel.QUARTER, TOWN.key)
    for at, name in enumerate(("Anger", "Berg", "Creuz", "Damm", "Elster"), 1)
)
FOREIGN, GERMAN = "nichtdeutsch", "deutsch"
COUNTS = {
    2023: {"Anger": (1, 4017), "Berg": (7103, 8011), "Creuz": (409, 5021), "Damm": (2311, 6037), "Elster": (613, 977)},
    2024: {"Anger": (2, 4019), "Berg": (7109, 8017), "Creuz": (419, 5023), "Damm": (2333, 6043), "Elster": (617, 983)},
}
"""Those without and with German nationality; primes, so that no other figure looks like them by chance."""

SECRETS = ("4017", "4018", "4019", "4021")
"""What would tell of the one or two of Anger: the others there, and all of Anger, if the total is told too."""


def source(rule_set: str = "mindestfallzahl-3") -> Source:
    """The register of the town, additive."""
    return Source(
        "melderegister-probe",
        "Melderegister",
        "Stadt",
        "intern",
        "Stadt",
        Material.ADDITIVE,
        rule_set,
        access="Statistikstelle",
        references=("Probe",),
    )


def rows(year: int) -> str:
    """The finest counts of a year: quarter by nationality."""
    lines = []
    for area in QUARTERS:
        for category, number in zip((FOREIGN, GERMAN), COUNTS[year][area.name], strict=True):
            place = f"{area.key};{area.name};{area.level.value};{area.parent}"
            lines.append(f"einwohner;{place};{year};Anzahl;{number};{category}\n")
    return "".join(lines)


HEAD = "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert;Nationalität\n"


def share() -> IndicatorDefinition:
    """The share of those without German nationality."""
    foreign = Term("einwohner", Unit.COUNT, Breakdown.of({"Nationalität": FOREIGN}))
    group = GroupBinding("alle", "Alle", (foreign,), (Term("einwohner", Unit.COUNT),), "Einwohner")
    made = shell.indicator("anteil-a", "Anteil A")
    return replace(made, source="melderegister-probe", bindings=(Binding("melderegister-probe", (group,)),))


def german_share() -> IndicatorDefinition:
    """The complement: the share of those with German nationality."""
    german = Term("einwohner", Unit.COUNT, Breakdown.of({"Nationalität": GERMAN}))
    group = GroupBinding("alle", "Alle", (german,), (Term("einwohner", Unit.COUNT),), "Einwohner")
    made = shell.indicator("anteil-b", "Übergang B")
    return replace(made, source="melderegister-probe", bindings=(Binding("melderegister-probe", (group,)),))


def germans() -> IndicatorDefinition:
    """The mere number of those with German nationality."""
    german = Term("einwohner", Unit.COUNT, Breakdown.of({"Nationalität": GERMAN}))
    binding = Binding("melderegister-probe", (GroupBinding("alle", "Alle", (german,), (), "Einwohner"),))
    made = shell.indicator("deutsche", "Deutsche")
    return replace(made, kind=IndicatorKind.COUNT, unit=Unit.COUNT, source="melderegister-probe", bindings=(binding,))


def monitoring(
    folder: Path, *, rule_set: str = "mindestfallzahl-3", codes: tuple[str, ...] = ("anteil-a",)
) -> Monitoring:
    """The monitoring with its file written below the folder."""
    plain = shell.monitoring(folder)
    path = folder / "lieferungen" / "register.csv"
    path.write_text(HEAD + "".join(rows(year) for year in COUNTS), encoding="utf-8")
    return replace(
        plain,
        areas=(TOWN, *QUARTERS),
        boundaries=(),
        selection=tuple(Selection(code, "Zur Probe.", ("arbeit",)) for code in codes),
        data=(DataReference(path.relative_to(folder), "tidy", "melderegister-probe", checksum(path)),),
        own_indicators=(share(), german_share()),
        own_sources=(source(rule_set),),
        interpretations={},
    )
