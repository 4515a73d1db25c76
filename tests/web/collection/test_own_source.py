"""A source of the office's own is changed on the web: nothing is loosened without a word, and others are told."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.urls import reverse

from mehrklang.catalogue import Cadence
from mehrklang.package import read_folder
from mehrklang.package.archive import pack, unpack
from mehrklang.planning import SharedKind
from mehrklang.vocabulary import Material
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.catalogues.actions import change_source, keep_own, take_over
from mehrklang_web.catalogues.models import OwnIndicator, OwnSource
from mehrklang_web.collection.own_source_form import initial_of_source
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.sharing.queries import news_of
from mehrklang_web.sharing.rules import Named
from tests.factories import shell

BY = Installation()
ADDRESS = "/quellen/quelle/probe/bearbeiten/"
ANSWERED = {
    "geheimhaltung-gesehen": "ja",
    "geheimhaltung-reason": "Für Bestandszahlen genügt es.",
    "geheimhaltung-legal_basis": "§ 4 der Statistiksatzung",
}
"""What is asked before looser rules hold."""


@pytest.fixture
def kept(edition):
    return OwnSource.objects.get(edition=edition, key="probe")


def typed(kept, **more):
    """What the form sends: everything as it is, and what was typed anew."""
    shown = initial_of_source(kept.to_value())
    sent = {name: getattr(value, "value", value) for name, value in shown.items() if value not in (None, "")}
    return sent | {"version": kept.version} | more


def saved(edition):
    return OwnSource.objects.get(edition=edition, key="probe").to_value()


def raw(kept, rule_set):
    """The source now holds figures that are counted and protected here."""
    source = replace(kept.to_value(), material=Material.ADDITIVE, rule_set=rule_set)
    change_source(kept=kept, source=source, seen=kept.version, by=BY)
    kept.refresh_from_db()


def test_saving_what_is_shown_changes_nothing(browse, edition, kept):
    browse(Role.COORDINATION).post(reverse("collection:edit_own_source", args=["probe"]), typed(kept))
    assert saved(edition) == shell.SOURCE


def test_what_is_changed_holds_travels_with_the_folder_and_can_be_undone(browse, edition, kept, tmp_path):
    client = browse(Role.COORDINATION)
    more = {
        "name": "Probestatistik neu",
        "holder": "Amt 4",
        "cadence": "jaehrlich",
        "months": "7",
        "day": "15",
        "effort_hours": "2,5",
        "effort_basis": "2025 aufgeschrieben",
        "rounding": "5",
    }
    page = client.post(ADDRESS, typed(kept, **more), follow=True).text
    source = saved(edition)
    assert "Die Quelle „Probestatistik neu“ ist geändert." in page
    assert (source.name, source.rounding, source.supply.holder) == ("Probestatistik neu", 5, "Amt 4")
    assert (source.supply.cadence, source.supply.effort_hours) == (Cadence.YEARLY, Decimal("2.5"))
    pack(portable(edition), tmp_path / "ordner.zip")
    assert unpack(tmp_path / "ordner.zip", tmp_path / "ordner") == ()
    assert read_folder(tmp_path / "ordner").monitoring.own_sources == (source,)
    undo = page.split('class="messages__undo" method="post" action="')[1].split('"')[0]
    client.post(undo, {"zurueck": "/quellen/"})
    assert saved(edition) == shell.SOURCE


def test_hours_need_their_basis_and_all_faults_are_named_at_once(browse, edition, kept):
    raw(kept, "mindestfallzahl-5")
    before = saved(edition)
    more = {"name": "", "effort_hours": "3", "months": "7", "rounding": "viel", "rule_set": "mindestfallzahl-3"}
    page = browse(Role.STATISTICS).post(ADDRESS, typed(kept, **more))
    assert page.status_code == 422
    for sentence in (
        "worauf die Stunden beruhen",
        "Bitte Monat und Tag angeben",
        "Bitte eine ganze Zahl angeben",
        "Bitte begründen",
    ):
        assert sentence in page.text
    assert saved(edition) == before


def test_looser_rules_need_a_reason_that_stands_in_the_protokoll(browse, edition, kept):
    raw(kept, "mindestfallzahl-5")
    client = browse(Role.STATISTICS)
    page = client.post(ADDRESS, typed(kept, rule_set="mindestfallzahl-3"))
    assert page.status_code == 422
    assert "Mindestfallzahl 3 statt 5" in page.text
    more = {"rule_set": "mindestfallzahl-3", "reason": "Beschluss der Statistikstelle vom 3.2."}
    assert "Die Geheimhaltung würde gelockert" in client.post(ADDRESS, typed(kept, **more)).text
    client.post(ADDRESS, typed(kept, **more) | ANSWERED)
    assert saved(edition).rule_set == "mindestfallzahl-3"
    assert "Begründung: Beschluss der Statistikstelle" in Entry.objects.filter(did="Eigene Quelle geändert").first().new


def test_looser_rules_for_raw_figures_are_for_the_statistics_office_to_decide(browse, edition, kept):
    raw(kept, "mindestfallzahl-5")
    client = browse(Role.COORDINATION)
    page = client.post(ADDRESS, typed(kept, rule_set="mindestfallzahl-3", reason="Es wäre bequemer."))
    assert page.status_code == 422
    assert "bestimmt das die Statistikstelle" in page.text
    assert "würde strenger" in client.post(ADDRESS, typed(kept, rule_set="mindestfallzahl-10")).text
    client.post(ADDRESS, typed(kept, rule_set="mindestfallzahl-10") | {"geheimhaltung-gesehen": "ja"})
    assert saved(edition).rule_set == "mindestfallzahl-10"


def test_the_kind_of_its_material_cannot_be_sent_along(browse, edition, kept):
    raw(kept, "mindestfallzahl-5")
    browse(Role.STATISTICS).post(ADDRESS, typed(kept, material="veroeffentlicht", note="neu"))
    assert (saved(edition).material, saved(edition).note) == (Material.ADDITIVE, "neu")


def test_two_who_change_it_at_once_see_both_texts(browse, edition, kept):
    change_source(kept=kept, source=replace(shell.SOURCE, producer="Amt für Zahlen"), seen=kept.version, by=BY)
    earlier = typed(kept, producer="Landesamt, Abteilung 3") | {"version": 1}
    page = browse(Role.STATISTICS).post(ADDRESS, earlier)
    assert page.status_code == 409
    assert "Amt für Zahlen" in page.text
    assert "Landesamt, Abteilung 3" in page.text
    assert saved(edition).producer == "Amt für Zahlen"


def test_a_shared_source_becomes_a_version_that_the_other_monitor_is_told_of(browse, edition, kept, tmp_path):
    second = take_in(monitoring=shell.second_monitoring(tmp_path / "zweiter"), phase=Phase.CONCEPT, by=BY)
    take_over(edition=second, named=Named(SharedKind.SOURCE, "probe"), other=edition, by=BY)
    browse(Role.COORDINATION).post(f"/ausgabe/{edition.pk}{ADDRESS}", typed(kept, licence="dl-de/by-2-0"))
    [news] = news_of(second)
    assert "Lizenz: „dl-de/by-2-0“ statt „frei“" in news.version.change
    assert saved(second).licence == "frei"
    assert news_of(edition) == ()


def test_only_own_sources_have_the_form_and_only_the_two_offices_open_it(browse, kept):
    assert browse(Role.COORDINATION).get("/quellen/quelle/melderegister/bearbeiten/").status_code == 404
    assert browse(Role.DEPARTMENT).get(ADDRESS).status_code == 403
    assert ADDRESS in browse(Role.COORDINATION).get("/quellen/quelle/probe/").text
    assert ADDRESS not in browse(Role.DEPARTMENT).get("/quellen/quelle/probe/").text


def test_rules_that_are_stricter_than_those_of_an_indicator_are_refused(browse, edition, kept):
    """Its own rules would be looser than its source's, and the folder could no longer be read."""
    raw(kept, "mindestfallzahl-3")
    row = OwnIndicator.objects.get(edition=edition, code="anteil-a")
    own = replace(row.to_value(), rule_set="mindestfallzahl-5")
    keep_own(edition=edition, definition=own, seen=row.version, by=BY)
    page = browse(Role.STATISTICS).post(ADDRESS, typed(kept, rule_set="mindestfallzahl-10"))
    assert page.status_code == 422
    assert "Die eigenen Regeln des Indikators „Anteil A“ wären dann lockerer." in page.text
