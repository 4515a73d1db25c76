"""Targets hold when both offices have signed; the core set has its limit; goals make a tree."""

from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.package import Goal as GoalValue
from mehrklang.package import Selection
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.people.models import Role
from mehrklang_web.selection import actions, queries
from mehrklang_web.selection.models import ChosenIndicator

NEW = {"base_value": "20,5", "base_year": "2020", "operator": "≥", "value": "35", "year": "2031"}


def target_of(edition, code="anteil-a"):
    return queries.chosen_one(edition, code).agreed_target


def test_whoever_changes_a_target_takes_the_signatures_off(browse, edition):
    assert target_of(edition).holds
    browse(Role.COORDINATION).post(reverse("selection:target", args=["anteil-a"]), NEW)
    changed = target_of(edition)
    assert not changed.holds
    assert (changed.to_value().base_value, changed.to_value().value) == (Decimal("20.5"), Decimal(35))
    assert (Entry.objects.first().old, Entry.objects.first().new) == ("≥ 30 bis 2030", "≥ 35 bis 2031")


def test_a_target_holds_when_the_second_office_signs(browse, edition):
    assert not target_of(edition, "anteil-b").holds
    words = {"zielwert": str(target_of(edition, "anteil-b"))}
    browse(Role.STATISTICS).post(reverse("selection:sign_target", args=["anteil-b"]), words)
    assert target_of(edition, "anteil-b").holds


def test_a_target_that_was_changed_meanwhile_is_not_signed(browse, edition):
    browse(Role.STATISTICS).post(reverse("selection:sign_target", args=["anteil-b"]), {"zielwert": "≥ 99 bis 2030"})
    assert not target_of(edition, "anteil-b").holds


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"year": "2020"}, "muss nach dem Ausgangsjahr liegen"),
        ({"value": "20"}, "erfüllt diesen Zielwert schon"),
        ({"value": "viel"}, "Bitte eine Zahl angeben"),
        ({"base_year": ""}, "Dieses Feld ist zwingend erforderlich"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused_in_german(browse, edition, fault, message):
    answer = browse(Role.COORDINATION).post(reverse("selection:target", args=["anteil-a"]), NEW | fault)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert target_of(edition).holds


def test_the_core_set_holds_at_most_twenty(edition):
    free = actions.CORE_LIMIT - ChosenIndicator.objects.filter(edition=edition, core=True).count()
    for at in range(free):
        actions.choose(edition=edition, selection=Selection(f"x-{at}", "Probe"), by=Installation())
    with pytest.raises(actions.CoreSetFullError):
        actions.choose(edition=edition, selection=Selection("zu-viel", "Probe"), by=Installation())
    actions.choose(edition=edition, selection=Selection("ergaenzend", "Probe", core=False), by=Installation())


def test_a_goal_above_which_there_is_nothing_is_refused(edition):
    with pytest.raises(KeyError):
        set_goal(edition=edition, goal=GoalValue("x", "X", "F", parent="nirgends"), by=Installation())


@pytest.mark.parametrize("name", ["selection:indicator", "interpretation:indicator"])
@pytest.mark.parametrize(("role", "code", "seen"), [
    (Role.STATISTICS, "anteil-b", True), (Role.PARTNER, "anteil-b", False), (Role.PARTNER, "anteil-a", True),
])  # fmt: skip
def test_a_proposed_target_is_a_working_value(browse, name, role, code, seen):
    page = browse(role).get(reverse(name, args=[code])).content.decode()
    assert ("bis 2030" in page) is seen
