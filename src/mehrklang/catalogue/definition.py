"""The definition of an indicator: what it asks, how it is computed and from which cells of which source."""

from dataclasses import dataclass
from enum import StrEnum

from mehrklang.catalogue.breaks import Break
from mehrklang.catalogue.definition_version import DefinitionVersion
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.layer import ChangeForm, Layer, Term, WeightedIndicator
from mehrklang.catalogue.match import Match
from mehrklang.vocabulary import AreaLevel, Unit


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
class GroupBinding:
    """How one group's value is found in a source.

    The terms of a numerator (or denominator) are added up; more than one term is allowed for counts only. PUBLISHED
    and COUNT have no denominator. `base` names in German what the value refers to ("Ausländerinnen und Ausländer
    (AZR), 31.12."). Kinds that need more than that have `layers` and no numerator of their own.
    """

    group: str
    label: str
    numerator: tuple[Term, ...] = ()
    denominator: tuple[Term, ...] = ()
    base: str = ""
    layers: tuple[Layer, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every cell that it takes."""
        return (*self.numerator, *self.denominator, *(term for layer in self.layers for term in layer.terms))


@dataclass(frozen=True, slots=True)
class Binding:
    """How the indicator is obtained from one source, for each of its groups (feature `feature` in the definition
    `definition`). `level` is the level of the areas that a spatial kind is computed from.
    """

    source: str
    groups: tuple[GroupBinding, ...]
    feature: str = ""
    definition: str = "keins"
    level: AreaLevel | None = None


@dataclass(frozen=True, slots=True)
class Derivation:
    """For DERIVED kinds: computed from the values of another indicator, or of several.

    GAP: group − base in percentage points. RATIO: group ÷ base. CHANGE: of `group`, against the period `years` earlier
    (0: against the first period of the same segment), told as `form` says. INDEX: of `group`, its value in `base_year`
    is 100. COMPOSITE: the weighted mean of `parts`; `indicator` is then that of the first one, `group` names the
    result.
    """

    indicator: str
    group: str
    base: str = ""
    years: int = 1
    form: ChangeForm = ChangeForm.USUAL
    base_year: int = 0
    parts: tuple[WeightedIndicator, ...] = ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """The codes of all indicators that it is computed from, each once."""
        return tuple(dict.fromkeys((self.indicator, *(part.indicator for part in self.parts))))


@dataclass(frozen=True, slots=True)
class IndicatorDefinition:
    """One indicator of a catalogue.

    Promise: `code` is unique and stable; SHARE is per 100 and RATE per `per`; `pooled_years` > 1: each value is
    computed from the parts of so many years together; exactly one of `bindings` and `derivation` says how a value comes
    about, or neither: the municipality itself has to collect it, or the definition is only described so far
    (`computable`). `catalogue` is the key of the named catalogue that it comes from, with its `number` there; "" for
    what is defined here. `definitions` are the feature definitions that a described indicator is broken down by,
    `level` the smallest level of areas that it is known for. `same_as` names in words what no catalogue here holds.
    `rule_set` is the key of stricter disclosure rules than those of its sources ("": theirs).
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
    pooled_years: int = 1
    catalogue: str = ""
    number: str = ""
    definitions: tuple[str, ...] = ()
    level: AreaLevel | None = None
    matches: tuple[Match, ...] = ()
    versions: tuple[DefinitionVersion, ...] = ()
    rule_set: str = ""

    @property
    def computable(self) -> bool:
        """Whether it is said from which cells, or from which other indicator, a value comes about."""
        return bool(self.bindings) or self.derivation is not None
