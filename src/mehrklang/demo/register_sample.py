"""The register of the demonstration municipality as a statistics office would have it, with recipe and areas.

One row per invented person on 31.12. of the last year: quarter, sex, age group, background. For practising the way from
register to protected delivery (Handbuch, "Zwei Zonen").
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from mehrklang.demo.background import background
from mehrklang.demo.register import register, register_on
from mehrklang.demo.town import CITY, LAST_YEAR, Town, build_town

_RECIPE = f"""\
# Rezept der Auszählung: welche Spalten des Registers zu welchen Tabellen werden.
messgroesse = "einwohner"
zeitraum = "{LAST_YEAR}-12-31"
gebiet_spalte = "stadtteil"
gebiete = "gebiete.csv"

[[merkmal]]
name = "Geschlecht"
spalte = "geschlecht"

[[merkmal]]
name = "Altersgruppe"
spalte = "altersgruppe"

[[merkmal]]
name = "Migrationshintergrund"
spalte = "hintergrund"

# Jede Tabelle mit allen Rändern.
[[tabelle]]
merkmale = ["Geschlecht", "Altersgruppe", "Migrationshintergrund"]
"""

_AGES = ((6, "0 bis 5"), (18, "6 bis 17"), (30, "18 bis 29"), (45, "30 bis 44"), (65, "45 bis 64"), (80, "65 bis 79"))


def write_register_sample(folder: Path, *, inhabitants: int, seed: int) -> None:
    """Writes `register.csv`, `gebiete.csv` and `rezept.toml` into a folder; same size and seed, same bytes."""
    town = build_town(inhabitants=inhabitants, seed=seed)
    _write(folder / "gebiete.csv", _areas(town))
    _write(folder / "register.csv", _rows(town, inhabitants, seed))
    (folder / "rezept.toml").write_text(_RECIPE, encoding="utf-8")


def age_group(age: int) -> str:
    """The age group of the sample.

    >>> age_group(5), age_group(6), age_group(101)
    ('0 bis 5', '6 bis 17', '80 und älter')
    """
    return next((name for below, name in _AGES if age < below), "80 und älter")


def _areas(town: Town) -> Iterator[tuple[str, ...]]:
    yield "Gebiet", "Gebietsname", "Gebietsebene", "Obergebiet"
    yield CITY.key, CITY.name, CITY.level.value, ""
    for area in (*town.districts, *town.quarters_on(LAST_YEAR)):
        yield area.key, area.name, area.level.value, area.parent or ""


def _rows(town: Town, inhabitants: int, seed: int) -> Iterator[tuple[str, ...]]:
    quarter = {small.area.key: small.quarter_since for small in town.small}
    yield "stadtteil", "geschlecht", "altersgruppe", "hintergrund"
    for person in register_on(LAST_YEAR, register(town, inhabitants=inhabitants, seed=seed)):
        kind = background(person, LAST_YEAR)
        yield quarter[person.area], person.sex.value, age_group(person.age_on(LAST_YEAR)), kind.value


def _write(path: Path, rows: Iterator[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows(rows)
