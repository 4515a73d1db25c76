"""What is measured and by which rules: commented TOML beside the loader that checks it.

Indicator definitions, named catalogues of others with their matches, features with their definitions, comparability,
sources, breaks and rule sets of disclosure control. Nothing is computed here. The TOML keys are German, because offices
write entries of their own in the same form (Handbuch, "Katalog"). Three ways in: `load()` for the whole catalogue,
`read_catalogue()` for a catalogue of others, `read_definition()` for one own indicator.
"""

from mehrklang.catalogue.breaks import Break, BreakKind
from mehrklang.catalogue.calendar import deliveries_a_year, expected_on, periods_expected
from mehrklang.catalogue.catalogue import Catalogue, UnknownEntry
from mehrklang.catalogue.changing import changes_between, new_version
from mehrklang.catalogue.changing_sources import catalogue_changes, source_changes, supply_changes
from mehrklang.catalogue.checking import faults_of
from mehrklang.catalogue.comparability import Comparability, ComparedPair, Degree
from mehrklang.catalogue.contents import (
    ColumnMeaning,
    FileColumn,
    SourceContents,
    SourceFeature,
    SourceMeasure,
)
from mehrklang.catalogue.definition import (
    Binding,
    Derivation,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    Perspective,
)
from mehrklang.catalogue.definition_version import DefinitionVersion
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.fingerprint import fingerprint
from mehrklang.catalogue.formula import in_symbols
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.layer import ChangeForm, Layer, Term, WeightedIndicator
from mehrklang.catalogue.load import TakenIn, load, read_catalogue, read_definition
from mehrklang.catalogue.loosening import Loosening
from mehrklang.catalogue.mapping import Correspondence, Matches
from mehrklang.catalogue.match import Match, MatchDegree
from mehrklang.catalogue.named import NamedCatalogue
from mehrklang.catalogue.rule_changes import Guarding, RuleChange, loosened, rule_changes
from mehrklang.catalogue.rules import CellKeyNoise, Dominance, Rounding, RoundingKind, RuleSet, SampleLimits
from mehrklang.catalogue.safeguards import Safeguards
from mehrklang.catalogue.searching import search
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.supply import Access, Authority, Cadence, ExpectedDay, Supply, TimeReference
from mehrklang.catalogue.tightening import LooserRulesError, looser, refusal, tightened

__all__ = [
    "Access",
    "Authority",
    "Binding",
    "Break",
    "BreakKind",
    "Cadence",
    "Catalogue",
    "CellKeyNoise",
    "ChangeForm",
    "ColumnMeaning",
    "Comparability",
    "ComparedPair",
    "Correspondence",
    "DefinitionVersion",
    "Degree",
    "Derivation",
    "Direction",
    "Dominance",
    "Evidence",
    "ExpectedDay",
    "FeatureDefinition",
    "FileColumn",
    "GroupBinding",
    "Guarding",
    "IndicatorDefinition",
    "IndicatorKind",
    "Layer",
    "Loosening",
    "LooserRulesError",
    "Match",
    "MatchDegree",
    "Matches",
    "NamedCatalogue",
    "Perspective",
    "Rounding",
    "RoundingKind",
    "RuleChange",
    "RuleSet",
    "Safeguards",
    "SampleLimits",
    "Source",
    "SourceContents",
    "SourceFeature",
    "SourceMeasure",
    "Supply",
    "TakenIn",
    "Term",
    "TimeReference",
    "UnknownEntry",
    "WeightedIndicator",
    "catalogue_changes",
    "changes_between",
    "deliveries_a_year",
    "expected_on",
    "faults_of",
    "fingerprint",
    "in_symbols",
    "load",
    "loosened",
    "looser",
    "new_version",
    "periods_expected",
    "read_catalogue",
    "read_definition",
    "refusal",
    "rule_changes",
    "search",
    "source_changes",
    "supply_changes",
    "tightened",
]
