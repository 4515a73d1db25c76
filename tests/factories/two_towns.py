"""One town in two worlds: everything that is published is the same, and only the suppressed counts differ.

In quarter Anger one or two people have no German nationality; the guard suppresses them and covers them with the
counts of Creuz. In the other world one person more (or less) of Anger has none, and one less (or more) of Creuz.
Somebody who can tell from anything he is given in which of the two worlds he lives has learned the secret. The towns
have eight quarters, so that stabilised values are estimated, and in some years the numbers of Creuz have one digit more
in the other world, so that the delivered files are not even equally long.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from mehrklang.assessment import Operator, Target
from mehrklang.package import DataReference, Monitoring, Selection, checksum
from mehrklang.vocabulary import Area, AreaLevel
from tests.factories import shell, small_town

HIDDEN, COVER = "Anger", "Creuz"
NAMES = (HIDDEN, "Berg", COVER, "Damm", "Elster", "Fuhse", "Grund", "Heide")
QUARTERS = tuple(
    Area(f"probstadt:{at}", name, AreaLevel.QUARTER, small_town.TOWN.key) for at, name in enumerate(NAMES, 1)
)
YEARS = (2023, 2024)
CODES = ("anteil-a", "anteil-b")

Counts = Mapping[int, Mapping[str, tuple[int, int]]]
"""Those without and with German nationality, by year and quarter."""

_LATEST = ((2, 4019), (7109, 8017), (409, 999), (2333, 6043), (617, 1983), (1291, 7219), (3067, 4483), (1823, 9001))
_FEW = {2023: 1, 2024: 2}


@dataclass(frozen=True, slots=True)
class World:
    """One of the two: its name, and what its register counts."""

    name: str
    counts: Counts


def _here() -> Counts:
    return {
        year: {
            name: (
                _FEW[year] if name == HIDDEN else few - 11 * (2024 - year),
                many - (0 if name == COVER else 17 * (2024 - year)),
            )
            for name, (few, many) in zip(NAMES, _LATEST, strict=True)
        }
        for year in YEARS
    }


def _there(here: Counts) -> Counts:
    """One of the few of Anger is one of the many, or the other way round; in Creuz the opposite."""
    moved = {year: 3 - 2 * by_name[HIDDEN][0] for year, by_name in here.items()}
    return {
        year: {
            name: (few + sign * moved[year], many - sign * moved[year])
            for name, (few, many) in by_name.items()
            for sign in [{HIDDEN: 1, COVER: -1}.get(name, 0)]
        }
        for year, by_name in here.items()
    }


HERE = World("hier", _here())
THERE = World("dort", _there(HERE.counts))
WORLDS = (HERE, THERE)


def register(counts: Counts) -> str:
    """The delivered file."""
    rows = [
        f"einwohner;{area.key};{area.name};{area.level.value};{area.parent};{year};Anzahl;{number};{category}\n"
        for year, by_name in counts.items()
        for area in QUARTERS
        for category, number in zip((small_town.FOREIGN, small_town.GERMAN), by_name[area.name], strict=True)
    ]
    return small_town.HEAD + "".join(rows)


def monitoring(folder: Path, world: World) -> Monitoring:
    """The monitoring of a world, its file written below the folder; stabilised values are asked for."""
    plain = small_town.monitoring(folder, codes=CODES)
    path = folder / "lieferungen" / "register.csv"
    path.write_text(register(world.counts), encoding="utf-8")
    target = Target(Decimal(30), 2023, Operator.AT_LEAST, Decimal(60), 2024)
    return replace(
        plain,
        areas=(small_town.TOWN, *QUARTERS),
        boundaries=tuple(shell.square(quarter.key, at) for at, quarter in enumerate(QUARTERS)),
        selection=tuple(
            Selection(
                code, "Zur Probe.", ("arbeit",), target=target, target_signed_by=("Koordination", "Statistik"),
                stabilised=True,
            )
            for code in CODES
        ),
        data=(DataReference(path.relative_to(folder), "tidy", small_town.source().key, checksum(path)),),
        interpretations=MappingProxyType({}),
    )  # fmt: skip


def contradicting(world: World) -> World:
    """What the office delivers as a correction: in Berg, of which everything is published, seven people fewer."""
    latest = dict(world.counts[YEARS[-1]])
    few, many = latest["Berg"]
    return World(f"{world.name}, berichtigt", {**world.counts, YEARS[-1]: {**latest, "Berg": (few - 7, many)}})
