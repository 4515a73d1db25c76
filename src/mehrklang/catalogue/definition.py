"""The definition of an indicator: what it asks, how it is computed and from which cells of which source."""

from dataclasses import dataclass
from enum import StrEnum

from mehrklang.catalogue.breaks import Break
from mehrklang.vocabulary import EVERYTHING, Breakdown, Unit


class IndicatorKind(StrEnum):
    """How the value comes about; one file of the room `indicators` each."""

    COUNT = "anzahl"
    SHARE = "anteil"
    RATE = "rate"
    PUBLISHED = "veroeffentlicht"
    GAP = "abstand"
    RATIO = "verhaeltnis"
    CHANGE = "veraenderung"


class Direction(StrEnum):
    """Which way is wished for. CONTEXT: neither; such an indicator is never assessed."""

    HIGH_IS_GOOD = "hoch-gut"
    LOW_IS_GOOD = "niedrig-gut"
    CONTEXT = "kontext"


class Perspective(StrEnum):
    """Whether the indicator shows a strength, a deficit or the frame of both: a set needs a balance."""

    STRENGTH = "staerke"
    DEFICIT = "defizit"
    CONTEXT = "kontext"


class Evidence(StrEnum):
    """Counted by an office, or told by the people themselves."""

    OBJECTIVE = "objektiv"
    SUBJECTIVE = "subjektiv"


@dataclass(frozen=True, slots=True)
class Term:
    """One cell to look up per area and period: a measure of a source in a unit, for a breakdown.

    `source` is empty where it is the binding's own source.
    """

    measure: str
    unit: Unit
    where: Breakdown = EVERYTHING
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupBinding:
    """How one group's value is found in a source.

    The terms of a numerator (or denominator) are added up; more than one term is allowed for counts only. PUBLISHED
    and COUNT have no denominator. `base` names in German what the value refers to ("Ausländerinnen und Ausländer
    (AZR), 31.12.").
    """

    group: str
    label: str
    numerator: tuple[Term, ...]
    denominator: tuple[Term, ...] = ()
    base: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """How the indicator is obtained from one source, for each of its groups (feature `feature` in the definition
    `definition`).
    """

    source: str
    groups: tuple[GroupBinding, ...]
    feature: str = ""
    definition: str = "keins"


@dataclass(frozen=True, slots=True)
class Derivation:
    """For GAP, RATIO and CHANGE: computed from the values of another indicator.

    GAP: group − base in percentage points. RATIO: group ÷ base. CHANGE: of `group`, against the period `years` earlier
    (0: against the first period of the same segment).
    """

    indicator: str
    group: str
    base: str = ""
    years: int = 1


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    """One indicator of a catalogue.

    Promise: `code` is unique and stable; SHARE is per 100 and RATE per `per`; exactly one of `bindings` and
    `derivation` says how a value comes about, or neither, where the municipality itself has to collect it. `same_as`
    names entries of other catalogues with the degree of match.
    """

    code: str
    name: str
    field: str
    question: str
    relevance: str
    numerator: str
    denominator: str
    population: str
    unit: Unit
    kind: IndicatorKind
    direction: Direction
    perspective: Perspective
    evidence: Evidence
    per: int = 100
    core: bool = False
    features: tuple[str, ...] = ()
    source: str = ""
    method: str = ""
    notes: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    same_as: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    bindings: tuple[Binding, ...] = ()
    derivation: Derivation | None = None
