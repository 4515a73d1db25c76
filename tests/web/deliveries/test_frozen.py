"""Frozen deliveries: withdrawn with a trace, replaced in a chain, given out as they came, proved by their checksum."""

import os
import stat
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.urls import reverse
from django.utils import timezone

from mehrklang_web.audit.acting import acting
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.arrival import ARRIVING, ChangedBytesError, freeze, set_down
from mehrklang_web.deliveries.models import Delivery, State, Trial
from mehrklang_web.deliveries.queries import chain_of, in_use
from mehrklang_web.interpretation.queries import lines
from mehrklang_web.interpretation.standing import Standing
from mehrklang_web.people.models import Role
from mehrklang_web.results.actions import freeze as freeze_results
from mehrklang_web.results.queries import latest_run, overtaken
from tests.factories import shell
from tests.factories.uploads import tried

GOOD = shell.delivery().replace(";60\n", ";61\n")
WRONG = shell.delivery().replace(";60\n", ";sechzig\n")


@pytest.fixture
def frozen(settings, tmp_path):
    """A folder of its own for accepted files, beside those of the stage."""
    first = Delivery.objects.get().path
    settings.DELIVERIES = tmp_path / "lieferungen"
    target = Delivery.objects.get().path
    target.parent.mkdir(parents=True)
    target.write_bytes(first.read_bytes())
    return settings.DELIVERIES


def accepted(client, content=GOOD, name="neu.csv", **said):
    trial = tried(client, content, name=name)
    answer = client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "geprüft", **said})
    assert answer.status_code == 302, answer.content.decode()
    return Delivery.objects.get(name=name)


def test_a_withdrawn_delivery_is_not_computed_with_and_keeps_its_trace(browse, edition, trials, frozen):
    client, old = browse(Role.STATISTICS), Delivery.objects.get()
    assert not overtaken(edition, latest_run(edition))
    answer = client.post(reverse("deliveries:withdraw", args=[old.pk]), {"reason": "Falscher Stichtag"})
    assert answer.status_code == 302
    old.refresh_from_db()
    assert (old.state, old.withdrawn_reason, old.withdrawn_who) == (
        State.WITHDRAWN,
        "Falscher Stichtag",
        "Person Statistik",
    )
    assert in_use(edition) == []
    assert old.path.exists()
    assert (Entry.objects.first().did, Entry.objects.first().new) == ("Lieferung zurückgezogen", "Falscher Stichtag")
    assert overtaken(edition, latest_run(edition))
    page = client.get(reverse("deliveries:delivery", args=[old.pk])).content.decode()
    assert "Falscher Stichtag" in page
    assert "zurückgezogen" in page


def test_what_was_interpreted_with_a_withdrawn_delivery_is_stale_once_results_are_kept_anew(
    browse, edition, trials, frozen
):
    client, old = browse(Role.STATISTICS), Delivery.objects.get()
    accepted(client)
    assert next(iter(lines(edition, working_values=True))).standing is Standing.VALID
    client.post(reverse("deliveries:withdraw", args=[old.pk]), {"reason": "Falscher Stichtag"})
    freeze_results(edition=edition, by=Installation())
    assert next(iter(lines(edition, working_values=True))).standing is Standing.STALE
    assert not overtaken(edition, latest_run(edition))


@pytest.mark.parametrize(("role", "code"), [(Role.DEPARTMENT, 403), (Role.PARTNER, 403), (Role.COORDINATION, 302)])
def test_withdrawing_is_for_those_who_accept(browse, frozen, role, code):
    address = reverse("deliveries:withdraw", args=[Delivery.objects.get().pk])
    assert browse(role).post(address, {"reason": "weil"}).status_code == code


def test_nothing_is_withdrawn_without_a_reason_or_twice(browse, edition, frozen):
    client, old = browse(Role.STATISTICS), Delivery.objects.get()
    address = reverse("deliveries:withdraw", args=[old.pk])
    assert client.post(address, {"reason": " "}).status_code == 422
    assert in_use(edition) == [old]
    client.post(address, {"reason": "weil"})
    answer = client.post(address, {"reason": "noch einmal"})
    assert answer.status_code == 422
    assert "wird schon nicht mehr verwendet" in answer.content.decode()
    old.refresh_from_db()
    assert old.withdrawn_reason == "weil"


