"""Stabilised values of the parts of the main area, where the selection asks for them."""

from collections.abc import Sequence

from mehrklang.assessment.small_areas import Estimate, estimates
from mehrklang.catalogue import IndicatorDefinition
from mehrklang.indicators import Series
from mehrklang.vocabulary import Area


def stabilised_parts(
    definition: IndicatorDefinition, series: Sequence[Series], parts: Sequence[Area]
) -> tuple[Estimate, ...]:
    """Level by level, because areas of different levels overlap, and group by group."""
    groups = dict.fromkeys(one.group for one in series)
    levels = dict.fromkeys(area.level for area in parts)
    return tuple(
        found
        for level in levels
        for group in groups
        for found in estimates(definition, _of(series, group, {area.key for area in parts if area.level is level}))
    )


def _of(series: Sequence[Series], group: str, areas: set[str]) -> tuple[Series, ...]:
    return tuple(one for one in series if one.group == group and one.area in areas)
