"""A folder goes out and comes in on the web: tried first, compared, then taken in whole or not at all."""

import io
from datetime import date
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mehrklang.catalogue import Supply
from mehrklang.planning.expected import ExpectedDelivery
from mehrklang.vocabulary import Period
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.collection.actions import OwnConditions, plan, set_supply
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.actions import open_monitor
from mehrklang_web.monitors.models import Edition, Monitor
from mehrklang_web.people.models import Role

EXPECTED = ExpectedDelivery("probe", Period.parse("2025"), date(2026, 7, 15))


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.VAR, settings.TRIALS = tmp_path, tmp_path / "pruefung"


@pytest.fixture
def statistics(browse):
    return browse(Role.STATISTICS)


def downloaded(client, **asked):
    answer = client.get("/austausch/ordner.zip", asked)
    return b"".join(answer.streaming_content)


def upload(data, name="ordner.zip"):
    return SimpleUploadedFile(name, data, content_type="application/zip")


def text_of(data, name):
    return ZipFile(io.BytesIO(data)).read(name).decode()


def tried(client, data):
    return client.post("/austausch/einlesen/", {"file": upload(data)})


def taken(client, page, **more):
    wanted = {"summe": page.context["tried"].sha256, "monitor": "", "label": "Eingelesen"}
    return client.post("/austausch/einlesen/uebernehmen/", wanted | more)


def test_what_goes_out_comes_in_the_same(statistics, edition):
    """Also what the calendar expects; results are computed anew."""
    plan(edition=edition, expected=[EXPECTED], by=Installation())
    before = portable(edition)
    page = tried(statistics, downloaded(statistics))
    assert page.status_code == 200, page.context["issues"]
    answer = taken(statistics, page, signatures="on")
    after = portable(Edition.objects.get(label="Eingelesen"))
    assert answer.status_code == 302
    for name in ("goals", "areas", "own_indicators", "own_sources", "expected", "concept", "timetable"):
        assert getattr(after, name) == getattr(before, name), name
    assert [each.target for each in after.selection] == [each.target for each in before.selection]
    assert [each.sha256 for each in after.data] == [each.sha256 for each in before.data]
    assert after.interpretations["anteil-a"].text == before.interpretations["anteil-a"].text


def test_signatures_of_elsewhere_do_not_hold_here(statistics):
    page = tried(statistics, downloaded(statistics))
    taken(statistics, page)
    after = portable(Edition.objects.get(label="Eingelesen"))
    assert not any(each.target_signed_by for each in after.selection)
    assert not after.interpretations


def test_trying_what_was_just_downloaded_finds_no_difference_and_changes_nothing(statistics, edition):
    data = downloaded(statistics)
    before = Entry.objects.count()
    assert tried(statistics, data).context["parts"] == ()
    assert (Entry.objects.count(), Monitor.objects.count()) == (before, 1)


def test_trying_says_what_differs(statistics, edition):
    data = downloaded(statistics)
    plan(edition=edition, expected=[EXPECTED], by=Installation())
    assert [part.name for part in tried(statistics, data).context["parts"]] == ["Erwartete Lieferungen"]


def test_the_planning_of_another_municipality_is_adopted_for_the_own_area(statistics, edition):
    """Its concept, goals and choice come; its areas, target values, measures and data do not."""
    data = downloaded(statistics)
    own = open_monitor(title="Eigenes", organisation="Landkreis Goslar", area="03153", by=Installation())
    page = tried(statistics, data)
    taken(statistics, page, monitor=str(own.pk), signatures="on")
    after = portable(Edition.objects.get(label="Eingelesen"))
    assert (after.area, after.organisation, after.areas) == ("03153", "Landkreis Goslar", ())
    assert [each.code for each in after.selection] == [each.code for each in portable(edition).selection]
    assert [each.title for each in after.goals] == [each.title for each in portable(edition).goals]
    assert not any(each.target for each in after.selection)
    assert (after.data, after.measures) == ((), ())


def test_it_becomes_an_edition_of_the_monitor_that_is_chosen_and_no_second_one_of_its_name(statistics, edition):
    page = tried(statistics, downloaded(statistics))
    same = {"monitor": str(edition.monitor_id), "label": edition.label}
    assert taken(statistics, page, **same).status_code == 422
    taken(statistics, page, **same | {"label": "2030"})
    assert Edition.objects.get(label="2030").monitor_id == edition.monitor_id


def test_what_is_passed_on_has_the_planning_but_no_figures_names_or_addresses(statistics, edition):
    conditions = OwnConditions(Supply(holder="Landesamt"), "K. Person", "person@example.org")
    set_supply(edition=edition, source="probe", own=conditions, by=Installation())
    plan(edition=edition, expected=[EXPECTED], by=Installation())
    data = downloaded(statistics, fuer="weitergabe")
    names = ZipFile(io.BytesIO(data)).namelist()
    assert not [name for name in names if name.startswith(("daten/", "interpretationen/", "veroeffentlicht/"))]
    assert 'zeitraum = "2025"' in text_of(data, "erwartete-lieferungen.toml")
    everything = "".join(text_of(data, name) for name in names)
    assert "person@example.org" not in everything
    assert "K. Person" not in everything
    assert tried(statistics, data).status_code == 200


def test_a_folder_with_faults_is_refused_with_every_fault(statistics):
    data = io.BytesIO()
    with ZipFile(data, "w") as file:
        file.writestr("monitoring.toml", 'titel = "M"\norganisation = "O"\n')
        file.writestr("ziele.toml", "[[ziel]]\n")
    page = tried(statistics, data.getvalue())
    assert page.status_code == 422
    assert len(page.context["issues"]) >= 3
    assert "So lässt sich der Ordner nicht einlesen" in page.content.decode()


@pytest.mark.parametrize("data", [b"kein zip", b""])
def test_what_is_no_archive_is_told_not_thrown(statistics, data):
    assert tried(statistics, data).status_code == 422


def test_a_trial_that_is_gone_is_asked_for_again(statistics):
    answer = statistics.post("/austausch/einlesen/uebernehmen/", {"summe": "0" * 64, "label": "x"}, follow=True)
    assert "noch einmal hoch" in answer.content.decode()
    assert statistics.post("/austausch/einlesen/uebernehmen/", {"summe": "../../etc"}).status_code == 302


def test_two_folders_are_compared_or_one_with_the_running_edition(statistics, edition):
    data = downloaded(statistics)
    changed = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(
                name, text.replace(b"Alle wohnen gut", b"Alle wohnen sicher") if name == "ziele.toml" else text
            )
    both = statistics.post("/austausch/unterschiede/", {"file": upload(data), "other": upload(changed.getvalue())})
    [part] = both.context["parts"]
    assert part.name == "Ziele"
    assert (part.rows[0].before, part.rows[0].after) == ("Alle wohnen gut", "Alle wohnen sicher")
    one = statistics.post("/austausch/unterschiede/", {"file": upload(changed.getvalue())})
    assert [part.name for part in one.context["parts"]] == ["Ziele"]


def test_the_coordination_gets_published_files_and_others_do_not_enter(browse):
    assert "daten/probe.csv" in ZipFile(io.BytesIO(downloaded(browse(Role.COORDINATION)))).namelist()
    for role in (Role.DEPARTMENT, Role.PARTNER, Role.LEADERSHIP, Role.ADMINISTRATION):
        assert browse(role).get("/austausch/ordner.zip").status_code == 403


def test_a_download_stands_in_the_protokoll(statistics):
    downloaded(statistics)
    assert (Entry.objects.first().did, Entry.objects.first().new) == ("Ordner heruntergeladen", "ganze Ausgabe")
