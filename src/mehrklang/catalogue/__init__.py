"""What is measured and by which rules: commented TOML beside the loader that checks it.

Indicator definitions, features with their definitions, comparability, sources, breaks and rule sets of disclosure
control. Nothing is computed here. The TOML keys are German, because offices write entries of their own in the same
form (Handbuch, "Katalog"). Two ways in: `load()` for the whole catalogue, `read_definition()` for one own indicator.
"""

from mehrklang.catalogue.breaks import Break, BreakKind
from mehrklang.catalogue.calendar import expected_on, periods_expected
from mehrklang.catalogue.catalogue import Catalogue, UnknownEntry
from mehrklang.catalogue.comparability import Comparability, ComparedPair, Degree
from mehrklang.catalogue.definition import (
    Binding,
    Derivation,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    Perspective,
)
from mehrklang.catalogue.feature_definition import FeatureDefinition
from mehrklang.catalogue.fingerprint import fingerprint
from mehrklang.catalogue.kind import IndicatorKind
from mehrklang.catalogue.layer import ChangeForm, Layer, Term, WeightedIndicator
from mehrklang.catalogue.load import load, read_definition
from mehrklang.catalogue.rules import CellKeyNoise, Dominance, Rounding, RoundingKind, RuleSet, SampleLimits
from mehrklang.catalogue.source import Source
from mehrklang.catalogue.supply import Access, Authority, Cadence, ExpectedDay, Supply, TimeReference
from mehrklang.catalogue.tightening import LooserRulesError, tightened

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
    "Comparability",
    "ComparedPair",
    "Degree",
    "Derivation",
    "Direction",
    "Dominance",
    "Evidence",
    "ExpectedDay",
    "FeatureDefinition",
    "GroupBinding",
    "IndicatorDefinition",
    "IndicatorKind",
    "Layer",
    "LooserRulesError",
    "Perspective",
    "Rounding",
    "RoundingKind",
    "RuleSet",
    "SampleLimits",
    "Source",
    "Supply",
    "Term",
    "TimeReference",
    "UnknownEntry",
    "WeightedIndicator",
    "expected_on",
    "fingerprint",
    "load",
    "periods_expected",
    "read_definition",
    "tightened",
]
