"""What a page of the editor works on: the setting of its form, and the form with what is known already."""

from dataclasses import dataclass, replace

from django.http import QueryDict

from mehrklang.catalogue import Catalogue, IndicatorDefinition, IndicatorKind
from mehrklang.catalogue.kind import DERIVED
from mehrklang.vocabulary import Material
from mehrklang_web.catalogues.models import OwnIndicator
from mehrklang_web.formulas.cells import Cell, key_of, label_of
from mehrklang_web.formulas.forms import (
    USUAL_UNIT,
    FormulaForm,
    Setting,
)
from mehrklang_web.formulas.writing import Frame, definition_of, initial_of
from mehrklang_web.measures.rules import new_key
from mehrklang_web.monitors.models import Edition


@dataclass(frozen=True, slots=True)
class Work:
    """What a page of the editor works on: `before` is the saved definition, `model` what a new one begins with."""

    edition: Edition
    catalogue: Catalogue
    setting: Setting
    source: str = ""
    base: str = ""
    before: IndicatorDefinition | None = None
    model: IndicatorDefinition | None = None
    kept: OwnIndicator | None = None

    def definition(self, form: FormulaForm) -> IndicatorDefinition:
        """What a valid form says."""
        taken = self.catalogue.indicators.keys()
        name = form.cleaned_data["name"]
        code = self.before.code if self.before else new_key(_plain(name), taken, otherwise="eigener-indikator")
        return definition_of(form, Frame(code, self.source, self.base, self.catalogue, self.before or self.model))


def _plain(name: str) -> str:
    """Written-out umlauts: that is how codes are read aloud."""
    for letter, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        name = name.casefold().replace(letter, letters)
    return name


def setting_of(kind: IndicatorKind, catalogue: Catalogue, of: str, cells: tuple[Cell, ...]) -> Setting:
    """What the form of this kind offers; `of` is a source with its cells, or the indicator derived from."""
    rules = _rules_offered(kind, catalogue, of)
    if kind in set(DERIVED):
        groups = [group for binding in catalogue.indicator(of).bindings for group in binding.groups]
        named = list(dict.fromkeys((group.group, group.label) for group in groups))
        return Setting(kind, groups=named, rules=rules)
    features = [(each.key, each.name) for each in catalogue.definitions.values()]
    return Setting(kind, cells, features=sorted(features, key=lambda one: (one[0] != "keins", one[1])), rules=rules)


def _rules_offered(kind: IndicatorKind, catalogue: Catalogue, of: str) -> list[tuple[str, str]]:
    """The rule sets to choose from; none where a producer has protected what the source delivers."""
    source = None if kind in set(DERIVED) else catalogue.sources.get(of)
    if source and source.material is Material.PUBLISHED:
        return []
    return [(each.key, each.name) for each in catalogue.rule_sets.values() if each.minimum_count or each.rounding]


def with_own_cells(setting: Setting, before: IndicatorDefinition) -> Setting:
    """What it takes already can be chosen, whatever the words narrow."""
    known = {cell.key for cell in setting.cells}
    terms = (term for binding in before.bindings for group in binding.groups for term in group.terms)
    own = (Cell(key_of(term), label_of(term)) for term in dict.fromkeys(terms) if key_of(term) not in known)
    return replace(setting, cells=(*own, *setting.cells))


def form_of(data: QueryDict | None, work: Work) -> FormulaForm:
    """The form with what was sent; unsent, with what was saved or what a new indicator begins with."""
    kind = work.setting.kind
    initial: dict[str, object] = {"per": 100, "unit": USUAL_UNIT.get(kind, _unit_of_rates(kind)), "years": 1}
    if work.model:
        initial |= {name: value for name, value in initial_of(work.model).items() if value}
    if work.before:
        initial |= initial_of(work.before)
    return FormulaForm(data, setting=work.setting, initial=initial)


def _unit_of_rates(kind: IndicatorKind) -> str:
    return "prozent" if kind not in DERIVED else "prozentpunkte"
