"""Stabilised values are chosen per indicator, can be undone, and go with the edition into its folder and back."""

from dataclasses import replace

import pytest
from django.urls import reverse

from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.conflict import ConflictError
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.interpretation import table
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import set_stabilising
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.results.models import Stabilising
from mehrklang_web.results.queries import differing, latest_run, stabilising_of
from tests.factories import findings as made
from tests.factories import shell


def wanted(edition):
    return {each.code for each in monitoring_of(edition).selection if each.stabilised}


def choose(client, value="ja", version="0"):
    return client.post(reverse("results:stabilise", args=["anteil-a"]), {"stabilisiert": value, "version": version})


def test_an_office_chooses_and_drops_them(browse, edition):
    client = browse(Role.STATISTICS)
    page = client.get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "Stabilisierte Werte daneben zeigen" in page
    assert choose(client).status_code == 302
    assert wanted(edition) == {"anteil-a"}
    page = client.get(reverse("interpretation:indicator", args=["anteil-a"])).content.decode()
    assert "sobald die Ergebnisse neu festgehalten sind" in page
    choose(client, "nein", "1")
    assert wanted(edition) == set()


def test_the_choice_can_be_undone(edition, account):
    step = set_stabilising(edition=edition, code="anteil-a", wanted=True, by=account(Role.STATISTICS))
    undo(step=step, by=account(Role.STATISTICS))
    assert wanted(edition) == set()
    assert stabilising_of(edition, "anteil-a").version == 0


def test_two_who_choose_at_once_are_told(browse, edition, account):
    by = account(Role.STATISTICS)
    set_stabilising(edition=edition, code="anteil-a", wanted=True, by=by)
    with pytest.raises(ConflictError):
        set_stabilising(edition=edition, code="anteil-a", wanted=False, by=by, seen=0)
    page = choose(browse(Role.COORDINATION), "nein", "0")
    assert Stabilising.objects.get(edition=edition).wanted
    assert page.status_code == 302


@pytest.mark.parametrize("role", [Role.DEPARTMENT, Role.PARTNER, Role.LEADERSHIP])
def test_nobody_else_may_choose(browse, edition, role):
    assert choose(browse(role)).status_code == 403
    assert wanted(edition) == set()


def test_an_indicator_that_was_not_chosen_has_no_such_choice(browse, edition):
    answer = browse(Role.STATISTICS).post(reverse("results:stabilise", args=["fremd"]), {"stabilisiert": "ja"})
    assert answer.status_code == 404


def test_the_choice_travels_with_the_folder(db, tmp_path):
    plain = shell.monitoring(tmp_path)
    given = replace(plain, selection=(replace(plain.selection[0], stabilised=True), *plain.selection[1:]))
    edition = take_in(monitoring=given, phase=Phase.CONCEPT, by=Installation())
    assert monitoring_of(edition).selection == given.selection


def test_a_choice_after_the_freezing_shows_when_it_is_recomputed(edition, account):
    """Without areas enough nothing is estimated, but the choice itself belongs to the result."""
    set_stabilising(edition=edition, code="anteil-a", wanted=True, by=account(Role.STATISTICS))
    assert differing(latest_run(edition)) == ("anteil-a",)


def test_the_table_of_the_page_shows_them_beside_and_none_for_a_suppressed_cell():
    found = table.by_part(made.stabilised(made.by_quarter("12.5 18.0 . 9.4 (31.2) 14.1")))
    beside = {row.head: (row.cells[0].text, row.cells[0].stabilised) for row in found.rows}
    assert beside["Altstadt"] == ("12,5", "16,3")
    assert beside["Nordstadt"] == (".", "")
    assert found.notes[0] == "◇ = stabilisiert (geschätzt)"
    assert table.by_part(made.by_quarter()).notes[0] != found.notes[0]
