"""Targets of other areas and groups are proposed, changed, signed and taken away like the indicator's own."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from mehrklang.package import FurtherTarget
from mehrklang.planning.agreement import Stand, VoiceKind
from mehrklang_web.agenda.queries import points
from mehrklang_web.agreements.queries import matter, matters
from mehrklang_web.audit.actions import Installation
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.models import Draft
from mehrklang_web.editing.queries import last_step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.selection import queries
from mehrklang_web.selection.actions import set_further
from mehrklang_web.selection.further import matter_of
from tests.factories.shell import QUARTERS, TARGET
from tests.web.exchange.test_agreements_travel import travelled

KO, ST, PARTNER = Role.COORDINATION, Role.STATISTICS, Role.PARTNER
AREA = QUARTERS[0].key
TYPED = {"area": AREA, "base_value": "20", "base_year": "2020", "operator": "≥", "value": "40", "year": "2031"}
FURTHER = FurtherTarget(TARGET, AREA)
MATTER = matter_of("anteil-a", FURTHER)
NEW = ("selection:new_further", "anteil-a")
ONE = ("anteil-a", MATTER.place)


def row_of(edition):
    return queries.chosen_one(edition, "anteil-a")


@pytest.fixture
def proposed(edition):
    """An edition in which a quarter has a target of its own that nobody has signed."""
    set_further(chosen=row_of(edition), further=FURTHER, by=Installation())
    return edition


def sign(browse, edition, *roles):
    for role in roles:
        words = {"fassung": matter(edition, MATTER).version.fingerprint}
        answer = browse(role).post(matter(edition, MATTER).sign_address, words)
        assert answer.status_code == 302


@pytest.fixture
def signed(browse, proposed):
    """The same, signed by both offices."""
    sign(browse, proposed, KO, ST)
    return proposed


def test_the_target_of_a_quarter_is_proposed_in_a_form(browse, edition):
    client = browse(KO)
    assert "Ähren" in client.get(reverse(NEW[0], args=NEW[1:])).text
    page = client.post(reverse(NEW[0], args=NEW[1:]), TYPED, follow=True).text
    (further,) = row_of(edition).further
    assert (further.area, further.group, further.target.year, further.signed_by) == (AREA, "", 2031, ())
    assert "Zielwert für ein Gebiet oder eine Gruppe vorschlagen" in page
    assert "Es fehlt: Koordination und Statistik" in page


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"area": ""}, "Das ist der Zielwert des Indikators selbst"),
        ({}, "gibt es schon einen Zielwert"),
        ({"area": "anderswo"}, "keine gültige Auswahl"),
        ({"year": "2020"}, "muss nach dem Ausgangsjahr liegen"),
    ],
)
def test_what_cannot_be_is_refused_in_german(browse, proposed, fault, message):
    answer = browse(KO).post(reverse(NEW[0], args=NEW[1:]), TYPED | fault)
    assert answer.status_code == 422
    assert message in answer.text
    assert len(row_of(proposed).further) == 1


def test_it_holds_when_both_offices_have_signed_it(browse, proposed):
    sign(browse, proposed, KO)
    assert not row_of(proposed).further[0].holds
    assert [each.stand for each in matter(proposed, MATTER).positions] == [Stand.SIGNED, Stand.MISSING]
    sign(browse, proposed, ST)
    assert row_of(proposed).further[0].holds
    assert matter(proposed, MATTER).name == "Anteil A (Ähren)"
    assert [voice.name for voice in matter(proposed, MATTER).voices] == ["Person Koordination", "Person Statistik"]
    assert matter(proposed, replace(MATTER, area="")).holds, "the indicator's own target is a matter apart"


def test_whoever_changes_it_takes_the_signatures_off_and_the_history_stays(browse, signed):
    version = row_of(signed).version
    browse(KO).post(reverse("selection:further", args=ONE), TYPED | {"version": version})
    view = matter(signed, MATTER)
    assert [each.stand for each in view.positions] == [Stand.EARLIER, Stand.EARLIER]
    assert (len(view.voices), view.number) == (2, 2)
    assert {each.before for each in view.since} >= {"2030", "30"}
    page = browse(KO).get(view.address).text
    assert "galt für eine frühere Fassung" in page
    assert reverse("selection:further", args=ONE) in page


def test_a_refusal_takes_ones_own_signature_off(browse, signed):
    view = matter(signed, MATTER)
    browse(ST).post(view.refuse_address, {"fassung": view.version.fingerprint, "reason": "Zu früh."})
    assert row_of(signed).further[0].signed_by == ("Koordination",)
    assert matter(signed, MATTER).voices[-1].kind is VoiceKind.REFUSED


def test_the_second_of_two_editors_sees_both_targets(browse, proposed):
    address, version = reverse("selection:further", args=ONE), row_of(proposed).version
    client = browse(KO)
    client.post(address, TYPED | {"version": version})
    answer = client.post(address, TYPED | {"value": "55", "version": version})
    assert answer.status_code == 409
    assert "55" in answer.text
    assert row_of(proposed).further[0].target.value == 40


def test_it_is_taken_away_and_comes_back_with_its_signatures(browse, account, signed):
    """Undoing is a button of the message."""
    chosen = row_of(signed)
    client = browse(KO)
    client.post(reverse("selection:remove_further", args=ONE), {"version": chosen.version - 1})
    assert row_of(signed).further, "somebody has changed it since"
    client.post(reverse("selection:remove_further", args=ONE), {"version": chosen.version})
    assert not row_of(signed).further
    assert client.get(reverse("selection:further", args=ONE)).status_code == 404
    undo(step=last_step(chosen), by=account(KO))
    assert row_of(signed).further[0].holds
    assert matter(signed, MATTER).holds


def test_a_draft_is_offered_again(browse, proposed):
    client, address = browse(KO), reverse("selection:further", args=ONE)
    client.post(reverse("editing:draft"), TYPED | {"value": "77", "entwurf-seite": address})
    assert Draft.objects.filter(place=address).exists()
    assert "77" in client.get(address, {"entwurf": "1"}).text


def test_an_unsigned_one_is_a_point_of_the_agenda_and_no_more_when_it_is_signed(browse, proposed):
    core = next(each for each in matters(proposed) if not each.matter.code)
    sign_core = {"fassung": core.version.fingerprint}
    for role in (KO, ST):
        browse(role).post(core.sign_address, sign_core)
    wanted = "Zielwert: Anteil A (Ähren)"
    assert wanted in {each.title for each in points(proposed, date(2026, 6, 1))}
    sign(browse, proposed, KO, ST)
    assert wanted not in {each.title for each in points(proposed, date(2026, 6, 1))}


@pytest.mark.parametrize(("role", "seen"), [(ST, True), (PARTNER, False)])
def test_a_proposal_is_a_working_value(browse, proposed, role, seen):
    client, address = browse(role), matter(proposed, MATTER).address
    assert ("Ähren" in client.get(reverse("selection:indicator", args=["anteil-a"])).text) is seen
    assert (client.get(address).status_code == 200) is seen


def test_it_falls_with_the_core_set_and_is_told_there(browse, edition):
    before = matters(edition)[0].version.fingerprint
    set_further(chosen=row_of(edition), further=FURTHER, by=Installation())
    core = matters(edition)[0]
    assert core.version.fingerprint != before
    assert "Zielwert: Anteil A (Ähren)" in browse(KO).get(core.address).text


def test_signatures_with_names_and_days_go_out_with_the_folder_and_come_in(signed, tmp_path):
    other, _ = travelled(signed, tmp_path / "ordner")
    assert portable(other).agreements == portable(signed).agreements
    assert row_of(other).further == row_of(signed).further
    assert matter(other, MATTER).holds
    assert matter(other, MATTER).voices == matter(signed, MATTER).voices


def test_a_target_that_was_changed_in_the_folder_by_hand_has_lost_its_signatures(signed, tmp_path):
    going = portable(signed)
    later = replace(row_of(signed).further[0], target=replace(TARGET, year=2032))
    chosen = tuple(
        replace(each, further_targets=(later,)) if each.further_targets else each for each in going.selection
    )
    other = take_in(monitoring=replace(going, selection=chosen, edition="2027"), phase=Phase.CONCEPT, by=Installation())
    assert row_of(other).further[0].signed_by == ()
    assert [each.stand for each in matter(other, MATTER).positions] == [Stand.EARLIER, Stand.EARLIER]
