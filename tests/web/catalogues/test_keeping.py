"""Catalogues of others come in, indicators are retired, and all of it goes with the folder."""

import base64
from dataclasses import replace
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.catalogue import Match, MatchDegree
from mehrklang.package import read_folder, write_folder
from mehrklang.package.catalogue_sheet import template, toml_template
from mehrklang.report.workbook import workbook_bytes
from mehrklang.vocabulary.retirement import Retirement
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues import queries
from mehrklang_web.catalogues.actions import InUseError, keep_own, remove_catalogue, retire
from mehrklang_web.catalogues.models import OwnIndicator, RetiredIndicator, TakenCatalogue
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.conflict import ConflictError
from mehrklang_web.editing.models import Step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.results.assembly import monitoring_of
from mehrklang_web.selection.actions import propose
from mehrklang_web.selection.catalogue import definitions
from tests.factories import shell

pytestmark = pytest.mark.django_db

WORKBOOK = workbook_bytes("Katalog", template())
REASON = {"day": "2026-05-31", "why": "Wird nicht mehr erhoben.", "successor": "auslaenderanteil"}


def upload(client, data, name):
    return client.post(reverse("catalogues:import"), {"file": SimpleUploadedFile(name, data)})


def confirm(client, data, name="k.xlsx"):
    sent = {"name": name, "inhalt": base64.b64encode(data).decode()}
    return client.post(reverse("catalogues:import"), sent, follow=True)


@pytest.mark.parametrize(("data", "name"), [(WORKBOOK, "k.xlsx"), (toml_template().encode(), "k.toml")])
def test_a_catalogue_of_others_is_shown_first_and_then_taken_in(browse, edition, data, name):
    """It can be browsed, mapped and used like any other."""
    client = browse(Role.STATISTICS)
    shown = upload(client, data, name)
    assert shown.status_code == 200
    assert not TakenCatalogue.objects.exists()
    assert "Kinder mit Platz" in confirm(client, data, name).content.decode()
    [own] = [each for each in queries.own_indicators(edition) if each.catalogue == "kgst-2"]
    assert own.code in definitions(edition)
    table = client.get(reverse("catalogues:between"), {"von": "kgst-2", "zu": "mehrklang"}).context["table"]
    assert [line.other.code for line in table.lines] == ["betreuungsquote-3-bis-5"]


def test_a_catalogue_goes_again_when_nothing_uses_it_and_says_what_does(browse, edition):
    """Removing is a step that can be undone; what is chosen, proposed or retired holds it back."""
    client = browse(Role.COORDINATION)
    confirm(client, WORKBOOK)
    [own] = TakenCatalogue.objects.get().indicators
    step = propose(edition=edition, code=own.code, by=Installation())
    address = reverse("catalogues:remove", args=["kgst-2"])
    said = client.post(address, follow=True).content.decode()
    assert f"als Kandidat vorgeschlagen: {own.name}" in said
    assert TakenCatalogue.objects.exists()
    undo(step=step, by=Installation())
    assert "ist entfernt" in client.post(address, follow=True).content.decode()
    assert not TakenCatalogue.objects.exists()
    undo(step=Step.objects.order_by("pk").last(), by=Installation())
    assert TakenCatalogue.objects.get().indicators == (own,)


def test_an_own_indicator_that_is_derived_from_a_catalogue_holds_it_back(browse, edition):
    confirm(browse(Role.STATISTICS), WORKBOOK)
    kept = TakenCatalogue.objects.get()
    [foreign] = kept.indicators
    own = replace(shell.indicator("eigen", "Eigener"), matches=(Match(foreign.code, MatchDegree.CLOSE),))
    keep_own(edition=edition, definition=own, seen=0, by=Installation())
    with pytest.raises(InUseError, match="Entsprechung von „Eigener“"):
        remove_catalogue(kept=kept, by=Installation())


def test_a_catalogue_that_is_read_in_again_replaces_the_first(browse, edition):
    """As a step that can be undone."""
    client = browse(Role.COORDINATION)
    confirm(client, WORKBOOK)
    better = [list(row) for row in template()]
    better[9][1] = "Besserer Name"
    data = workbook_bytes("Katalog", better)
    assert "Diesen Katalog gibt es schon" in upload(client, data, "k.xlsx").content.decode()
    confirm(client, data)
    assert [each.name for each in TakenCatalogue.objects.get().indicators] == ["Besserer Name"]


def test_faults_of_a_file_are_told_and_nothing_is_kept(browse):
    """All at once."""
    client = browse(Role.COORDINATION)
    broken = [list(row) for row in template()]
    broken[9][5], broken[9][8] = "Stück", "seitwärts"
    answer = upload(client, workbook_bytes("x", broken), "k.xlsx")
    assert answer.status_code == 422
    assert {issue.column for issue in answer.context["reading"].issues} == {"Einheit", "Richtung"}
    assert "nichts einzulesen" in confirm(client, b"quatsch").content.decode()
    assert not TakenCatalogue.objects.exists()


