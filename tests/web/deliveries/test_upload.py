"""A delivery is tried dry, shows all its faults, and is kept unchanged once it is accepted."""

import hashlib
import io
import os
import stat
import zipfile

import pytest
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.vocabulary import Finality
from mehrklang_web.audit.models import Entry
from mehrklang_web.deliveries.arrival import plain_name
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.people.models import Role
from tests.factories import shell

LIST = "deliveries:list"


def upload(client, content, name="neu.csv"):
    file = SimpleUploadedFile(name, content.encode(), "text/csv")
    return client.post(reverse(LIST), {"file": file, "source": "probe", "kind": ""})


def files_below(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


GOOD = shell.delivery().replace(";60\n", ";61\n")


def test_a_file_with_faults_shows_all_of_them_and_nothing_is_delivered(browse, edition, trials):
    head, *lines = shell.delivery().splitlines()
    lines[0] = lines[0].replace("2020", "zwanzig")
    lines[1] = lines[1] + "x"
    lines[2] = lines[2].replace("Anzahl", "Äpfel")
    before = (files_below(django_settings.DELIVERIES), Delivery.objects.count())
    client = browse(Role.STATISTICS)
    text = client.get(upload(client, "\n".join([head, *lines]))["Location"]).content.decode()
    for line in ("Zeile 2", "Zeile 3", "Zeile 4"):
        assert line in text
    assert (files_below(django_settings.DELIVERIES), Delivery.objects.count()) == before
    assert not Trial.objects.get().usable


@pytest.mark.parametrize("content", ["", "\x00\x01\x02", "PK\x03\x04kaputt"])
def test_what_is_no_delivery_is_answered_in_german_and_not_with_a_fault_of_the_server(browse, trials, content):
    answer = upload(browse(Role.STATISTICS), content)
    assert answer.status_code == 422
    assert "kann so nicht übernommen werden" in answer.content.decode()
    assert files_below(trials) == []


def test_without_a_file_the_form_says_what_is_missing(browse, trials):
    answer = browse(Role.STATISTICS).post(reverse(LIST), {"source": "probe"})
    assert answer.status_code == 422
    assert "Bitte wählen Sie eine Datei aus." in answer.content.decode()


def test_a_sound_file_waits_until_somebody_accepts_it(browse, edition, trials):
    answer = upload(browse(Role.DEPARTMENT), GOOD)
    trial = Trial.objects.get()
    assert answer["Location"] == reverse("deliveries:trial", args=[trial.pk])
    assert trial.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()
    assert trial.path.read_text(encoding="utf-8") == GOOD
    assert [each.name for each in in_use(edition)] == ["probe.csv"]


def test_an_accepted_file_is_kept_byte_for_byte_and_cannot_be_written(
    browse, account, trials, django_capture_on_commit_callbacks
):
    client = browse(Role.STATISTICS)
    upload(client, GOOD, "korrektur.csv")
    trial = Trial.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "geprüft"})
    kept = Delivery.objects.get(name="korrektur.csv")
    assert kept.path.read_bytes() == GOOD.encode()
    assert stat.S_IMODE(kept.path.stat().st_mode) & 0o222 == 0
    assert (kept.by, kept.who, kept.note) == (account(Role.STATISTICS), "Person Statistik", "geprüft")
    assert not Trial.objects.exists()
    assert files_below(trials) == []
    assert Entry.objects.first().did == "Lieferung übernommen"


def test_a_correction_replaces_the_earlier_delivery_which_stays(browse, edition, trials):
    client, old = browse(Role.COORDINATION), Delivery.objects.get(name="probe.csv")
    upload(client, GOOD, "korrektur.csv")
    client.post(reverse("deliveries:accept", args=[Trial.objects.get().pk]), {"replaces": old.pk})
    old.refresh_from_db()
    assert old.replaced_by.name == "korrektur.csv"
    assert old.path.exists()
    assert [each.name for each in in_use(edition)] == ["korrektur.csv"]


def test_the_protokoll_names_the_files_without_their_checksums(browse, trials):
    """From the beginning of a checksum, suppressed numbers could be tried out by everybody who reads the Protokoll."""
    client, old = browse(Role.COORDINATION), Delivery.objects.get(name="probe.csv")
    upload(client, GOOD, "korrektur.csv")
    client.post(reverse("deliveries:accept", args=[Trial.objects.get().pk]), {"replaces": old.pk})
    entry = Entry.objects.filter(did="Lieferung übernommen").first()
    assert (entry.old, entry.new) == ("probe.csv", "korrektur.csv")
    told = "".join(f"{each.old}{each.new}{each.name}" for each in Entry.objects.all())
    assert not any(each.sha256[:8] in told for each in Delivery.objects.all())


def test_the_same_bytes_are_not_delivered_twice(browse, edition, trials):
    client = browse(Role.STATISTICS)
    upload(client, shell.delivery(), "noch-einmal.csv")
    answer = client.post(reverse("deliveries:accept", args=[Trial.objects.get().pk]))
    assert answer.status_code == 422
    assert "schon übernommen" in answer.content.decode()
    assert Delivery.objects.count() == 1


def test_a_trial_that_is_rejected_leaves_no_file_but_an_entry_with_the_reason(browse, trials):
    client = browse(Role.DEPARTMENT)
    upload(client, GOOD)
    client.post(reverse("deliveries:reject", args=[Trial.objects.get().pk]), {"reason": "Falsches Jahr"})
    assert not Trial.objects.exists()
    assert Delivery.objects.count() == 1
    assert files_below(trials) == []
    assert (Entry.objects.first().did, Entry.objects.first().new) == ("Lieferung abgelehnt", "Falsches Jahr")


