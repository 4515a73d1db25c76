"""Shares beside rounded or perturbed counts: the base of the rounding is left open for every small count.

The oracle writes down all pairs of true counts and asks of each whether everything that is published would look the
same: every shown count could come of it, and every share would be printed as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from mehrklang.catalogue import CellKeyNoise, IndicatorKind, Rounding, RoundingKind, RuleSet
from mehrklang.cubes import CellKey
from mehrklang.cubes.raw import RawCube
from mehrklang.disclosure import Circumstances, DisclosureError, Sheet, shield_together
from mehrklang.disclosure.perturbation import perturbation_table
from mehrklang.disclosure.rounded_rates import behind
from mehrklang.indicators import compute
from mehrklang.vocabulary import Figure, Material, Period, Unit
from tests.factories.cubes import binding, definition
from tests.factories.cubes import key as counts_key
from tests.factories.margins import cell, rules

YEAR = Period.parse("2024")
NOISE = CellKeyNoise("t", 2, Decimal(1))
TABLE = perturbation_table(NOISE)
METHODS = [replace(rules(3), rounding=Rounding(base, kind)) for base, kind in product((3, 5, 10), RoundingKind)]
METHODS.append(replace(rules(3), cell_key=NOISE))
EXACT = rules(0)


def could_show(count: int, rule: RuleSet) -> set[int]:
    """All that a count may be shown as, from the definition of each method."""
    if rule.cell_key:
        row = TABLE.rows[min(count, rule.cell_key.deviation)]
        return {count + change for change in row.changes}
    if rule.rounding is None:
        return {count}
    base = rule.rounding.base
    if rule.rounding.kind is RoundingKind.DETERMINISTIC:
        return {int((Decimal(count) / base).quantize(Decimal(1), ROUND_HALF_UP)) * base}
    return {count // base * base, -(-count // base) * base}


def printed(part: int, whole: int, decimals: int = 1) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def key(area: str, measure: str, unit: Unit = Unit.COUNT) -> CellKey:
    return CellKey(measure, unit, area, YEAR)


@pytest.mark.parametrize("rule", METHODS, ids=lambda rule: str(rule.rounding or rule.cell_key))
def test_behind_a_shown_count_stands_every_count_that_could_show_it(rule: RuleSet) -> None:
    for shown in {each for count in range(40) for each in could_show(count, rule)}:
        assert set(behind(shown, rule)) == {count for count in range(60) if shown in could_show(count, rule)}


Rows = Mapping[str, tuple[int, int]]
ROWS: Rows = {"1": (4, 11), "2": (40, 90), "3": (310, 620), "4": (95, 233)}


def sheets(rows: Rows, part: RuleSet, whole: RuleSet, decimals: int = 1) -> list[Sheet]:
    """Numerator, denominator and the share that a producer prints of the two."""
    numerators = RawCube({key(area, "Teil"): cell(n) for area, (n, _) in rows.items()})
    denominators = RawCube({key(area, "Ganzes"): cell(n) for area, (_, n) in rows.items()})
    shares = RawCube(
        {
            key(area, "Anteil", Unit.PERCENT): cell(Figure.of(printed(n, of, decimals)), Material.PUBLISHED)
            for area, (n, of) in rows.items()
        }
    )
    made = ((numerators, part), (denominators, whole))
    own = [
        Sheet(
            str(place),
            raw,
            rule,
            Circumstances(secret="s" * 16, keys={each: Fraction(n % 7, 7) for n, each in enumerate(raw.cells)}),
        )
        for place, (raw, rule) in enumerate(made)
    ]
    return [*own, Sheet("land", shares, EXACT)]


def left_open(
    rows: Rows, shown: Mapping[CellKey, int], methods: tuple[RuleSet, RuleSet], decimals: int
) -> dict[CellKey, set[int]]:
    """The oracle: of each count all true numbers with which everything that is published would look the same."""
    found: dict[CellKey, set[int]] = {}
    for area, truth in rows.items():
        keys = key(area, "Teil"), key(area, "Ganzes")
        near = [range(max(shown[each] - 10, 0), shown[each] + 11) for each in keys]
        for pair in product(*near):
            looks = all(shown[each] in could_show(n, rule) for each, n, rule in zip(keys, pair, methods, strict=True))
            if looks and pair[1] and printed(pair[0], pair[1], decimals) == printed(truth[0], truth[1], decimals):
                for each, number in zip(keys, pair, strict=True):
                    found.setdefault(each, set()).add(number)
    return found


ROW = st.integers(1, 60).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole)))
TOWNS = st.fixed_dictionaries(
    {"1": ROW, "2": ROW, "3": st.tuples(st.integers(100, 300), st.integers(400, 4000))}
    | {"4": st.tuples(st.integers(20, 90), st.integers(200, 900))}
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(TOWNS, st.sampled_from(METHODS), st.sampled_from(["both", "part", "whole"]), st.integers(0, 1))
def test_every_small_count_keeps_the_base_open(rows: Rows, rule: RuleSet, which: str, decimals: int) -> None:
    """The share is left out, or as many numbers as the base (the change by chance) still fit all that is published."""
    assume(sum(part > 0 for part, _ in rows.values()) > 2)  # else nobody knows whose share it is
    methods = (rule if which != "whole" else EXACT, rule if which != "part" else EXACT)
    try:
        out = shield_together(sheets(rows, *methods, decimals))
    except DisclosureError as error:
        event("left out")
        assert {issue.code for issue in error.issues} == {"B-SCHUTZ-08"}  # noqa: PT017 — nothing was sealed
        return
    shown = {each: int(one.cube.cell(each).figure.number or 0) for one in out[:2] for each in one.cube}
    width = rule.rounding.base if rule.rounding else 2 * NOISE.deviation + 1
    for each, numbers in left_open(rows, shown, methods, decimals).items():
        place = each.measure == "Ganzes"
        truth, method = rows[each.area][place], methods[place]
        if method is not EXACT and 0 < truth < max(3, width):
            own = {n for n in range(60) if shown[each] in could_show(n, method)}
            assert len(numbers) >= min(width, len(own)), each


@pytest.mark.parametrize("rule", METHODS, ids=lambda rule: str(rule.rounding or rule.cell_key))
def test_a_share_of_an_exact_whole_tells_the_rounded_part(rule: RuleSet) -> None:
    """36.4 % of eleven are four, whatever four is rounded to."""
    if (rule.rounding and rule.rounding.base > 4) or rule.cell_key:
        with pytest.raises(DisclosureError) as caught:
            shield_together(sheets(ROWS, rule, EXACT))
        assert {issue.code for issue in caught.value.issues} == {"B-SCHUTZ-08"}
        assert ("land", key("1", "Anteil", Unit.PERCENT)) in caught.value.columns
    else:
        assert shield_together(sheets(ROWS, rule, EXACT))  # four is not small where the base is three


def test_without_its_share_the_rounded_count_is_shown() -> None:
    assert shield_together(sheets(ROWS, METHODS[3], EXACT)[:2])


OWN = [IndicatorKind.SHARE, IndicatorKind.RATE]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(3, 7), st.integers(3, 7), st.integers(38, 42), st.integers(38, 42), st.sampled_from(OWN))
def test_our_own_values_are_the_same_for_all_counts_behind_the_shown_ones(
    part: int, other_part: int, whole: int, other_whole: int, kind: IndicatorKind
) -> None:
    """All that a reader sees of five of forty: also put together over areas, and with its bounds."""
    nearest = replace(rules(3), rounding=Rounding(5, RoundingKind.DETERMINISTIC))

    def seen(numerator: int, denominator: int) -> list[object]:
        raw = RawCube({counts_key("x", "2020"): cell(numerator), counts_key("y", "2020"): cell(denominator)})
        (one,) = shield_together([Sheet("amt", raw, nearest)])
        of = definition(kind)
        pooled = ((), ("03153",))
        return [compute(of, binding("x", "y"), {"amt": one.cube}, area="03153", members=each) for each in pooled]

    assert seen(part, whole) == seen(other_part, other_whole)
