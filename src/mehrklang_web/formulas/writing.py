"""From the form to a definition and back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.text import slugify

from mehrklang.catalogue import (
    Binding,
    Catalogue,
    Derivation,
    Direction,
    Evidence,
    GroupBinding,
    IndicatorDefinition,
    IndicatorKind,
    Match,
    MatchDegree,
    Perspective,
    Term,
)
from mehrklang.vocabulary import Unit
from mehrklang_web.formulas.cells import key_of, term_of
from mehrklang_web.formulas.forms import OFFERED, FormulaForm

_PERSPECTIVE = {
    Direction.HIGH_IS_GOOD: Perspective.STRENGTH,
    Direction.LOW_IS_GOOD: Perspective.DEFICIT,
    Direction.CONTEXT: Perspective.CONTEXT,
}


def editable(definition: IndicatorDefinition) -> bool:
    """Whether the form can show its formula: one source, no layers, at most two cells on each side."""
    groups = [group for binding in definition.bindings for group in binding.groups]
    simple = all(not group.layers and len(group.numerator) <= 2 and len(group.denominator) <= 2 for group in groups)
    own = all(not term.source for group in groups for term in group.terms)
    return definition.kind in OFFERED and len(definition.bindings) <= 1 and simple and own


@dataclass(frozen=True, slots=True)
class Frame:
    """What the form does not say: the code, the source or the indicator derived from, the catalogue around, and the
    definition before (of an own indicator that is changed, or of the one that a new one begins with).
    """

    code: str
    source: str
    base: str
    catalogue: Catalogue
    before: IndicatorDefinition | None = None


def definition_of(form: FormulaForm, frame: Frame) -> IndicatorDefinition:
    """The definition of a valid form; what the form does not ask for stays as it was before."""
    data, kind = form.cleaned_data, form.setting.kind
    catalogue, before = frame.catalogue, frame.before
    direction = Direction(data["direction"])
    lines = {name: tuple(filter(None, map(str.strip, data[name].splitlines()))) for name in ("notes", "references")}
    plain = IndicatorDefinition(
        code=frame.code,
        name=data["name"],
        field=data["field"],
        question=data["question"],
        relevance=data["relevance"],
        numerator=data["numerator"],
        denominator=data.get("denominator", ""),
        population=data["population"],
        unit=Unit(data["unit"]),
        kind=kind,
        direction=direction,
        perspective=_PERSPECTIVE[direction],
        evidence=Evidence(data["evidence"]),
        per=data.get("per", 100),
        source=catalogue.sources[frame.source].name if frame.source in catalogue.sources else "eigene Berechnung",
        notes=lines["notes"],
        references=lines["references"],
        rule_set=data["rule_set"] if form.setting.rules else before.rule_set if before else "",
        derivation=_derivation(data, frame.base) if form.setting.derived else None,
        bindings=(_binding(form, frame.source, catalogue),) if form.rows else before.bindings if before else (),
    )
    return (
        _with(plain, before, _features(plain, catalogue))
        if before
        else replace(plain, features=_features(plain, catalogue))
    )


def _with(plain: IndicatorDefinition, before: IndicatorDefinition, features: tuple[str, ...]) -> IndicatorDefinition:
    """What only a file can say is kept."""
    kept = {
        name: getattr(before, name) for name in ("method", "breaks", "same_as", "matches", "versions", "pooled_years")
    }
    perspective = before.perspective if before.direction is plain.direction else plain.perspective
    return replace(plain, **kept, perspective=perspective, features=features or before.features)


def _features(definition: IndicatorDefinition, catalogue: Catalogue) -> tuple[str, ...]:
    found = (catalogue.definitions.get(binding.definition) for binding in definition.bindings)
    return tuple(dict.fromkeys(each.feature for each in found if each and each.key != "keins"))


def _derivation(data: Mapping[str, Any], base: str) -> Derivation:
    return Derivation(
        indicator=base,
        group=data["group"],
        base=data.get("base", ""),
        years=data.get("years", 1),
        base_year=data.get("base_year", 0),
    )


def _binding(form: FormulaForm, source: str, catalogue: Catalogue) -> Binding:
    data = form.cleaned_data
    definition = catalogue.definition(data["definition"])
    feature = "" if definition.key == "keins" else definition.feature
    groups = [_group(data, at, catalogue) for at in range(form.rows) if data.get(f"zaehler-{at}")]
    return Binding(source, tuple(groups), feature, definition.key)


def _group(data: Mapping[str, Any], at: int, catalogue: Catalogue) -> GroupBinding:
    label = data[f"gruppe-{at}"]
    return GroupBinding(
        group=_group_key(label, catalogue),
        label=label,
        numerator=_terms(data, "zaehler", at),
        denominator=_terms(data, "nenner", at),
        base=data.get("denominator") or data["population"],
    )


def _terms(data: Mapping[str, Any], part: str, at: int) -> tuple[Term, ...]:
    keys = (data.get(f"{part}-{at}", ""), data.get(f"{part}2-{at}", ""))
    return tuple(term_of(key) for key in keys if key)


def _group_key(label: str, catalogue: Catalogue) -> str:
    """The key that other indicators use for a group of that name, else one made of the name."""
    groups = (group for each in catalogue.indicators.values() for binding in each.bindings for group in binding.groups)
    known = next((group.group for group in groups if group.label.casefold() == label.casefold()), "")
    return known or slugify(label.replace("ß", "ss")) or "gruppe"


def initial_of(definition: IndicatorDefinition) -> dict[str, Any]:
    """What the form shows of a definition."""
    texts = ("name", "field", "question", "relevance", "numerator", "denominator", "population")
    found: dict[str, Any] = {name: getattr(definition, name) for name in texts}
    found |= {name: getattr(definition, name).value for name in ("unit", "direction", "evidence")}
    found |= {
        "per": definition.per,
        "rule_set": definition.rule_set,
        "notes": "\n".join(definition.notes),
        "references": "\n".join(definition.references),
    }
    if definition.derivation:
        derivation = definition.derivation
        found |= {"group": derivation.group, "base": derivation.base, "years": derivation.years}
        found["base_year"] = derivation.base_year
    for binding in definition.bindings:
        found["definition"] = binding.definition
        for at, group in enumerate(binding.groups):
            found[f"gruppe-{at}"] = group.label
            for part, terms in (("zaehler", group.numerator), ("nenner", group.denominator)):
                found |= {f"{part}{mark}-{at}": key_of(term) for mark, term in zip(("", "2"), terms, strict=False)}
    return found


def like(definition: IndicatorDefinition) -> IndicatorDefinition:
    """A described indicator as the beginning of an own one, which says whom it is the same as."""
    same = Match(definition.code, MatchDegree.SAME, "", "beim Bestimmen übernommen")
    return replace(definition, code="", catalogue="", number="", versions=(), matches=(same,))


def fitting_kind(definition: IndicatorDefinition | None) -> IndicatorKind:
    """The kind that the form begins with."""
    return definition.kind if definition and definition.kind in OFFERED else IndicatorKind.SHARE
