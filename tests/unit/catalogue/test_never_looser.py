"""Whatever rule set somebody asks for: what comes out of tightening protects at least as much as what was there."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mehrklang.catalogue import LooserRulesError, RuleSet, load, tightened
from mehrklang.disclosure.primary import too_small
from mehrklang.package import Monitoring
from mehrklang.pipeline.register import Register
from mehrklang.vocabulary import Figure, Material, Unit
from tests.factories import small_town

COUNTS = range(15)
SETS = sorted(load().rule_sets)

made = st.builds(
    lambda k, floor, zero, width: RuleSet("r", "Regel", k, floor, zero, "frei erfunden", "", width),
    st.integers(0, 12), st.integers(0, 50), st.booleans(), st.integers(1, 4),
)  # fmt: skip


@given(made, made)
def test_every_count_that_was_protected_stays_protected(before: RuleSet, after: RuleSet) -> None:
    """Either the stricter rules, or none at all."""
    try:
        result = tightened(before, after)
    except LooserRulesError:
        return
    for count in COUNTS:
        small = too_small(Figure.of(count), Unit.COUNT, before)
        assert not small or too_small(Figure.of(count), Unit.COUNT, result)
    assert (result.rate_floor, result.protection_width) >= (before.rate_floor, 0)
    assert result.protection_width >= before.protection_width


@given(own=st.sampled_from(SETS), asked=st.sampled_from(SETS))
def test_no_monitoring_gets_looser_rules_than_its_source(tmp_path_factory, own: str, asked: str) -> None:
    """Of all pairs of packaged rule sets."""
    monitoring = Monitoring(
        "M", "O", "1", "2024", tmp_path_factory.getbasetemp(), own_sources=(small_town.source(own),), rule_set=asked
    )
    register, before = Register.of(monitoring), load().rule_set(own)
    assert tightened(before, register.rules("melderegister-probe")) is register.rules("melderegister-probe")
    published = replace(small_town.source(own), material=Material.PUBLISHED)
    assert Register.of(replace(monitoring, own_sources=(published,))).rules("melderegister-probe") == before