def test_a_reason_that_is_too_long_is_told_and_nothing_is_rejected(browse, trials):
    client = browse(Role.DEPARTMENT)
    upload(client, GOOD)
    answer = client.post(reverse("deliveries:reject", args=[Trial.objects.get().pk]), {"reason": "x" * 501})
    assert answer.status_code == 422
    assert Trial.objects.exists()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("zahlen.csv", "zahlen.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Daten\\Aus länder.csv", "Aus länder.csv"),
        ("..", "lieferung"),
        ("", "lieferung"),
        ("a\x00b\n.csv", "ab.csv"),
        ("x" * 300, "x" * 200),
    ],
)
def test_a_name_never_leads_out_of_its_folder(given, kept):
    assert plain_name(given) == kept
    assert os.sep not in plain_name(given)


def test_several_files_are_tried_at_once_and_each_is_told(browse, trials):
    """Without any script: one form, several files."""
    files = [SimpleUploadedFile(name, text.encode()) for name, text in (("a.csv", GOOD), ("b.csv", "x"), ("c.csv", ""))]
    answer = browse(Role.STATISTICS).post(reverse(LIST), {"file": files, "source": "probe"}, follow=True)
    text = answer.content.decode()
    assert sorted(trial.name for trial in Trial.objects.all()) == ["a.csv", "b.csv"]
    assert "a.csv: lesbar" in text
    assert "b.csv: so nicht verwendbar" in text
    assert "c.csv: keine lesbare Tabelle, nicht gespeichert." in text


def test_the_script_is_answered_file_by_file(browse, trials):
    client = browse(Role.STATISTICS)

    def sent(content):
        file = SimpleUploadedFile("a.csv", content)
        headers = {"Accept": "application/json"}
        return client.post(reverse(LIST), {"file": file, "source": "probe"}, headers=headers).json()

    told = sent(GOOD.encode())
    assert (told["stand"], told["adresse"]) == ("gut", reverse("deliveries:trial", args=[Trial.objects.get().pk]))
    assert told["satz"].startswith("lesbar")
    assert sent(b"\x00\x01")["adresse"] == ""


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
def test_a_file_that_is_too_large_is_left_out_while_it_arrives(browse, trials, settings, accept):
    """No more of it is written than is allowed, and the sentence names the file and the limit."""
    settings.DELIVERY_MAX_BYTES = 2 * 1024**2
    large = SimpleUploadedFile("gross.csv", b"x" * (3 * 1024**2))
    answer = browse(Role.STATISTICS).post(reverse(LIST), {"file": large, "source": "probe"}, headers={"Accept": accept})
    assert answer.status_code == 422
    text = answer.json()["satz"] if accept == "application/json" else answer.content.decode()
    assert "„gross.csv“ ist größer als 2\u00a0MB. Bitte teilen Sie die Datei nach Jahren auf." in text
    assert "Bitte wählen Sie eine Datei aus" not in text
    assert not Trial.objects.exists()


def test_beside_a_file_that_is_too_large_the_others_are_tried(browse, trials, settings):
    settings.DELIVERY_MAX_BYTES = 2 * 1024**2
    files = [SimpleUploadedFile("gross.csv", b"x" * (3 * 1024**2)), SimpleUploadedFile("gut.csv", GOOD.encode())]
    answer = browse(Role.STATISTICS).post(reverse(LIST), {"file": files, "source": "probe"}, follow=True)
    assert [trial.name for trial in Trial.objects.all()] == ["gut.csv"]
    assert "gross.csv: größer als 2\u00a0MB" in answer.content.decode()


def test_a_large_file_goes_to_the_disk_and_not_into_memory():
    """Above the threshold Django's own handler writes it to a temporary file; ours only counts."""
    assert django_settings.FILE_UPLOAD_HANDLERS[-1].endswith("TemporaryFileUploadHandler")
    assert django_settings.FILE_UPLOAD_MAX_MEMORY_SIZE <= 5 * 1024**2


def test_a_zipped_table_is_read_as_the_library_does(browse, trials):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("tabelle.csv", GOOD)
    file = SimpleUploadedFile("tabelle.zip", packed.getvalue())
    browse(Role.STATISTICS).post(reverse(LIST), {"file": file, "source": "probe"})
    assert Trial.objects.get().rows == len(GOOD.splitlines()) - 1


def test_a_whole_file_may_be_said_to_be_provisional(browse, edition, trials):
    """On the form, on the trial, on the delivery, and in what is computed with."""
    client = browse(Role.STATISTICS)
    file = SimpleUploadedFile("neu.csv", GOOD.encode(), "text/csv")
    said = {"file": file, "source": "probe", "kind": "", "finality": "vorlaeufig"}
    assert "Ergebnisstand der ganzen Datei" in client.get(reverse(LIST)).content.decode()
    client.post(reverse(LIST), said)
    trial = Trial.objects.get()
    assert trial.finality is Finality.PROVISIONAL
    client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "Vorabzug"})
    delivery = Delivery.objects.get(sha256=trial.sha256)
    assert delivery.to_value().finality is Finality.PROVISIONAL
    page = client.get(reverse("deliveries:delivery", args=[delivery.pk])).content.decode()
    assert "vorläufig" in page