def test_what_was_withdrawn_may_be_delivered_again(browse, edition, trials, frozen):
    client, old = browse(Role.STATISTICS), Delivery.objects.get()
    client.post(reverse("deliveries:withdraw", args=[old.pk]), {"reason": "zu früh"})
    again = accepted(client, shell.delivery(), "noch-einmal.csv")
    assert in_use(edition) == [again]
    assert again.sha256 == old.sha256


def test_a_withdrawn_correction_does_not_bring_back_what_it_replaced_but_that_may_be_delivered_again(
    browse, edition, trials, frozen
):
    """Only a person says what holds."""
    client, first = browse(Role.STATISTICS), Delivery.objects.get()
    second = accepted(client, GOOD, "zweite.csv", replaces=first.pk)
    page = client.get(reverse("deliveries:delivery", args=[second.pk])).content.decode()
    assert "gilt dadurch nicht wieder" in page
    client.post(reverse("deliveries:withdraw", args=[second.pk]), {"reason": "doch falsch"})
    assert in_use(edition) == []
    again = accepted(client, shell.delivery(), "probe-wieder.csv")
    assert in_use(edition) == [again]


def test_corrections_are_a_chain_and_the_list_is_filtered_by_source_and_state(browse, edition, trials, frozen):
    client, first = browse(Role.STATISTICS), Delivery.objects.get()
    second = accepted(client, GOOD, "zweite.csv", replaces=first.pk)
    third = accepted(client, GOOD.replace(";61\n", ";62\n"), "dritte.csv", replaces=second.pk)
    other = accepted(client, GOOD.replace(";61\n", ";63\n"), "andere.csv")
    second.refresh_from_db()
    assert chain_of(second) == [third, second, first]
    assert chain_of(other) == [other]
    client.get(reverse("deliveries:list"))  # what was said about the last acceptance is said once
    page = client.get(reverse("deliveries:list"), {"zustand": "ersetzt"}).content.decode()
    assert "zweite.csv" in page
    assert "dritte.csv" not in page
    assert (
        "Keine Lieferung passt" in client.get(reverse("deliveries:list"), {"quelle": "gibt-es-nicht"}).content.decode()
    )


def test_the_original_is_given_out_byte_for_byte(browse, frozen):
    delivery = Delivery.objects.get()
    answer = browse(Role.DEPARTMENT).get(reverse("deliveries:original", args=[delivery.pk]))
    assert b"".join(answer.streaming_content) == delivery.path.read_bytes() == shell.delivery().encode()
    assert answer["Content-Disposition"] == 'attachment; filename="probe.csv"'
    answer.close()


def test_the_checksum_is_recomputed_and_a_changed_file_is_reported_until_it_is_whole_again(browse, frozen):
    client, delivery = browse(Role.STATISTICS), Delivery.objects.get()
    address = reverse("deliveries:verify", args=[delivery.pk])
    assert "ist unverändert" in client.post(address, follow=True).content.decode()
    content = delivery.path.read_bytes()
    delivery.path.write_bytes(content.replace(b"400", b"401"))
    assert "ist nicht mehr die übernommene Datei" in client.post(address, follow=True).content.decode()
    delivery.refresh_from_db()
    assert delivery.intact is False
    assert "Datei verändert" in client.get(reverse("deliveries:list")).content.decode()
    assert "weicht ab" in Entry.objects.first().new
    delivery.path.write_bytes(content)
    client.post(address)
    delivery.refresh_from_db()
    assert delivery.intact is True


def test_nothing_is_computed_from_a_file_that_was_changed(browse, edition, frozen):
    """Its name is told, and the results that were kept before stay."""
    client, delivery, before = browse(Role.STATISTICS), Delivery.objects.get(), latest_run(edition)
    delivery.path.write_bytes(delivery.path.read_bytes().replace(b"400", b"401"))
    page = client.post(reverse("signals:freeze"), follow=True).content.decode()
    assert "Nichts ist festgehalten" in page
    assert "„probe.csv“" in page
    assert latest_run(edition) == before


