"""The sentences about the territory of an edition (codes B-GEBIETSSTAND-…, Handbuch "Gebiete")."""

from collections.abc import Collection, Iterable

from mehrklang.catalogue import IndicatorDefinition
from mehrklang.cubes import ProtectedCube
from mehrklang.territory import Transfer, Vintage
from mehrklang.territory.transfer import no_year
from mehrklang.vocabulary import Issue, Severity

UNPLACED = "Ein früheres Gebiet lässt sich nicht in die Gliederung einordnen; zum Schutz wird nicht umgerechnet."
MIXED = "Die Quellen dieses Indikators stehen nicht auf demselben Gebietsstand."

__all__ = ["MIXED", "UNPLACED", "mixed", "no_key", "no_year", "unplaced", "years_without_key"]


def no_key(vintage: Vintage) -> Issue:
    """No Umsteigeschlüssel leads to the territory: nothing is brought over."""
    return Issue(
        "B-GEBIETSSTAND-01",
        Severity.ERROR,
        f"Kein gelieferter Umsteigeschlüssel führt auf den Gebietsstand {vintage.day:%d.%m.%Y}; es wird nichts "
        "umgerechnet.",
        "Bitte den passenden Umsteigeschlüssel liefern oder den Gebietsstand ändern.",
    )


def unplaced(source: str, areas: Collection[str]) -> Issue:
    """Old areas of which nobody knows where they lay: the guard cannot see what they are a part of."""
    return Issue(
        "B-GEBIETSSTAND-02",
        Severity.WARNING,
        f"Die früheren Gebiete {', '.join(sorted(areas))} lassen sich nicht in die Gliederung einordnen. Ohne das "
        f"lässt sich der Schutz nicht beweisen: Aus der Quelle „{source}“ werden Gebiete, die daraus entstanden, für "
        "frühere Jahre nicht gezeigt.",
        "Bitte diese Gebiete mit ihrem Obergebiet in das Gebietsverzeichnis aufnehmen.",
    )


def mixed(definition: IndicatorDefinition, sources: Iterable[str]) -> Issue:
    """One source of an indicator is brought over, another is not."""
    return Issue(
        "B-GEBIETSSTAND-03",
        Severity.WARNING,
        f"Der Indikator „{definition.name}“ braucht Quellen auf verschiedenen Gebietsständen; für geänderte Gebiete "
        "werden frühere Jahre nicht gezeigt.",
        "Bitte auch für diese Quellen sagen, ob umzurechnen ist oder ob sie schon so liefern: "
        f"{', '.join(f'„{each}“' for each in sources)}.",
    )


def years_without_key(source: str, cube: ProtectedCube, transfer: Transfer) -> list[Issue]:
    """Years of the source for which there is no Umsteigeschlüssel."""
    known = {one.year for one in transfer.origins}
    areas = {one.area for one in transfer.origins}
    years = {key.period.year for key in cube if key.area in areas or key.area in set(transfer.former(areas))}
    missing = sorted(year for year in years - known if year < transfer.day.year)
    if not missing:
        return []
    return [
        Issue(
            "B-GEBIETSSTAND-04",
            Severity.WARNING,
            f"Für die Jahre {', '.join(map(str, missing))} der Quelle „{source}“ gibt es keinen Umsteigeschlüssel; für "
            "geänderte Gebiete werden sie nicht gezeigt.",
            "Bitte einen Umsteigeschlüssel liefern, der auch diese Jahre umfasst.",
        )
    ]
