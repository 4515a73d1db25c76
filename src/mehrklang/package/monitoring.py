"""What a monitoring consists of, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from mehrklang.assessment import Target
from mehrklang.catalogue import Break, IndicatorDefinition, Loosening, NamedCatalogue, Perspective, Source, Supply
from mehrklang.planning import (
    Agreements,
    CommunicationPlan,
    Concept,
    Goal,
    HandledSignal,
    Measure,
    MissedTarget,
    PlannedPhase,
    Remark,
    Verdict,
)
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.planning.shared import Shared
from mehrklang.planning.starting_point import StartingPoint
from mehrklang.sources import Profile
from mehrklang.territory import Membership, Union, Vintage
from mehrklang.vocabulary import Area, Boundary, Finality, Interpretation, Period, Unit
from mehrklang.vocabulary.retirement import Retirement


class Steerable(StrEnum):
    """Whether the municipality can move the indicator itself."""

    YES = "ja"
    PARTLY = "teilweise"
    NO = "nein"


KEY_KIND = "umsteigeschluessel"
"""The kind of a data file that holds no figures but says which areas became which."""

_OFFICES = frozenset({"Koordination", "Statistik"})


@dataclass(frozen=True, slots=True)
class FurtherTarget:
    """A target of its own for another area or group of the same indicator; "" is the monitoring's own area, and the
    group that the selection looks at."""

    target: Target
    area: str = ""
    group: str = ""
    signed_by: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether Koordination and Statistik have both signed it; otherwise it is only proposed."""
        return set(self.signed_by) >= _OFFICES


@dataclass(frozen=True, slots=True)
class Selection:
    """An indicator that this municipality has chosen, and why.

    `why_feature` is the purpose for which people are told apart by its feature (Merkmal). `group` is the
    group that the assessment and the target look at; `compare` are the groups shown beside it. `target_signed_by` names
    the offices that signed the target: it holds only when both have. `further_targets` are those of other areas or
    groups. `stabilised`: beside the values of the parts of the area stand stabilised ones. `question` is the
    municipality's own, `if_moved` what it would do if the value moved; `perspective` None: as in the catalogue.
    `effort_hours` a year count where no source says how much work it makes.
    """

    code: str
    why: str
    goals: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    steerable: Steerable = Steerable.PARTLY
    steerable_reason: str = ""
    source: str = ""
    group: str = ""
    target: Target | None = None
    target_signed_by: tuple[str, ...] = ()
    core: bool = True
    why_feature: str = ""
    further_targets: tuple[FurtherTarget, ...] = ()
    stabilised: bool = False
    question: str = ""
    perspective: Perspective | None = None
    if_moved: str = ""
    effort_hours: Decimal | None = None

    @property
    def target_holds(self) -> bool:
        """Whether Koordination and Statistik have both signed the target; otherwise it is only proposed."""
        return self.target is not None and set(self.target_signed_by) >= _OFFICES


@dataclass(frozen=True, slots=True)
class DataReference:
    """A data file of the monitoring: where it lies, how it is read, whose it is, and the checksum that was interpreted.

    `path` is relative to the monitoring's folder; `kind` is the key of a reader; `source` a key of the source
    register; `sha256` may be "" while the folder is being built. `period` and `unit` are those of the whole file, where
    the file itself names none; `profile` says what its columns mean where it has no known form (`kind` "profile").
    `finality` is that of all values that say nothing themselves.
    `retired`: the file was superseded (its successor is the path of another data file) or withdrawn; it stays, and is
    no longer computed with.
    """

    path: Path
    kind: str
    source: str
    sha256: str = ""
    period: Period | None = None
    unit: Unit | None = None
    profile: Profile | None = None
    retired: Retirement | None = None
    finality: Finality = Finality.UNSTATED

    @property
    def valid(self) -> bool:
        """Whether it is computed with."""
        return self.retired is None


@dataclass(frozen=True, slots=True)
class Publication:
    """What went out of one source in an earlier edition: the protected delivery, in table form, below the folder.
    `revised`: it was called back; today's numbers may differ.
    """

    edition: str
    source: str
    path: Path
    revised: bool = False


@dataclass(frozen=True, slots=True)
class Monitoring:
    """A whole monitoring.

    Promise: every selected code is defined (in the catalogue or in `own_indicators`), every goal that a selection names
    exists, the core set holds at most 20. `folder` is where the data paths start. `supplies` holds by source what the
    municipality knows better than the catalogue. `published` is what went out before, for the guard. `candidates` are
    weighed and not chosen: nothing is computed for them; `verdicts` say what was decided about these and the chosen.
    `vintage` is the territory that the edition reports on (None: each source on the one that it delivers).
    `own_indicators` holds those of the `catalogues` that were taken in too, each with the key of its catalogue;
    `retired_indicators` are, by code, no longer offered for choice. `shared` is what other monitors of the municipality
    hold too, `loosenings` where rules of secrecy were loosened, and why.
    """

    title: str
    organisation: str
    area: str
    edition: str
    folder: Path
    comparison_areas: tuple[str, ...] = ()
    areas: tuple[Area, ...] = ()
    memberships: tuple[Membership, ...] = ()
    unions: tuple[Union, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    goals: tuple[Goal, ...] = ()
    selection: tuple[Selection, ...] = ()
    data: tuple[DataReference, ...] = ()
    own_indicators: tuple[IndicatorDefinition, ...] = ()
    own_sources: tuple[Source, ...] = ()
    own_breaks: Mapping[str, tuple[Break, ...]] = field(default_factory=lambda: MappingProxyType({}))
    interpretations: Mapping[str, Interpretation] = field(default_factory=lambda: MappingProxyType({}))
    introduction: str = ""
    rule_set: str = ""
    timetable: tuple[PlannedPhase, ...] = ()
    supplies: Mapping[str, Supply] = field(default_factory=lambda: MappingProxyType({}))
    published: tuple[Publication, ...] = ()
    concept: Concept = field(default_factory=Concept)
    communication: CommunicationPlan = field(default_factory=CommunicationPlan)
    measures: tuple[Measure, ...] = ()
    missed_targets: tuple[MissedTarget, ...] = ()
    handled_signals: tuple[HandledSignal, ...] = ()
    agreements: Agreements = field(default_factory=Agreements)
    remarks: tuple[Remark, ...] = ()
    candidates: tuple[Selection, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    starting_point: StartingPoint | None = None
    expected: tuple[ExpectedDelivery, ...] = ()
    catalogues: tuple[NamedCatalogue, ...] = ()
    retired_indicators: Mapping[str, Retirement] = field(default_factory=lambda: MappingProxyType({}))
    vintage: Vintage | None = None
    shared: tuple[Shared, ...] = ()
    loosenings: tuple[Loosening, ...] = ()
