"""What holds for all results of a run: the library's `Evaluation` without the results themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mehrklang.cubes import Protection
from mehrklang.pipeline import Evaluation, Result
from mehrklang.vocabulary import Area, Issue


@dataclass(frozen=True, slots=True)
class Frame:
    """Areas, protocols of the guard by source, and what was found while computing."""

    area: Area
    comparison_areas: tuple[Area, ...]
    parts: tuple[Area, ...]
    protections: Mapping[str, Protection]
    issues: tuple[Issue, ...]

    @classmethod
    def of(cls, evaluation: Evaluation) -> "Frame":
        """The frame of what the pipeline returned."""
        return cls(
            evaluation.area,
            evaluation.comparison_areas,
            evaluation.parts,
            evaluation.protections,
            evaluation.issues,
        )

    def around(self, results: Mapping[str, Result]) -> Evaluation:
        """The evaluation again, with these results."""
        return Evaluation(
            area=self.area,
            comparison_areas=self.comparison_areas,
            parts=self.parts,
            results=MappingProxyType(dict(results)),
            protections=self.protections,
            issues=self.issues,
        )

    def names(self) -> dict[str, str]:
        """The names of all areas by key."""
        return {area.key: area.name for area in (self.area, *self.comparison_areas, *self.parts)}
