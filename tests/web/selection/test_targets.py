"""Targets hold when both offices have signed; the core set has its limit; goals make a tree."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.assessment import Operator, Target
from mehrklang.assessment.target import PathKind, Step
from mehrklang.package import FurtherTarget, Selection
from mehrklang.package import Goal as GoalValue
from mehrklang.planning import CORE_LIMIT
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.queries import last_step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.selection import actions, queries
from mehrklang_web.selection.models import ChosenIndicator
from tests.factories import shell

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


@pytest.mark.parametrize(("code", "operator"), [("arbeitslosenquote", "≤"), ("beschaeftigungsquote", None)])
def test_a_new_target_lies_on_the_side_that_is_wished_for(browse, edition, code, operator):
    actions.choose(edition=edition, selection=Selection(code, "Weil es zählt."), by=Installation())
    page = browse(Role.COORDINATION).get(reverse("selection:target", args=[code]))
    assert page.context["form"].initial.get("operator") == operator
    assert "Kennen Sie den heutigen Wert noch nicht?" in page.text
    old = browse(Role.COORDINATION).get(reverse("selection:target", args=["anteil-a"]))
    assert "Kennen Sie den heutigen Wert noch nicht?" not in old.text


def test_a_target_holds_when_the_second_office_signs(edition, account):
    assert not target_of(edition, "anteil-b").holds
    actions.sign_target(agreed=target_of(edition, "anteil-b"), by=account(Role.STATISTICS))
    assert target_of(edition, "anteil-b").holds


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
    free = CORE_LIMIT - ChosenIndicator.objects.filter(edition=edition, core=True).count()
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


STEPS = Target(
    Decimal(10), 2020, Operator.AT_LEAST, Decimal(30), 2030, path=PathKind.STEPS, steps=(Step(2025, Decimal("20.5")),)
)


@pytest.mark.parametrize(
    "change",
    [
        {"why_feature": "Die Sprache entscheidet über den Zugang."},
        {"further_targets": (FurtherTarget(STEPS, "", "x", ("Statistik",)),)},
        {"target": STEPS},
        {"target": replace(STEPS, path=PathKind.GEOMETRIC, steps=())},
    ],
    ids=["purpose of the feature", "further targets", "steps", "geometric"],
)
def test_what_comes_in_a_folder_goes_out_again(db, tmp_path, change):
    given = shell.monitoring(tmp_path)
    first = replace(given.selection[0], **change)
    edition = take_in(
        monitoring=replace(given, selection=(first, *given.selection[1:])), phase=Phase.CONCEPT, by=Installation()
    )
    assert monitoring_of(edition).selection[0] == first


def test_whoever_signs_a_target_reads_its_thresholds(browse, edition):
    agreed = target_of(edition, "anteil-b")
    actions.set_target(chosen=agreed.chosen, target=replace(agreed.to_value(), act=Decimal(2)), by=Installation())
    page = browse(Role.STATISTICS).get(reverse("selection:indicator", args=["anteil-b"])).text
    assert "Schwelle „entscheiden“" in page


def test_the_second_of_two_editors_sees_both_targets(browse, edition):
    address, version = reverse("selection:target", args=["anteil-a"]), target_of(edition).version
    client = browse(Role.COORDINATION)
    client.post(address, NEW | {"version": version})
    answer = client.post(address, NEW | {"value": "36", "version": version})
    assert answer.status_code == 409
    assert target_of(edition).to_value().value == Decimal(35)


def test_undoing_a_change_brings_the_target_and_its_signatures_back(edition, account):
    before = target_of(edition).to_value()
    by = account(Role.COORDINATION)
    agreed = actions.set_target(chosen=target_of(edition).chosen, target=STEPS, by=by)
    undo(step=last_step(agreed), by=by)
    assert target_of(edition).to_value() == before
    assert target_of(edition).holds


def test_steps_are_typed_line_by_line(browse, edition):
    typed = NEW | {"path": "stufen", "steps": "2025: 25\n2028: 31,5"}
    browse(Role.COORDINATION).post(reverse("selection:target", args=["anteil-a"]), typed)
    assert target_of(edition).to_value().steps == (Step(2025, Decimal(25)), Step(2028, Decimal("31.5")))
    page = browse(Role.COORDINATION).get(reverse("selection:target", args=["anteil-a"])).text
    assert "2028: 31,5" in page


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"path": "stufen"}, "Zwischenziele gehören zum Weg in Stufen"),
        ({"path": "stufen", "steps": "2028: 25\n2025: 31"}, "in der Reihenfolge der Jahre"),
        ({"path": "stufen", "steps": "bald"}, "ist kein Zwischenziel"),
        ({"path": "gleichmaessig-prozentual", "base_value": "-1"}, "zwischen zwei Werten über null"),
    ],
)
def test_a_way_that_leads_nowhere_is_refused_in_german(browse, edition, fault, message):
    answer = browse(Role.COORDINATION).post(reverse("selection:target", args=["anteil-a"]), NEW | fault)
    assert answer.status_code == 422
    assert message in answer.text
