"""What is signed: the fingerprints of core set, definitions and targets, and what a change does to them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.assessment import Operator, PathKind, Step
from mehrklang.catalogue import (
    DefinitionVersion,
    Derivation,
    IndicatorDefinition,
    IndicatorKind,
    Safeguards,
    fingerprint,
    load,
)
from mehrklang.package import (
    FurtherTarget,
    Monitoring,
    Selection,
    differences,
    further_signed,
    further_version,
    signed_by,
    target_version,
    versions_of,
)
from mehrklang.planning import Agreements, Matter, MatterKind, Version, Voice
from mehrklang.planning.agreement_changes import changes, in_words
from mehrklang.vocabulary import Material
from tests.factories.shell import SOURCE, TARGET, indicator

A, B = indicator("a", "Anteil A"), indicator("b", "Übergang B")
KNOWN = {"a": A, "b": B}
CHOSEN = (Selection("b", "Zur Probe."), Selection("a", "Zur Probe.", target=TARGET), Selection("c", "C", core=False))
CORE = Matter(MatterKind.CORE_SET)


def today(
    selection: tuple[Selection, ...] = CHOSEN, known: dict[str, IndicatorDefinition] = KNOWN
) -> dict[Matter, str]:
    return {each.matter: each.fingerprint for each in versions_of(selection, guarded(known))}


def guarded(known: dict[str, IndicatorDefinition], rules: str = "", asked: str = "") -> Safeguards:
    """The definitions with their source; with `rules` it holds own counts, protected by them."""
    source = replace(SOURCE, material=Material.ADDITIVE, rule_set=rules) if rules else SOURCE
    catalogue = replace(load(), indicators=known, sources={source.key: source})
    return Safeguards(catalogue, asked)


def fallen(after: dict[Matter, str]) -> set[tuple[str, str]]:
    """Kind and code of the matters whose version is another one than that of the untouched selection."""
    return {(matter.kind.value, matter.code) for matter, print_ in today().items() if after.get(matter) != print_}


def test_each_definition_of_the_core_set_and_each_target_is_a_matter() -> None:
    assert [(each.kind.value, each.code) for each in today()] == [
        ("kernset", ""), ("definition", "b"), ("definition", "a"), ("zielwert", "a"),
    ]  # fmt: skip
    assert today()[Matter(MatterKind.DEFINITION, "a")] == fingerprint(A)
    logged = replace(A, versions=(DefinitionVersion(1, date(2026, 5, 1), "Neu."),), same_as=("IntMK B1: gleich",))
    assert today(known={**KNOWN, "a": logged}) == today(), "the log and the matches are not what is signed"


def test_without_core_indicators_there_is_no_core_set_to_sign() -> None:
    assert today((Selection("c", "C", core=False),)) == {}


NEW_YEAR = replace(TARGET, year=2031)


@pytest.mark.parametrize(
    ("selection", "known", "expected"),
    [
        ((CHOSEN[1], CHOSEN[0]), KNOWN, set()),  # the order does not count
        ((*CHOSEN[:2], replace(CHOSEN[2], why="Anders")), KNOWN, set()),  # nor what is not agreed on
        ((CHOSEN[0], replace(CHOSEN[1], target=NEW_YEAR)), KNOWN, {("kernset", ""), ("zielwert", "a")}),
        ((CHOSEN[0], replace(CHOSEN[1], target=replace(TARGET, value=Decimal("30.0")))), KNOWN, set()),
        ((CHOSEN[0], replace(CHOSEN[1], target=None)), KNOWN, {("kernset", ""), ("zielwert", "a")}),
        (CHOSEN, {**KNOWN, "b": replace(B, denominator="Erwachsene")}, {("kernset", ""), ("definition", "b")}),
        ((CHOSEN[0], replace(CHOSEN[1], group="frauen")), KNOWN, {("kernset", "")}),
        ((CHOSEN[0], replace(CHOSEN[1], source="andere")), KNOWN, {("kernset", "")}),
        ((CHOSEN[1], replace(CHOSEN[0], core=False)), KNOWN, {("kernset", ""), ("definition", "b")}),
    ],
)
def test_a_change_touches_what_it_is_about(
    selection: tuple[Selection, ...], known: dict[str, IndicatorDefinition], expected: set[tuple[str, str]]
) -> None:
    """And nothing else: a target of one indicator leaves the definitions signed."""
    assert fallen(today(selection, known)) == expected


CHANGED = [
    {"base_value": Decimal(21)}, {"base_year": 2019}, {"operator": Operator.AT_MOST}, {"value": Decimal(31)},
    {"year": 2031}, {"warn": Decimal(1)}, {"act": Decimal(1)}, {"responsible": "Amt"}, {"reason": "Weil."},
    {"path": PathKind.GEOMETRIC}, {"path": PathKind.STEPS, "steps": (Step(2025, Decimal(25)),)},
]  # fmt: skip


@pytest.mark.parametrize("words", CHANGED, ids=",".join)
def test_every_word_of_a_target_counts_and_is_told(words: dict[str, object]) -> None:
    one, other = target_version("a", TARGET), target_version("a", replace(TARGET, **words))  # type: ignore[arg-type] # any
    assert one.fingerprint != other.fingerprint
    assert changes(one, other)


def test_a_derived_indicator_falls_with_the_one_that_it_is_derived_from() -> None:
    """Otherwise a signed gap would be computed from shares that nobody signed."""
    gap = replace(A, code="g", kind=IndicatorKind.GAP, bindings=(), derivation=Derivation("b", "frauen", "maenner"))
    chosen = (Selection("g", "Zur Probe."),)
    before, after = (
        versions_of(chosen, guarded({"g": gap, "b": base})) for base in (B, replace(B, denominator="Erwachsene"))
    )
    assert [one.fingerprint == other.fingerprint for one, other in zip(before, after, strict=True)] == [False, False]
    (change,) = changes(before[1], after[1])
    assert (change.key, change.before, change.after) == ("grundlage.b.nenner", "alle Menschen", "Erwachsene")


def test_a_signature_under_another_version_does_not_count_and_one_that_nothing_is_known_of_does() -> None:
    chosen = replace(CHOSEN[1], target_signed_by=("Koordination", "Statistik"))
    now = target_version("a", TARGET)
    late = Voice(now.matter, "frueher", "Statistik", "B.", date(2026, 5, 2))
    assert signed_by(chosen, Agreements()) == ("Koordination", "Statistik")
    assert signed_by(chosen, Agreements((late,))) == ("Koordination",)
    assert signed_by(chosen, Agreements((late, replace(late, fingerprint=now.fingerprint)))) == (
        "Koordination", "Statistik",
    )  # fmt: skip


QUARTER, WOMEN = FurtherTarget(TARGET, "x:1"), FurtherTarget(TARGET, group="frauen")


def test_a_further_target_is_a_matter_of_its_own_and_part_of_the_core_set() -> None:
    with_both = replace(CHOSEN[1], further_targets=(QUARTER, WOMEN))
    now = today((CHOSEN[0], with_both))
    assert {each.place for each in now if each.place} == {
        further_version("a", each).matter.place for each in (QUARTER, WOMEN)
    }
    assert fallen(now) == {("kernset", "")}
    assert today((CHOSEN[0], replace(with_both, further_targets=(WOMEN, QUARTER)))) == now, "the order does not count"
    elsewhere = replace(with_both, further_targets=(replace(QUARTER, area="x:2"), WOMEN))
    assert today((CHOSEN[0], elsewhere))[CORE] != now[CORE], "the area counts, with the same numbers"


def test_a_changed_further_target_is_told_with_its_area() -> None:
    before, after = (
        versions_of((replace(CHOSEN[1], further_targets=(each,)),), guarded(KNOWN))[0]
        for each in (QUARTER, replace(QUARTER, target=NEW_YEAR))
    )
    (change,) = changes(before, after)
    assert in_words(change, name="A") == "Zielwert (x:1) von „A“ geändert: Jahr"


def test_a_signature_under_another_version_of_a_further_target_does_not_count() -> None:
    chosen = replace(CHOSEN[1], further_targets=(replace(QUARTER, signed_by=("Koordination", "Statistik")),))
    matter = further_version("a", QUARTER).matter
    late = Voice(matter, "frueher", "Statistik", "B.", date(2026, 5, 2))
    own = Voice(replace(matter, area=""), "frueher", "Koordination", "A.", date(2026, 5, 2))
    (further,) = further_signed(chosen, Agreements((late, own))).further_targets
    assert further.signed_by == ("Koordination",)
    assert further_signed(chosen, Agreements()) == chosen


def test_the_difference_of_two_folders_names_a_signature() -> None:
    voice = Voice(CORE, "a", "Statistik", "B. Muster", date(2026, 5, 2))
    before = Monitoring("M", "O", "03153", "2026", folder=Path())
    after = replace(before, agreements=Agreements((voice,), (Version(CORE, "a"),)))
    found = differences(before, after)
    assert {each.file for each in found} == {"vereinbarungen.toml"}
    assert any("B. Muster" in each.after for each in found)


def test_other_rules_of_secrecy_are_signed_anew_with_every_limit_in_words() -> None:
    """Looser or stricter, by the source or by the edition, also for what is derived; and core set with definition."""
    gap = replace(B, code="g", kind=IndicatorKind.GAP, derivation=Derivation("a", "alle", base="alle"), bindings=())
    known = {"a": A, "g": gap}
    chosen = (Selection("a", "Zur Probe."), Selection("g", "Zur Probe."))
    five = {each.matter: each for each in versions_of(chosen, guarded(known, "mindestfallzahl-5"))}
    for rules, asked in (
        ("mindestfallzahl-3", ""),
        ("mindestfallzahl-10", ""),
        ("mindestfallzahl-5", "mindestfallzahl-10"),
    ):
        other = versions_of(chosen, guarded(known, rules, asked))
        assert all(each.fingerprint != five[each.matter].fingerprint for each in other)
    looser = versions_of(chosen, guarded(known, "mindestfallzahl-3"))[1]
    [change] = changes(five[looser.matter], looser)
    assert in_words(change, name="Anteil A") == "Definition von „Anteil A“ geändert: Geheimhaltung: Probestatistik"
    assert change.before.startswith("Mindestfallzahl 5; Mindestbasis für Anteile 30")
    assert change.after.startswith("Mindestfallzahl 3; keine Mindestbasis")
    same = versions_of(chosen, guarded(known, "mindestfallzahl-5", "mindestfallzahl-3"))
    assert {each.fingerprint for each in same} == {each.fingerprint for each in five.values()}, "looser is not applied"


def test_what_a_producer_has_protected_is_signed_without_rules() -> None:
    """So that signatures of before stand: its rules are not ours to change."""
    assert today()[Matter(MatterKind.DEFINITION, "a")] == fingerprint(A)
    assert today() == {
        each.matter: each.fingerprint for each in versions_of(CHOSEN, guarded(KNOWN, asked="mindestfallzahl-10"))
    }
