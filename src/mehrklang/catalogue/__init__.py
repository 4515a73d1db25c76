"""What is measured and by which rules: commented TOML beside the loader that checks it.

Indicator definitions, features with their definitions, comparability, sources, breaks and rule sets of disclosure
control. Nothing is computed here. The TOML keys are German, because offices write entries of their own in the same
form (Handbuch, "Katalog").
"""

from mehrklang.catalogue.breaks import Break, BreakKind
from mehrklang.catalogue.definition import (
    Binding,
    Derivation,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Perspective,
    Term,
)
from mehrklang.catalogue.rules import RuleSet
from mehrklang.catalogue.source import Source

__all__ = [
    "Binding",
    "Break",
    "BreakKind",
    "Derivation",
    "Direction",
    "Evidence",
    "GroupBinding",
    "IndicatorDefinition",
    "IndicatorKind",
    "Perspective",
    "RuleSet",
    "Source",
    "Term",
]
