"""What the check of a form finds."""

from dataclasses import dataclass

from mehrklang.catalogue import IndicatorDefinition, in_symbols
from mehrklang.report import kind_sentences
from mehrklang_web.formulas.cells import label_of
from mehrklang_web.formulas.placing import PlacedIssue
from mehrklang_web.formulas.probing import Probe


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check found: the formula in words and symbols, faults, and the test value if there are none."""

    definition: IndicatorDefinition
    issues: tuple[PlacedIssue, ...]
    tested: Probe | None

    @property
    def words(self) -> str:
        """The formula in words."""
        return kind_sentences.definition(self.definition)

    @property
    def symbols(self) -> str:
        """The formula with Z and N."""
        return in_symbols(self.definition)

    @property
    def groups(self) -> tuple[tuple[str, str, str], ...]:
        """Per group what stands above and below the line."""
        groups = (group for binding in self.definition.bindings for group in binding.groups)
        return tuple(
            (each.label, " + ".join(map(label_of, each.numerator)), " + ".join(map(label_of, each.denominator)))
            for each in groups
        )