@pytest.mark.parametrize("name", ["template", "toml_template"])
def test_the_templates_can_be_loaded(browse, name):
    """By everybody who reads."""
    answer = browse(Role.PARTNER).get(reverse(f"catalogues:{name}"))
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.DEPARTMENT, Role.LEADERSHIP])
def test_only_the_offices_change_the_catalogue(browse, role):
    """Reading is for all."""
    client = browse(role)
    assert client.get(reverse("catalogues:import")).status_code == 403
    assert client.post(reverse("catalogues:retire", args=["anteil-a"]), REASON).status_code == 403


def test_a_retired_indicator_is_not_offered_and_stays_readable(browse, edition):
    """With day, reason and successor on its sheet."""
    client = browse(Role.COORDINATION)
    client.post(reverse("catalogues:retire", args=["anteil-a"]), {**REASON, "version": "0"})
    page = client.get(reverse("catalogues:browse"), {"katalog": "eigene"})
    assert [line.definition.code for line in page.context["lines"]] == ["anteil-b"]
    with_retired = client.get(reverse("catalogues:browse"), {"katalog": "eigene", "stillgelegt": "1"})
    assert len(with_retired.context["lines"]) == 2
    text = client.get(reverse("catalogues:sheet", args=["anteil-a"])).content.decode()
    assert "Stillgelegt ab 31.05.2026" in text
    assert "Wird nicht mehr erhoben." in text
    assert "Als Kandidat vorschlagen" not in text
    assert client.get(reverse("interpretation:indicator", args=["anteil-a"])).status_code == 200
    client.post(reverse("catalogues:offer_again", args=["anteil-a"]))
    assert queries.retired(edition) == {}


def test_retiring_asks_for_a_reason_and_a_successor_that_exists(browse):
    """A fault is shown at its field."""
    sent = {"day": "gestern", "why": "", "successor": "gibt-es-nicht"}
    answer = browse(Role.COORDINATION).post(reverse("catalogues:retire", args=["anteil-a"]), sent)
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"day", "why", "successor"}


def test_two_who_retire_the_same_see_both_texts(browse):
    """Nothing is lost."""
    client, address = browse(Role.COORDINATION), reverse("catalogues:retire", args=["anteil-b"])
    client.post(address, {**REASON, "version": "0"})
    conflict = client.post(address, {**REASON, "why": "Anderer Grund.", "version": "0"})
    assert conflict.status_code == 409
    assert RetiredIndicator.objects.get().why == "Wird nicht mehr erhoben."


def test_an_own_indicator_keeps_its_versions(edition):
    """Each says what changed; undoing takes the last one back."""
    one = replace(shell.indicator("neu", "Neu"), versions=())
    keep_own(edition=edition, definition=one, seen=0, by=Installation())
    step = keep_own(edition=edition, definition=replace(one, name="Neuer"), seen=1, by=Installation())
    value = OwnIndicator.objects.get(code="neu").to_value()
    assert [(each.number, each.change) for each in value.versions] == [
        (1, "angelegt"),
        (2, "Name: „Neuer“ statt „Neu“"),
    ]
    with pytest.raises(ConflictError):
        keep_own(edition=edition, definition=replace(one, name="Dritter"), seen=1, by=Installation())
    undo(step=step, by=Installation())
    assert len(OwnIndicator.objects.get(code="neu").to_value().versions) == 1


def test_the_whole_goes_with_the_folder_and_comes_back(browse, edition, tmp_path):
    """Own versions, catalogues of others, retirements: nothing is lost between two installations."""
    confirm(browse(Role.COORDINATION), WORKBOOK)
    own = shell.indicator("neu", "Neu")
    keep_own(edition=edition, definition=own, seen=0, by=Installation())
    gone = Retirement("A. Muster", date(2026, 5, 31), "zu selten", "auslaenderanteil")
    retire(edition=edition, definition=own, retirement=gone, by=Installation())
    given = replace(monitoring_of(edition), data=(), published=(), interpretations={})
    write_folder(given, tmp_path / "ordner")
    reading = read_folder(tmp_path / "ordner")
    assert reading.monitoring is not None, reading.issues
    again = monitoring_of(take_in(monitoring=reading.monitoring, phase=Phase.CONCEPT, by=Installation()))
    for name in ("catalogues", "retired_indicators"):
        assert getattr(again, name) == getattr(given, name), name
    assert {each.code: each for each in again.own_indicators} == {each.code: each for each in given.own_indicators}


def test_a_retired_indicator_cannot_be_proposed(browse, edition):
    """Whoever posts it all the same is told."""
    gone = Retirement("A. Muster", date(2026, 5, 31), "zu selten")
    retire(edition=edition, definition=definitions(edition)["duldung"], retirement=gone, by=Installation())
    answer = browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": "duldung"}, follow=True)
    assert "wird nicht mehr zur Auswahl angeboten" in answer.content.decode()


def test_an_indicator_of_another_catalogue_can_be_proposed(browse, edition):
    """Also one that is only described."""
    answer = browse(Role.COORDINATION).post(reverse("selection:propose"), {"indicator": "intmk-d1"}, follow=True)
    assert answer.status_code == 200
    assert "unter den Kandidaten" in answer.content.decode()
