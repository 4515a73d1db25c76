"""Observations and areas for tests of the store and the guard."""

from collections.abc import Mapping

from mehrklang.vocabulary import (
    Area,
    AreaLevel,
    Breakdown,
    Figure,
    Material,
    Observation,
    Period,
    SourceCell,
    Unit,
)

TOWN = (
    Area("s", "Stadt", AreaLevel.MUNICIPALITY),
    Area("b1", "Bezirk 1", AreaLevel.BOROUGH, "s"),
    Area("b2", "Bezirk 2", AreaLevel.BOROUGH, "s"),
    Area("q1", "Stadtteil 1", AreaLevel.QUARTER, "b1"),
    Area("q2", "Stadtteil 2", AreaLevel.QUARTER, "b1"),
    Area("q3", "Stadtteil 3", AreaLevel.QUARTER, "b2"),
    Area("r", "nicht zuzuordnen", AreaLevel.UNASSIGNED, "s"),
    Area("w1", "Wahlbezirk", AreaLevel.STATISTICAL_AREA, "s"),
)
"""A town with boroughs and quarters, and a second system of areas (w1) across them."""


def observation(
    figure: Figure | int,
    *,
    measure: str = "Personen",
    area: str = "q1",
    period: str = "2024",
    by: Mapping[str, str] | None = None,
    unit: Unit = Unit.COUNT,
    material: Material = Material.ADDITIVE,
    line: int = 2,
) -> Observation:
    """One observation of a file of counts."""
    return Observation(
        measure,
        area,
        Period.parse(period),
        Breakdown.of(by or {}),
        unit,
        figure if isinstance(figure, Figure) else Figure.of(figure),
        material,
        SourceCell("zählung.csv", line, "Anzahl", "roh"),
    )


def published(figure: Figure | int, **what: object) -> Observation:
    """One published figure."""
    return observation(figure, material=Material.PUBLISHED, **what)  # type: ignore[arg-type] # passed on as given
