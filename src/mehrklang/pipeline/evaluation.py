"""What comes out of the pipeline, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from mehrklang.assessment import Assessment
from mehrklang.assessment.small_areas import Estimate
from mehrklang.catalogue import FeatureDefinition, IndicatorDefinition, Source
from mehrklang.cubes import ProtectedCube, Protection
from mehrklang.indicators import Series
from mehrklang.package import Selection
from mehrklang.pipeline.delivery_table import delivery_table
from mehrklang.pipeline.register import unnamed_area
from mehrklang.report import Finding
from mehrklang.vocabulary import Area, Issue


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """The file behind a key of the store, as a lineage names it: where it lies below the folder of the monitoring,
    the checksum of its bytes, and the key of its source."""

    key: str
    path: Path
    sha256: str
    source: str


@dataclass(frozen=True, slots=True)
class Assessed:
    """The assessment of one area and group that has a target of its own."""

    area: str
    group: str
    assessment: Assessment


@dataclass(frozen=True, slots=True)
class Result:
    """One chosen indicator, computed.

    Promise: `series` holds every group in every area, the main area first, then the comparison areas, then the parts;
    `assessments` are those of the main area by group, `assessed_parts` those of other areas that have a target of their
    own; `group` is the one that the target speaks of; `labels` name the groups; `definition` carries all breaks that
    apply; `feature` is the definition by which the groups are told apart, `files` are the names of the delivered files.
    Every key in the lineage of a value is that of one of `deliveries`. `stabilised` are the stabilised values of the
    parts, where the selection asks for them.
    """

    selection: Selection
    definition: IndicatorDefinition
    series: tuple[Series, ...]
    assessments: Mapping[str, Assessment]
    group: str
    labels: Mapping[str, str]
    sources: tuple[Source, ...]
    protection: Protection
    data_version: str
    feature: FeatureDefinition | None = None
    files: tuple[str, ...] = ()
    deliveries: tuple[DeliveredFile, ...] = ()
    assessed_parts: tuple[Assessed, ...] = ()
    stabilised: tuple[Estimate, ...] = ()

    def assessment(self, *, area: str, group: str, main: str) -> Assessment | None:
        """The assessment of one series: of every group in the main area, elsewhere where a target of its own stands."""
        if area == main:
            return self.assessments.get(group)
        return next((one.assessment for one in self.assessed_parts if (one.area, one.group) == (area, group)), None)

    def of(self, *, area: str, group: str) -> Series | None:
        """The series of one area and group."""
        return next((each for each in self.series if (each.area, each.group) == (area, group)), None)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A monitoring, computed.

    `results` by code in the order of the selection (an indicator without data is missing and named in `issues`);
    `areas` by key; `protections` by source; `cubes` by source are what passed the guard (empty where an evaluation was
    put together again from kept results).
    """

    area: Area
    comparison_areas: tuple[Area, ...]
    parts: tuple[Area, ...]
    results: Mapping[str, Result]
    protections: Mapping[str, Protection]
    issues: tuple[Issue, ...]
    cubes: Mapping[str, ProtectedCube] = field(default_factory=lambda: MappingProxyType({}), repr=False, compare=False)

    def publication(self, source: str) -> bytes:
        """What of a source passed the guard, as the table that later editions are held against."""
        cube = self.cubes[source]
        named = {area.key: area for area in (self.area, *self.comparison_areas, *self.parts)}
        unnamed = {key.area: unnamed_area(key.area) for key in cube if key.area not in named}
        return delivery_table(cube, (*named.values(), *unnamed.values()))

    @property
    def own_sources(self) -> tuple[str, ...]:
        """The sources of which anything was protected here and not by its producer."""
        done = {source: cube.protection for source, cube in self.cubes.items()}
        return tuple(source for source, one in done.items() if one.passed_published < one.cell_count)


@dataclass(frozen=True, slots=True)
class FindingsResult:
    """The findings, and in `issues` every indicator that has none because nobody has interpreted it."""

    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...]
