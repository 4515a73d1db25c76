"""Breaks that an office enters itself, at any time: told, versioned, undone, and signed anew."""

import pytest

from mehrklang.catalogue import Break, BreakKind
from mehrklang.package import read_folder
from mehrklang.package.archive import pack, unpack
from mehrklang.planning.agreement import Matter, MatterKind
from mehrklang_web.agreements.queries import matters
from mehrklang_web.audit.models import Entry
from mehrklang_web.exchange.queries import portable
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Result
from mehrklang_web.results.queries import latest_run, overtaken
from mehrklang_web.selection.catalogue import own_breaks
from mehrklang_web.signals import actions

KO, ST, FB = Role.COORDINATION, Role.STATISTICS, Role.DEPARTMENT
NEW = "/hinweise/brueche/eigene/neu/"
ONE = "/hinweise/brueche/eigene/anteil-a/0/"
TYPED = {
    "code": "anteil-a",
    "first_year": "2022",
    "kind": "erhebung",
    "text": "neuer Fragebogen",
    "source": "Landesamt, Schreiben vom 3.4.",
}
VALUE = Break(2022, BreakKind.SURVEY, "neuer Fragebogen", "Landesamt, Schreiben vom 3.4.")


@pytest.fixture
def client(browse):
    return browse(KO)


def undo_last(client, page):
    client.post(page.split('class="messages__undo" method="post" action="')[-1].split('"')[0], {"zurueck": "/"})


def print_of(edition):
    """The fingerprint of the definition that both offices sign."""
    wanted = Matter(MatterKind.DEFINITION, "anteil-a")
    return next(each.version.fingerprint for each in matters(edition) if each.matter == wanted)


def test_it_is_entered_told_and_undone(client, edition):
    page = client.post(NEW, TYPED, follow=True).text
    assert own_breaks(edition) == {"anteil-a": (VALUE,)}
    assert Entry.objects.filter(did="Reihenbrüche geändert").first().new == f"ab 2022: {VALUE.text} ({VALUE.source})"
    for text in ("neu zu unterschreiben", "neuer Fragebogen", "Von Ihnen eingetragen"):
        assert text in page
    undo_last(client, page)
    assert own_breaks(edition) == {}


def test_results_are_told_to_be_frozen_anew_and_then_carry_it(client, edition, account):
    assert not overtaken(edition, latest_run(edition))
    client.post(NEW, TYPED)
    assert overtaken(edition, latest_run(edition))
    actions.freeze(edition=edition, by=account(ST))
    assert not overtaken(edition, latest_run(edition))
    row = Result.objects.get(run=latest_run(edition), code="anteil-a")
    assert row.to_value().definition.breaks == (VALUE,)


def test_signatures_under_the_definition_fall_and_come_back_with_the_old_version(client, edition):
    before = print_of(edition)
    page = client.post(NEW, TYPED, follow=True).text
    assert print_of(edition) != before
    undo_last(client, page)
    assert print_of(edition) == before


def test_it_is_changed_and_the_second_editor_sees_both(client, browse, edition):
    client.post(NEW, TYPED)
    typed = {name: text for name, text in TYPED.items() if name != "code"}
    client.post(ONE, typed | {"first_year": "2021", "version": "1"})
    assert own_breaks(edition)["anteil-a"][0].first_year == 2021
    page = browse(ST).post(ONE, typed | {"text": "anderer Fragebogen", "version": "1"})
    assert page.status_code == 409
    assert "anderer Fragebogen" in page.text
    assert own_breaks(edition)["anteil-a"][0].text == "neuer Fragebogen"


def test_one_of_several_is_withdrawn_and_that_can_be_undone(client, edition):
    client.post(NEW, TYPED)
    client.post(NEW, TYPED | {"first_year": "2023", "text": "neues Gesetz", "kind": "rechtsaenderung"})
    page = client.post(f"{ONE}zurueckziehen/", {"version": "2"}, follow=True).text
    assert [each.first_year for each in own_breaks(edition)["anteil-a"]] == [2023]
    undo_last(client, page)
    assert [each.first_year for each in own_breaks(edition)["anteil-a"]] == [2022, 2023]
    client.post(f"{ONE}zurueckziehen/", {"version": "1"})
    assert len(own_breaks(edition)["anteil-a"]) == 2


def test_all_faults_are_named_at_once(client, edition):
    page = client.post(NEW, {"first_year": "bald", "areas": ["nirgends"]})
    assert page.status_code == 422
    assert {"code", "first_year", "kind", "text", "source", "areas"} <= page.context["form"].errors.keys()
    assert own_breaks(edition) == {}


def test_it_holds_for_the_chosen_areas_and_goes_into_the_folder(client, edition, tmp_path):
    client.post(NEW, TYPED | {"areas": ["probstadt:1"]})
    assert own_breaks(edition)["anteil-a"][0].areas == ("probstadt:1",)
    assert "nur: Ähren" in client.get("/hinweise/brueche/").text
    pack(portable(edition), tmp_path / "ordner.zip")
    assert unpack(tmp_path / "ordner.zip", tmp_path / "ordner") == ()
    assert read_folder(tmp_path / "ordner").monitoring.own_breaks == own_breaks(edition)


def test_only_the_two_offices_enter_breaks(browse, edition):
    assert browse(FB).get(NEW).status_code == 403
    assert browse(FB).post(NEW, TYPED).status_code == 403
    assert NEW not in browse(FB).get("/hinweise/brueche/").text
    assert browse(KO).get("/hinweise/brueche/eigene/anteil-a/7/").status_code == 404
    assert own_breaks(edition) == {}