def test_a_file_that_is_gone_is_reported_too(browse, frozen):
    client, delivery = browse(Role.STATISTICS), Delivery.objects.get()
    delivery.path.unlink()
    assert (
        "Sie fehlt oder wurde verändert"
        in client.post(reverse("deliveries:verify", args=[delivery.pk]), follow=True).content.decode()
    )
    assert client.get(reverse("deliveries:original", args=[delivery.pk])).status_code == 404


def test_bytes_that_changed_on_trial_are_not_accepted(browse, trials, frozen):
    client = browse(Role.STATISTICS)
    trial = tried(client, GOOD)
    trial.path.write_bytes(GOOD.replace(";61\n", ";99\n").encode())
    answer = client.post(reverse("deliveries:accept", args=[trial.pk]))
    assert answer.status_code == 422
    assert "nicht mehr die geprüfte" in answer.content.decode()
    assert Delivery.objects.count() == 1
    assert [path.name for path in frozen.rglob("*") if path.is_file()] == ["probe.csv"]


def test_other_bytes_in_the_place_of_a_checksum_are_reported_and_stay(tmp_path):
    source, target = tmp_path / "neu.csv", tmp_path / "ziel" / "neu.csv"
    source.write_bytes(b"abc")
    target.parent.mkdir()
    target.write_bytes(b"anders")
    digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    arriving = set_down(source, tmp_path, digest)
    assert stat.S_IMODE(arriving.stat().st_mode) & 0o222 == 0
    with pytest.raises(ChangedBytesError):
        freeze(arriving, target, digest)
    assert target.read_bytes() == b"anders"
    assert not list(tmp_path.glob(f"{ARRIVING}*"))
    with pytest.raises(ChangedBytesError):
        set_down(source, tmp_path, "0" * 64)
    assert not list(tmp_path.glob(f"{ARRIVING}*"))


def test_two_people_cannot_accept_the_same_trial(browse, trials, frozen):
    trial = tried(browse(Role.STATISTICS), GOOD)
    actions.accept(trial=Trial.objects.get(), note="", replaces=None, by=Installation())
    trial.path.parent.mkdir(parents=True, exist_ok=True)
    trial.path.write_bytes(GOOD.encode())
    with pytest.raises(ValueError, match="somebody else"):
        actions.accept(trial=trial, note="", replaces=None, by=Installation())
    assert Delivery.objects.count() == 2


def age(path: Path, hours: float) -> None:
    moment = time.time() - 3600 * hours
    os.utime(path, (moment, moment))


def test_what_an_interruption_left_is_swept_and_nothing_else(browse, trials, frozen):
    client = browse(Role.STATISTICS)
    waits = tried(client, GOOD)
    half = django_settings.DELIVERIES / waits.sha256 / waits.name
    half.parent.mkdir()
    half.write_bytes(GOOD.encode())
    old, fresh = frozen / f"{ARRIVING}alt", frozen / f"{ARRIVING}neu"
    foreign = frozen / "fremd" / "datei.csv"
    foreign.parent.mkdir()
    for path in (old, fresh, foreign):
        path.write_bytes(b"x")
    age(old, 2)
    actions.sweep(by=Installation())
    assert not old.exists()
    assert not half.exists()
    assert fresh.exists()
    assert foreign.exists()
    assert Delivery.objects.get().path.exists()
    assert waits.path.read_bytes() == GOOD.encode()


def test_a_file_with_errors_is_removed_after_two_weeks_with_an_entry_and_a_good_one_waits(browse, trials, frozen):
    client = browse(Role.STATISTICS)
    bad, good = tried(client, WRONG, name="falsch.csv"), tried(client, GOOD, name="gut.csv")
    with acting():
        Trial.objects.update(at=timezone.now() - timedelta(days=15))
    actions.sweep(by=Installation())
    assert [trial.name for trial in Trial.objects.all()] == ["gut.csv"]
    assert not bad.path.exists()
    assert good.path.exists()
    assert Entry.objects.first().new.startswith("verfallen")
