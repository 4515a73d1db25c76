"""No secret in stabilised values: they are computed from what is told alone, so they tell nothing that it does not.

The share of all and the size of the prior are those of the areas whose values are told. Were suppressed counts among
them, the stabilised values of the others would tell the sum of the suppressed ones, and with the city's value more.
"""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from mehrklang.assessment.small_areas import estimates, stabilised
from mehrklang.indicators.segregation import AreaCounts
from mehrklang.pipeline import Evaluation, evaluate, find
from mehrklang.pipeline.signals import signals
from mehrklang.report import Audience, ReportHeading, charts, compose, csv, html
from mehrklang.vocabulary import Figure, Interpretation, Period
from tests.factories import two_towns

LATEST = Period.parse(str(two_towns.YEARS[-1]))
HIDDEN = {area.key for area in two_towns.QUARTERS if area.name in {two_towns.HIDDEN, two_towns.COVER}}


@pytest.fixture
def both(tmp_path: Path) -> list[Evaluation]:
    """The two worlds, computed."""
    found = []
    for world in two_towns.WORLDS:
        folder = tmp_path / world.name
        folder.mkdir()
        found.append(evaluate(two_towns.monitoring(folder, world), store=folder / "ablage"))
    return found


def _exits(evaluation: Evaluation, folder: Path, world: two_towns.World) -> str:
    """Report, table, and every picture with its alternative text."""
    folder.mkdir()
    texts = {
        code: Interpretation(code, "Ein Text.", result.data_version, ()) for code, result in evaluation.results.items()
    }
    monitoring = replace(two_towns.monitoring(folder, world), interpretations=texts)
    found = find(monitoring, evaluation).findings
    report = compose(found, audience=Audience.VERWALTUNG, heading=ReportHeading("Probe", "Stadt", "2024", "Mai"))
    pictures = "".join(p.wide + p.narrow + p.alternative for one in found for p in charts.pictures(one, ()))
    return html.render(report) + csv.render(found) + pictures


def test_the_two_worlds_differ_in_what_is_suppressed_and_in_nothing_else(both: list[Evaluation]) -> None:
    """Otherwise the other tests would prove nothing."""
    here, there = (next(iter(each.cubes.values())) for each in both)
    assert {key: here.cell(key).figure for key in here} == {key: there.cell(key).figure for key in there}
    assert {key.area for key in here if not here.cell(key).figure.known} == HIDDEN
    assert two_towns.register(two_towns.HERE.counts) != two_towns.register(two_towns.THERE.counts)


def test_no_suppressed_area_has_a_stabilised_value(both: list[Evaluation]) -> None:
    """Neither value nor interval nor the weight of its own value, from which its size would follow."""
    for evaluation in both:
        for result in evaluation.results.values():
            assert {each.area for each in result.stabilised} == {a.key for a in two_towns.QUARTERS} - HIDDEN


def test_stabilised_values_are_the_same_whatever_is_suppressed(both: list[Evaluation], tmp_path: Path) -> None:
    """Values, weights, warnings and every exit with them, to the last byte."""
    here, there = both
    for code in two_towns.CODES:
        assert here.results[code].stabilised == there.results[code].stabilised
        assert here.results[code].stabilised
    assert repr(signals(here)) == repr(signals(there))
    exits = [
        _exits(each, tmp_path / f"bericht-{world.name}", world)
        for each, world in zip(both, two_towns.WORLDS, strict=True)
    ]
    assert re.search("stabilisiert", exits[0])
    assert exits[0] == exits[1]


def test_whoever_reads_the_table_can_compute_the_stabilised_values_himself(both: list[Evaluation]) -> None:
    """From the printed counts of the other areas alone: so they hold nothing about the suppressed ones."""
    result = both[0].results["anteil-a"]
    printed = two_towns.HERE.counts[two_towns.YEARS[-1]]
    counts = [
        AreaCounts(area.key, Figure.of(few), Figure.of(few + many))
        for area in two_towns.QUARTERS
        if area.key not in HIDDEN
        for few, many in [printed[area.name]]
    ]
    told = {each.area: each.figure.number for each in result.stabilised if each.period == LATEST}
    assert told == {each.area: each.stabilised.number for each in stabilised(counts)}


def test_with_the_suppressed_counts_they_would_leak(both: list[Evaluation]) -> None:
    """What is shut out here is a real danger: a prior of all areas moves with the suppressed counts."""
    priors = []
    for world in two_towns.WORLDS:
        latest = world.counts[two_towns.YEARS[-1]]
        counts = [
            AreaCounts(area.key, Figure.of(few), Figure.of(few + many))
            for area in two_towns.QUARTERS
            for few, many in [latest[area.name]]
        ]
        priors.append({each.area: each.stabilised.number for each in stabilised(counts) if each.area not in HIDDEN})
    assert priors[0] != priors[1]


@pytest.mark.parametrize("hidden", [1, 2])
def test_a_number_behind_a_suppressed_value_is_not_looked_at(both: list[Evaluation], hidden: int) -> None:
    """Even if a numerator stood behind a value that is not told, it would enter no estimate."""
    result = both[0].results["anteil-a"]
    parts = [one for one in result.series if one.area.startswith("probstadt:") and one.group == result.group]
    filled = [
        replace(
            one,
            values=tuple(
                replace(value, numerator=Figure.of(Decimal(hidden))) if not value.figure.known else value
                for value in one.values
            ),
        )
        for one in parts
    ]
    assert filled != parts
    assert estimates(result.definition, filled) == estimates(result.definition, parts) == result.stabilised
