"""A delivery to a source that two monitors use is uploaded once: the other one takes it over, checked as any other."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.planning import SharedKind
from mehrklang.vocabulary import Material
from mehrklang_web.audit.actions import Installation
from mehrklang_web.catalogues.actions import keep_source, take_over
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.elsewhere import elsewhere, used_by, withdrawn_elsewhere
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.deliveries.trying import Told
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.monitors.addressing import looking_at
from mehrklang_web.monitors.models import Phase
from mehrklang_web.people.models import Role
from mehrklang_web.sharing.rules import Named
from tests.factories import shell

pytestmark = pytest.mark.django_db
BY = Installation()


@pytest.fixture
def second(edition, trials, tmp_path):
    """A second monitor that holds the source of the first one together with it."""
    found = take_in(monitoring=shell.second_monitoring(tmp_path / "zweiter"), phase=Phase.CONCEPT, by=BY)
    take_over(edition=found, named=Named(SharedKind.SOURCE, "probe"), other=edition, by=BY)
    return found


def take(client, edition, delivery):
    with looking_at(edition.pk):
        return client.post(reverse("deliveries:take", args=[delivery.pk]), follow=True)


def test_the_other_monitor_takes_it_over_in_one_act_and_the_bytes_lie_there_once(browse, edition, second):
    [found] = elsewhere(second)
    with looking_at(second.pk):
        listed = browse(Role.STATISTICS).get(reverse("deliveries:list")).content.decode()
    assert "aus „Probemonitoring“" in listed
    said = take(browse(Role.STATISTICS), second, found.delivery).content.decode()
    assert "aus „Probemonitoring“ ist geprüft und übernommen." in said
    [own] = in_use(second)
    assert (own.path, own.note) == (found.delivery.path, "aus dem Monitor „Probemonitoring“")
    assert own.rows > 0
    assert used_by(own) == ("Probemonitoring",)
    assert used_by(found.delivery) == ("Sozialmonitoring",)
    assert elsewhere(second) == elsewhere(edition) == ()
    assert not Trial.objects.exists()


def test_it_is_checked_as_any_other_and_whoever_may_not_accept_only_tries_it(browse, edition, second):
    [found] = elsewhere(second)
    said = take(browse(Role.DEPARTMENT), second, found.delivery)
    assert "Bitte entscheiden Sie hier." in said.content.decode()
    assert in_use(second) == []
    assert Trial.objects.get(edition=second).rows > 0


def test_a_correction_there_corrects_here_too_and_a_withdrawal_is_told(browse, edition, second):
    client = browse(Role.STATISTICS)
    [found] = elsewhere(second)
    take(client, second, found.delivery)
    content = shell.delivery().replace(";600\n", ";601\n").encode()
    upload = SimpleUploadedFile("probe-neu.csv", content)
    trial = actions.try_file(edition=edition, upload=upload, told=Told(shell.SOURCE), by=BY).trial
    newer = actions.accept(trial=trial, note="Korrektur", replaces=found.delivery, by=BY)
    [offered] = elsewhere(second)
    assert (offered.delivery, offered.replaces) == (newer, in_use(second)[0])
    take(client, second, newer)
    waits = Trial.objects.filter(edition=second).first()
    if waits is not None:
        actions.accept(trial=waits, note="Korrektur", replaces=offered.replaces, by=BY)
    assert [each.sha256 for each in in_use(second)] == [newer.sha256]
    actions.withdraw(delivery=newer, reason="Falsches Jahr", by=BY)
    assert [(each.title, each.reason) for each in withdrawn_elsewhere(second)] == [("Probemonitoring", "Falsches Jahr")]


def test_a_file_never_comes_in_under_weaker_protection_than_there(browse, edition, trials, tmp_path):
    """A source that is additive here or there, and published in the other, has to be brought together first."""
    second = take_in(monitoring=shell.second_monitoring(tmp_path / "zweiter"), phase=Phase.CONCEPT, by=BY)
    other = replace(shell.SOURCE, material=Material.ADDITIVE, rule_set="mindestfallzahl-3")
    keep_source(edition=second, source=other, by=BY)
    take_over(edition=second, named=Named(SharedKind.SOURCE, "probe"), other=edition, by=BY)
    [found] = elsewhere(second)
    assert "anderer Geheimhaltung" in found.refused
    assert found.refused in take(browse(Role.STATISTICS), second, found.delivery).content.decode()
    assert not Delivery.objects.filter(edition=second).exists()


def test_a_file_that_waits_in_another_edition_is_not_thrown_away_with_this_one(edition, second):
    content = shell.delivery().replace(";600\n", ";602\n").encode()
    one, other = (
        actions.try_file(
            edition=each, upload=SimpleUploadedFile("neu.csv", content), told=Told(shell.SOURCE), by=BY
        ).trial
        for each in (edition, second)
    )
    actions.reject(trial=one, reason="", by=BY)
    assert Trial.objects.get(pk=other.pk).path.exists()
    actions.reject(trial=other, reason="", by=BY)
    assert not other.path.exists()
