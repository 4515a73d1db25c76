"""Two signatures: they hold for the version that both offices have signed, and a change takes them off by itself."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.planning import Matter, MatterKind
from mehrklang.planning.agreement import Stand
from mehrklang_web.agreements import queries
from mehrklang_web.agreements.actions import sign as sign_version
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues.actions import keep_own
from mehrklang_web.catalogues.models import OwnIndicator
from mehrklang_web.people.models import Role
from mehrklang_web.selection.actions import set_target
from mehrklang_web.selection.queries import chosen_one
from tests.factories.shell import TARGET, indicator

KO, ST, PA, LE = Role.COORDINATION, Role.STATISTICS, Role.PARTNER, Role.LEADERSHIP
CORE = Matter(MatterKind.CORE_SET)
DEFINITION = Matter(MatterKind.DEFINITION, "anteil-a")
A_TARGET, B_TARGET = Matter(MatterKind.TARGET, "anteil-a"), Matter(MatterKind.TARGET, "anteil-b")


def view_of(edition, matter):
    found = queries.matter(edition, matter)
    assert found is not None
    return found


def stands(edition, matter):
    return [each.stand for each in view_of(edition, matter).positions]


def arguments(matter):
    return [each for each in (matter.kind.value, matter.code) if each]


def sign(browse, edition, role, matter, **more):
    words = {"fassung": view_of(edition, matter).version.fingerprint, **more}
    return browse(role).post(reverse("agreements:sign", args=arguments(matter)), words, follow=True)


def refuse(browse, edition, role, matter, reason):
    words = {"fassung": view_of(edition, matter).version.fingerprint, "reason": reason}
    return browse(role).post(reverse("agreements:refuse", args=arguments(matter)), words)


def redefine(edition, **words):
    """The office changes its own definition of the indicator."""
    kept = OwnIndicator.objects.get(edition=edition, code="anteil-a")
    definition = replace(indicator("anteil-a", "Anteil A"), **words)
    keep_own(edition=edition, definition=definition, seen=kept.version, by=Installation())


@pytest.fixture
def signed(browse, edition):
    """Both offices have signed the core set, with all that is in it."""
    for role in (KO, ST):
        sign(browse, edition, role, CORE, alles="1")
    return edition


def test_both_offices_sign_the_core_set_and_all_that_is_in_it_on_one_page(signed):
    assert all(view.holds for view in queries.matters(signed))
    assert [voice.name for voice in view_of(signed, CORE).voices] == ["Person Koordination", "Person Statistik"]


def test_one_signature_is_a_proposal(browse, edition):
    sign(browse, edition, KO, DEFINITION)
    assert stands(edition, DEFINITION) == [Stand.SIGNED, Stand.MISSING]
    assert stands(edition, CORE) == [Stand.MISSING, Stand.MISSING]


def test_a_changed_own_definition_takes_both_signatures_off_and_says_what_changed(browse, signed):
    redefine(signed, denominator="Erwachsene")
    assert stands(signed, DEFINITION) == stands(signed, CORE) == [Stand.EARLIER, Stand.EARLIER]
    assert view_of(signed, A_TARGET).holds
    (change,) = view_of(signed, CORE).since
    assert change.words == "Definition von „Anteil A“ geändert: Nenner"
    assert (change.before, change.after) == ("alle Menschen", "Erwachsene")
    page = browse(KO).get(view_of(signed, CORE).address).content.decode()
    assert "galt für eine frühere Fassung" in page
    assert "Definition von „Anteil A“ geändert: Nenner" in page
    assert view_of(signed, CORE).number == 2


def test_after_a_change_both_sign_again_and_the_history_stays(browse, signed):
    redefine(signed, denominator="Erwachsene")
    for role in (KO, ST):
        sign(browse, signed, role, CORE, alles="1")
    assert view_of(signed, CORE).holds
    assert view_of(signed, DEFINITION).holds
    assert len(view_of(signed, CORE).history) == 4
    redefine(signed)
    assert view_of(signed, CORE).holds, "what was signed before and is so again needs no new signature"


def test_a_changed_target_takes_its_signatures_and_those_of_the_core_set_off(signed):
    row = chosen_one(signed, "anteil-a")
    set_target(chosen=row, target=replace(TARGET, year=2031), by=Installation())
    assert stands(signed, A_TARGET) == [Stand.EARLIER, Stand.EARLIER]
    (change,) = view_of(signed, CORE).since
    assert (change.words, change.before, change.after) == ("Zielwert von „Anteil A“ geändert: Jahr", "2030", "2031")
    assert view_of(signed, B_TARGET).holds


def test_signing_a_target_here_is_signing_it_on_its_own_page_and_the_other_way_round(browse, edition):
    assert stands(edition, B_TARGET) == [Stand.SIGNED, Stand.MISSING]
    sign(browse, edition, ST, B_TARGET)
    assert chosen_one(edition, "anteil-b").agreed_target.holds
    assert view_of(edition, B_TARGET).holds


def test_a_target_that_is_changed_and_changed_back_is_signed_nowhere(signed):
    """The two pages never disagree."""
    row = chosen_one(signed, "anteil-a")
    for value in (Decimal(31), Decimal(30)):
        set_target(chosen=row, target=replace(TARGET, value=value), by=Installation())
    assert not chosen_one(signed, "anteil-a").agreed_target.holds
    assert stands(signed, A_TARGET) == [Stand.EARLIER, Stand.EARLIER]


def test_a_refusal_needs_a_reason_takes_the_signature_back_and_is_seen_by_staff_only(browse, signed):
    assert refuse(browse, signed, ST, A_TARGET, " ").status_code == 422
    assert view_of(signed, A_TARGET).holds
    refuse(browse, signed, ST, A_TARGET, "Zu ehrgeizig.")
    assert stands(signed, A_TARGET) == [Stand.SIGNED, Stand.REFUSED]
    assert not chosen_one(signed, "anteil-a").agreed_target.holds
    address = view_of(signed, A_TARGET).address
    assert "Zu ehrgeizig." in browse(KO).get(address).content.decode()
    assert browse(PA).get(address).status_code == 404
    refuse(browse, signed, KO, CORE, "Zu viele.")
    assert "Zu viele." not in browse(PA).get(view_of(signed, CORE).address).content.decode()
    sign(browse, signed, ST, A_TARGET)
    assert view_of(signed, A_TARGET).holds, "who has refused may still sign"


def test_who_signs_has_read_what_is_signed(browse, edition):
    words = {"fassung": view_of(edition, CORE).version.fingerprint}
    redefine(edition, numerator="Menschen mit bezahlter Arbeit")
    answer = browse(KO).post(reverse("agreements:sign", args=["kernset"]), words, follow=True)
    assert "Bitte lesen Sie die neue Fassung" in answer.content.decode()
    assert stands(edition, CORE) == [Stand.MISSING, Stand.MISSING]
    browse(KO).post(reverse("agreements:refuse", args=["kernset"]), {**words, "reason": "Nein."})
    assert stands(edition, CORE) == [Stand.MISSING, Stand.MISSING]


def test_a_target_that_changes_in_the_same_moment_is_not_signed(edition, account):
    """The voice stays with the version that was read."""
    read = view_of(edition, B_TARGET).version
    set_target(chosen=chosen_one(edition, "anteil-b"), target=replace(TARGET, year=2031), by=Installation())
    sign_version(edition=edition, version=read, by=account(ST))
    assert not chosen_one(edition, "anteil-b").agreed_target.signatures.exists()
    assert stands(edition, B_TARGET)[1] is Stand.EARLIER


@pytest.mark.parametrize("role", [PA, LE])
def test_a_target_that_does_not_hold_is_not_shown_before_its_time(browse, edition, role):
    page = browse(role).get(reverse("agreements:overview")).content.decode()
    assert "/zielwert/anteil-a/" in page
    assert "/zielwert/anteil-b/" not in page
    core = browse(role).get(view_of(edition, CORE).address).content.decode()
    assert "Zielwert" not in core.split('id="fassung"')[-1].split("<footer")[0] or 'id="fassung"' not in core


def test_the_list_shows_only_what_is_open_if_asked(browse, signed):
    redefine(signed, denominator="Erwachsene")
    page = browse(KO).get(reverse("agreements:overview"), {"zeigen": "offen"}).content.decode()
    assert "/definition/anteil-a/" in page
    assert "/definition/anteil-b/" not in page


def test_what_is_no_matter_of_the_edition_is_not_found(browse, edition):
    for kind, code in (("unfug", "anteil-a"), ("definition", "gibt-es-nicht"), ("kernset", "anteil-a")):
        assert browse(KO).get(reverse("agreements:matter", args=[kind, code])).status_code == 404
