"""The cell-key method and its perturbation table."""

import math
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from mehrklang.catalogue import CellKeyNoise
from mehrklang.disclosure import DisclosureError
from mehrklang.disclosure.cell_key import cell_key, perturbed_cube, record_key
from mehrklang.disclosure.perturbation import Row, perturbation_table
from mehrklang.vocabulary import Figure, Material
from tests.factories.cubes import key, raw, rules

NOISES = [
    CellKeyNoise("t", d, Decimal(v)) for d, v in ((2, "1"), (2, "1.05"), (3, "1.5"), (4, "2"), (5, "3"), (5, "1"))
]
TWO = NOISES[0]


def _moment(row: Row, power: int) -> Fraction:
    return sum((Fraction(p) * v**power for v, p in zip(row.changes, row.probabilities, strict=True)), Fraction(0))


def _entropy(probabilities: list[float]) -> float:
    return -sum(p * math.log(p) for p in probabilities if p > 0)


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: f"D{noise.deviation}V{noise.variance}")
def test_every_row_is_unbiased_has_the_variance_and_makes_nothing_negative(noise: CellKeyNoise) -> None:
    for count, row in enumerate(perturbation_table(noise).rows):
        assert sum(row.probabilities) == 1
        assert min(row.probabilities) >= 0
        assert count + min(row.changes) >= 0
        assert max(map(abs, row.changes)) <= noise.deviation
        assert abs(_moment(row, 1)) < Fraction(1, 10**13)
        if count:
            assert abs(_moment(row, 2) - Fraction(noise.variance)) < Fraction(1, 10**13)


@pytest.mark.parametrize("noise", NOISES[:3], ids=lambda noise: f"D{noise.deviation}V{noise.variance}")
def test_no_other_distribution_of_the_same_mean_and_variance_has_more_entropy(noise: CellKeyNoise) -> None:
    """Steps in all directions that keep sum, mean and variance: each lowers the entropy."""
    for row in perturbation_table(noise).rows[1:]:
        best = [float(p) for p in row.probabilities]
        for at in range(len(best) - 3):
            for step in (-1e-3, 1e-3):
                other = list(best)
                for offset, third_difference in enumerate((1, -3, 3, -1)):
                    other[at + offset] += step * third_difference
                assert min(other) >= 0
                assert _entropy(other) < _entropy(best)


def test_the_table_for_d_2_agrees_with_a_search_over_all_distributions() -> None:
    """A symmetric row of D = 2, V = 1 has one free number: p(2) from 0 to 1/8, p(1) = 1/2 − 4·p(2)."""
    candidates = [k / 800_000 for k in range(1, 100_000)]
    best = max(candidates, key=lambda p: _entropy([p, 0.5 - 4 * p, 6 * p, 0.5 - 4 * p, p]))
    assert abs(float(perturbation_table(TWO).rows[2].probabilities[0]) - best) < 5e-6


def test_zero_stays_zero_and_great_counts_share_the_last_row() -> None:
    table = perturbation_table(TWO)
    assert {table.change(0, Fraction(step, 100)) for step in range(100)} == {0}
    assert [table.change(2, Fraction(s, 100)) for s in range(100)] == [
        table.change(9, Fraction(s, 100)) for s in range(100)
    ]
    assert {1 + table.change(1, Fraction(step, 1000)) for step in range(1000)} == {0, 1, 2, 3}


def test_a_variance_that_one_person_cannot_have_is_refused() -> None:
    with pytest.raises(ValueError, match="no unbiased row"):
        perturbation_table(CellKeyNoise("t", 2, Decimal(2)))


def test_the_same_persons_are_changed_alike_in_every_table() -> None:
    """Whatever the cell is called there, and in whatever order the records come."""
    records = [record_key(f"person-{number}", "geheim") for number in range(40)]
    women, all_of_quarter = key("frauen", "2024"), key("personen", "2024", area="viertel")
    noise = replace(rules(3), cell_key=TWO)
    one = perturbed_cube(raw({women: 40}), noise, {women: cell_key(records)})
    other = perturbed_cube(raw({all_of_quarter: 40}), noise, {all_of_quarter: cell_key(reversed(records))})
    assert one.cell(women).figure == other.cell(all_of_quarter).figure


def test_over_many_cells_the_mean_change_is_nothing() -> None:
    table = perturbation_table(TWO)
    changes = [table.change(7, cell_key([record_key(str(number), "geheim")])) for number in range(4000)]
    assert abs(sum(changes)) < 4 * math.sqrt(4000)
    assert abs(sum(change**2 for change in changes) / 4000 - 1) < 0.1
    assert max(map(abs, changes)) == 2


def test_a_cell_without_key_is_refused_and_published_cells_pass() -> None:
    cell, noise = key("personen", "2024"), replace(rules(3), cell_key=TWO)
    with pytest.raises(DisclosureError, match=r"B-CELLKEY-01.*Zellenschlüssel"):
        perturbed_cube(raw({cell: 4}), noise, {key("personen", "2023"): Fraction(0)})
    with pytest.raises(DisclosureError, match=r"B-CELLKEY-02.*Geheimnis"):
        perturbed_cube(raw({cell: 4}), noise, {})
    published = perturbed_cube(raw({cell: 4}, material=Material.PUBLISHED), noise, {})
    assert published.cell(cell).figure == Figure.of(4)
    assert published.protection.passed_published == 1
