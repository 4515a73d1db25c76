"""Rules may be tightened, never loosened."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mehrklang.catalogue import (
    CellKeyNoise,
    Dominance,
    LooserRulesError,
    Rounding,
    RoundingKind,
    RuleSet,
    SampleLimits,
    load,
    tightened,
)

RULES = RuleSet(
    key="amt",
    name="Amt",
    minimum_count=3,
    rate_floor=30,
    zero_is_public=False,
    legal_basis="frei erfunden",
    reason="",
    protection_width=2,
    dominance=Dominance(2, 85, 10),
    rounding=Rounding(3, RoundingKind.CONTROLLED),
    cell_key=CellKeyNoise("D2", 2, Decimal(1)),
    sample=SampleLimits(50, 90),
)

LOOSER = [
    ({"minimum_count": 2}, "Mindestfallzahl 2 statt 3"),
    ({"rate_floor": 0}, "Mindestbasis 0 statt 30"),
    ({"protection_width": 1}, "Schutzbreite 1 statt 2"),
    ({"zero_is_public": True}, "Nullen"),
    ({"dominance": None}, "Dominanz"),
    ({"dominance": Dominance(2, 90, 10)}, "Dominanz"),
    ({"dominance": Dominance(1, 85, 10)}, "Dominanz"),
    ({"dominance": Dominance(2, 85, 5)}, "Dominanz"),
    ({"dominance": Dominance(0, 0, 10)}, "Dominanz"),
    ({"rounding": None}, "Rundung"),
    ({"rounding": Rounding(5, RoundingKind.DETERMINISTIC)}, "Rundung"),
    ({"cell_key": None}, "Cell-Key"),
    ({"cell_key": CellKeyNoise("D2", 1, Decimal(1))}, "Cell-Key"),
    ({"cell_key": CellKeyNoise("D3", 3, Decimal(1))}, "Cell-Key"),
    ({"sample": None}, "Stichprobe"),
    ({"sample": SampleLimits(40, 90)}, "Stichprobe"),
]

STRICTER = [
    {"minimum_count": 5},
    {"rate_floor": 100},
    {"protection_width": 3},
    {"dominance": Dominance(3, 80, 20)},
    {"rounding": Rounding(5, RoundingKind.CONTROLLED)},
    {"cell_key": CellKeyNoise("D2", 3, Decimal(2))},
    {"sample": SampleLimits(60, 100)},
]


@pytest.mark.parametrize(("change", "said"), LOOSER)
def test_what_is_looser_in_any_respect_is_refused_and_named(change: dict[str, object], said: str) -> None:
    with pytest.raises(LooserRulesError, match=said):
        tightened(RULES, replace(RULES, key="locker", **change))  # type: ignore[arg-type] # the names are the fields'


@pytest.mark.parametrize("change", STRICTER)
def test_what_is_stricter_holds(change: dict[str, object]) -> None:
    stricter = replace(RULES, key="streng", **change)  # type: ignore[arg-type] # the names are the fields'
    assert tightened(RULES, stricter) is stricter


def test_all_that_is_looser_is_named_at_once() -> None:
    with pytest.raises(LooserRulesError) as refused:
        tightened(RULES, replace(RULES, minimum_count=0, rate_floor=0, zero_is_public=True, sample=None))
    said = ("Mindestfallzahl 0 statt 3", "Mindestbasis 0 statt 30", "Nullen", "Stichprobe")
    assert all(each in str(refused.value) for each in said)


def test_the_packaged_minimum_counts_tighten_each_other_in_one_direction() -> None:
    sets = load().rule_sets
    assert tightened(sets["mindestfallzahl-3"], sets["mindestfallzahl-10"]).minimum_count == 10
    with pytest.raises(LooserRulesError):
        tightened(sets["mindestfallzahl-10"], sets["mindestfallzahl-3"])


def test_a_packaged_rule_set_that_rounds_suppresses_wherever_nobody_rounds() -> None:
    for rules in load().rule_sets.values():
        if rules.rounding or rules.cell_key:
            assert rules.minimum_count >= 3, rules.key
