"""What the values say when one indicator is swapped for another: movement beyond the noise, and who says the same."""

from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.assessment.usefulness import spearman
from mehrklang.catalogue import load
from mehrklang.package import Selection
from mehrklang.planning import CORE_LIMIT
from mehrklang_web.audit.actions import Installation
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run
from mehrklang_web.selection import actions as selection
from mehrklang_web.weighing.usefulness import movement_words, usefulness_of

NAMES = {"anteil-a": "Anteil A", "anteil-b": "Übergang B"}
CODES = sorted(load().indicators)


def values_of(edition, code):
    """The numbers by area and year, read without the room's own help."""
    result = Result.objects.get(run=latest_run(edition), code=code).to_value()
    found = {}
    for series in result.series:
        for value in series.values:
            if series.group == result.group and value.figure.known:
                found[value.area, value.period.year] = float(value.figure.number)
    return found


def test_who_says_the_same_is_who_correlates_in_levels_and_changes(edition):
    first, second = (values_of(edition, code) for code in NAMES)
    common = sorted(first.keys() & second.keys())
    rho = spearman([first[key] for key in common], [second[key] for key in common])
    assert len(common) >= 8
    assert rho is not None
    assert abs(rho) >= 0.9
    alike = {code: each.alike for code, each in usefulness_of(edition, NAMES).items()}
    assert alike["anteil-a"] == "Verläuft fast genauso wie „Übergang B“."
    assert alike["anteil-b"] == "Verläuft fast genauso wie „Anteil A“."


def test_what_has_no_values_is_not_judged(edition):
    assert set(usefulness_of(edition, {**NAMES, CODES[0]: "Ohne Werte"})) == set(NAMES)


def test_the_swap_shows_it_in_words_for_those_with_values_and_says_so_for_the_others(browse, edition):
    browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": CODES[0]})
    for code in CODES[1 : CORE_LIMIT - 1]:
        selection.choose(edition=edition, selection=Selection(code, "Weil es zählt."), by=Installation())
    page = browse(Role.COORDINATION).get(reverse("weighing:swap", args=[CODES[0]]))
    shown = {place.row.code: place.usefulness for place in page.context["places"]}
    assert len(shown) == CORE_LIMIT
    assert {code for code, each in shown.items() if each} == set(NAMES)
    assert page.context["coming"].usefulness is None
    assert page.text.count("noch keine Werte") == CORE_LIMIT - len(NAMES) + 1
    assert all(each.movement in page.text for each in shown.values() if each)


@pytest.mark.parametrize(("ratio", "clear"), [("0", False), ("1", False), ("1.01", True), ("40", True)])
def test_only_more_than_the_noise_counts_as_movement(ratio, clear):
    assert ("deutlich" in movement_words(Decimal(ratio))) is clear
    assert "nicht zu sagen" in movement_words(None)
