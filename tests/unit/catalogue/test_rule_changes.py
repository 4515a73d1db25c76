"""What is protected otherwise, and in what it is looser: told for every source and indicator, and for nothing else."""

from dataclasses import fields, replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from mehrklang.catalogue import (
    CellKeyNoise,
    Derivation,
    Dominance,
    Guarding,
    IndicatorDefinition,
    IndicatorKind,
    Rounding,
    RoundingKind,
    RuleSet,
    Safeguards,
    SampleLimits,
    Source,
    load,
    loosened,
    rule_changes,
)
from mehrklang.catalogue.rules_told import limits_in_words
from mehrklang.vocabulary import Material
from tests.factories import small_town

TOWN = small_town.source("mindestfallzahl-5")
SHARE, OTHER = small_town.share(), replace(small_town.german_share(), code="anteil-b")
FULL = RuleSet(
    "k",
    "K",
    minimum_count=5,
    rate_floor=30,
    zero_is_public=True,
    legal_basis="frei erfunden",
    reason="",
    protection_width=2,
    link_near=True,
    dominance=Dominance(2, 80, 10),
    rounding=Rounding(5, RoundingKind.RANDOM),
    cell_key=CellKeyNoise("D2", 2, Decimal(1)),
    sample=SampleLimits(5000, 10000),
)
NOT_LIMITS = {"key", "name", "legal_basis", "reason"}
OTHERWISE: dict[str, object] = {
    "minimum_count": 6,
    "rate_floor": 31,
    "zero_is_public": False,
    "protection_width": 3,
    "link_near": False,
    "dominance": Dominance(2, 80, 11),
    "rounding": Rounding(5, RoundingKind.CONTROLLED),
    "cell_key": CellKeyNoise("D2", 2, Decimal("1.5")),
    "sample": SampleLimits(5000, 10001),
}


def guarded(*indicators: IndicatorDefinition, source: Source = TOWN, asked: str = "") -> Safeguards:
    """The town's register and indicators over it."""
    own = {each.code: each for each in (indicators or (SHARE, OTHER))}
    catalogue = replace(load(), indicators=MappingProxyType(own), sources=MappingProxyType({source.key: source}))
    return Safeguards(catalogue, asked)


def test_every_limit_has_its_words() -> None:
    """So that a signature under the words is one under the protection; how a rule set is called does not count."""
    assert {each.name for each in fields(RuleSet)} == NOT_LIMITS | set(OTHERWISE)
    for name, value in OTHERWISE.items():
        assert limits_in_words(replace(FULL, **{name: value})) != limits_in_words(FULL), name  # type: ignore[arg-type] # any
    for name in NOT_LIMITS:
        assert limits_in_words(replace(FULL, **{name: "anders"})) == limits_in_words(FULL), name  # type: ignore[arg-type] # text


def test_what_is_new_or_as_it_was_is_no_change() -> None:
    assert rule_changes(guarded(), guarded()) == ()
    assert rule_changes(guarded(SHARE), guarded()) == ()
    assert rule_changes(Safeguards(replace(load(), sources={})), guarded()) == ()


@pytest.mark.parametrize(
    ("after", "asked", "told"),
    [
        ("mindestfallzahl-3", "", ("Mindestfallzahl 3 statt 5", "Mindestbasis 0 statt 30")),
        ("mindestfallzahl-10", "", ()),
        ("mindestfallzahl-3", "mindestfallzahl-10", ()),
        ("eigene-rundung-5", "", ("Mindestfallzahl 3 statt 5", "Mindestbasis 0 statt 30")),
    ],
)
def test_a_source_is_told_with_the_rules_that_hold_in_the_edition(
    after: str, asked: str, told: tuple[str, ...]
) -> None:
    """A looser source is none where the edition asks for more."""
    [change] = rule_changes(guarded(), guarded(source=replace(TOWN, rule_set=after), asked=asked))
    assert (change.kind, change.key, change.looser, change.own_counts) == (Guarding.SOURCE, TOWN.key, told, True)
    assert loosened([change]) == ((change,) if told else ())


def test_what_the_edition_no_longer_asks_for_is_looser() -> None:
    [change] = rule_changes(guarded(asked="mindestfallzahl-10"), guarded())
    assert change.looser == (
        "Mindestfallzahl 5 statt 10", "Mindestbasis 30 statt 100", "Nullen werden gezeigt statt gesperrt",
    )  # fmt: skip


def test_calling_own_counts_published_is_looser_and_the_other_way_round_is_not() -> None:
    published = replace(TOWN, material=Material.PUBLISHED, rule_set="geschuetzt")
    [given_up] = rule_changes(guarded(), guarded(source=published))
    assert given_up.looser == ("die Zahlen gelten als veröffentlicht und werden hier nicht mehr geschützt",)
    [taken_up] = rule_changes(guarded(source=published), guarded())
    assert taken_up.looser == ()


def test_an_indicator_is_told_where_its_own_rules_change() -> None:
    """Also one that is derived: it takes the counts of what it is derived from."""
    strict = replace(SHARE, rule_set="mindestfallzahl-10")
    [change] = rule_changes(guarded(strict), guarded(SHARE))
    assert (change.kind, change.key, change.looser[0]) == (
        Guarding.INDICATOR, SHARE.code, "Mindestfallzahl 5 statt 10",
    )  # fmt: skip
    gap = replace(
        OTHER,
        kind=IndicatorKind.GAP,
        bindings=(),
        derivation=Derivation(SHARE.code, "a", "b"),
        rule_set=strict.rule_set,
    )
    found = rule_changes(guarded(SHARE, gap), guarded(SHARE, replace(gap, rule_set="")))
    assert [each.key for each in loosened(found)] == [gap.code]


def test_rules_of_an_indicator_that_say_no_more_than_its_source_may_go() -> None:
    same = replace(SHARE, rule_set="mindestfallzahl-5")
    assert rule_changes(guarded(same), guarded(SHARE)) == ()
