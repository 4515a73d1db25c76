"""A municipality begins: what is shown is what is made, nothing is decided for it, and it can be taken back."""

import base64
import io

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.catalogue import Supply, load
from mehrklang.package import Goal, Selection
from mehrklang.planning import Answer, Measure
from mehrklang.planning.starting_point import StartingPoint
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry, Traced
from mehrklang_web.collection.actions import OwnConditions, set_supply
from mehrklang_web.collection.models import OwnSupply
from mehrklang_web.concept.actions import set_goal
from mehrklang_web.deliveries.queries import in_use
from mehrklang_web.exchange.queries import portable
from mehrklang_web.guidance import actions as guidance
from mehrklang_web.measures.actions import keep_measure
from mehrklang_web.monitors.models import Edition, Monitor, Phase
from mehrklang_web.opening.actions import start_over
from mehrklang_web.opening.forms import Carried
from mehrklang_web.opening.queries import municipality_of, points
from mehrklang_web.people.models import Role
from mehrklang_web.results.models import Run
from mehrklang_web.selection.actions import choose
from mehrklang_web.selection.models import ChosenIndicator
from mehrklang_web.workplace.binding import what_binds

GOSLAR = "03153"
SERIES = "Indikator;Gruppe;Einheit;2021;2022\nArbeitslosenquote;;Prozent;6,1;5,8\n;ausländisch;Prozent;14,9;.\n"


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.VAR = tmp_path
    settings.TRIALS = tmp_path / "pruefung"


@pytest.fixture
def coordination(browse):
    return browse(Role.COORDINATION)


def begin(client, point=StartingPoint.PUBLIC_DATA, key=GOSLAR, **more):
    data = {"title": "Integrationsmonitoring", "label": "2027", "begins": "2026-12-01", "codes": ["auslaenderanteil"]}
    return client.post(f"/anfangen/{key}/{point}/", data | more)


def made():
    return Edition.objects.select_related("monitor").get(monitor__area=GOSLAR)


def test_a_municipality_is_found_by_its_name_without_script(coordination):
    page = coordination.get("/anfangen/", {"kommune": "gosl"}).content.decode()
    assert "Landkreis Goslar" in page
    assert f"/anfangen/{GOSLAR}/" in page


def test_a_small_gemeinde_begins_by_name_and_key_and_a_wrong_key_is_told(coordination):
    page = coordination.get("/anfangen/andere-gemeinde/", {"name": "Probedorf", "schluessel": "03153999"})
    assert "Probedorf: Was gibt es schon?" in page.content.decode()
    refused = coordination.get("/anfangen/andere-gemeinde/", {"name": "X", "schluessel": "99"}, follow=True)
    assert "acht Ziffern" in refused.content.decode()


@pytest.mark.parametrize(("key", "fits"), [(GOSLAR, StartingPoint.PUBLIC_DATA), ("09162", StartingPoint.LARGE_CITY)])
def test_the_starting_point_that_fits_is_named(key, fits):
    assert [each.value for each in points(municipality_of(key)) if each.fits] == [fits]


def test_the_preview_says_from_whom_and_changes_nothing(coordination, db):
    before = Entry.objects.count()
    page = coordination.get(f"/anfangen/{GOSLAR}/oeffentliche-daten/").content.decode()
    for word in ("Landesamt für Statistik Niedersachsen", "eigenes Amt oder eigene Erhebung", "nur für ein größeres"):
        assert word in page
    assert Entry.objects.count() == before


def test_the_preview_is_folded_by_field_says_how_many_fit_and_unfolds_for_reading(coordination, db):
    address = f"/anfangen/{GOSLAR}/oeffentliche-daten/"
    folded, unfolded = (coordination.get(address, asked) for asked in ({}, {"zeigen": "alle"}))
    shown = folded.context["fields"]
    assert folded.content.decode().count('<details class="card fold">') == len(shown)
    assert unfolded.content.decode().count('<details class="card fold" open>') == len(shown)
    ticked = folded.context["form"].ticked
    assert folded.context["fitting"] == sum(each.fitting for each in shown) == len(ticked)
    assert folded.context["total"] == folded.content.decode().count('name="codes"')


def test_what_was_shown_is_made_and_nothing_is_decided(coordination):
    assert begin(coordination).status_code == 302
    monitoring = portable(made())
    assert [each.code for each in monitoring.candidates] == ["auslaenderanteil"]
    assert (monitoring.selection, monitoring.concept.answers, monitoring.data) == ((), (), ())
    assert len(monitoring.timetable) == 6
    assert [each.source for each in monitoring.expected] == ["lsn-integrationsmonitoring"]
    assert (made().phase, monitoring.starting_point) == (Phase.CONCEPT, StartingPoint.PUBLIC_DATA)


def test_the_same_monitor_is_not_opened_twice(coordination):
    begin(coordination)
    assert begin(coordination).status_code == 422
    assert Monitor.objects.filter(area=GOSLAR).count() == 1


def test_a_second_monitor_of_the_municipality_uses_what_the_first_one_has(coordination):
    table = SimpleUploadedFile("reihen.csv", SERIES.encode())
    content = _carried(coordination, table)
    begin(coordination, StartingPoint.OWN_REPORT, **content)
    begin(coordination, title="Bildungsmonitoring")
    second = Edition.objects.get(monitor__title="Bildungsmonitoring")
    assert [each.code for each in portable(second).own_indicators] == ["eigen-arbeitslosenquote"]


def _carried(client, table):
    page = client.post(f"/anfangen/{GOSLAR}/eigene-veroeffentlichung/", {"publication": "Bericht 2023", "file": table})
    carried = page.context["carried"]
    return {"inhalt": carried.content, "datei": carried.name, "publication": carried.publication, "codes": []}


def test_own_series_become_a_delivery_an_indicator_like_that_of_the_catalogue_and_a_candidate(coordination):
    table = SimpleUploadedFile("reihen.csv", SERIES.encode())
    begin(coordination, StartingPoint.OWN_REPORT, **_carried(coordination, table), **{"passt-0": "arbeitslosenquote"})
    monitoring = portable(made())
    [own] = monitoring.own_indicators
    assert (own.name, own.field) == ("Arbeitslosenquote", "Arbeit und Wirtschaft")
    assert [(each.indicator, each.degree) for each in own.matches] == [("arbeitslosenquote", "nah")]
    assert [each.code for each in monitoring.candidates] == [own.code]
    [delivery] = in_use(made())
    assert delivery.source == "eigene-veroeffentlichung"
    assert "03153;Goslar;kreis;03;2022;Prozent;." in delivery.path.read_text(encoding="utf-8")


def test_entries_that_are_only_described_from_other_catalogues_are_no_counterparts(coordination):
    """Their names may fit even better; they have nothing that an own indicator could take."""
    described = load().indicators["destatis-2-0"]
    table = SimpleUploadedFile("reihen.csv", SERIES.replace("Arbeitslosenquote", described.name).encode())
    content = _carried(coordination, table)
    [row] = Carried(base64.b64decode(content["inhalt"]), "reihen.csv", "Bericht 2023").rows
    assert row.chosen == "einbuergerungspotenzial"
    assert [each.code for each in row.proposals if load().indicators[each.code].catalogue] == []
    begin(coordination, StartingPoint.OWN_REPORT, **content, **{"passt-0": described.code})
    assert [each.matches for each in portable(made()).own_indicators] == [()]


def test_bad_cells_are_told_all_at_once_in_german_and_nothing_is_made(coordination):
    bad = "Indikator;Einheit;2021;früher\nQuote;Ellen;viel;3\n;Prozent;4;\n"
    page = coordination.post(f"/anfangen/{GOSLAR}/eigene-veroeffentlichung/", {"publication": "Bericht", "table": bad})
    assert page.status_code == 422
    codes = {issue.code for issue in page.context["issues"]}
    assert codes == {"M-REIHE-02", "M-REIHE-04", "M-REIHE-05"}
    assert not Edition.objects.filter(monitor__area=GOSLAR).exists()


def test_the_template_is_read_by_the_form_that_offers_it(coordination):
    book = io.BytesIO(coordination.get(reverse("opening:template")).content)
    book.name = "vorlage.xlsx"
    page = coordination.post(f"/anfangen/{GOSLAR}/eigene-veroeffentlichung/", {"publication": "Bericht", "file": book})
    assert [row.name for row in page.context["carried"].rows] == ["Arbeitslosenquote", "Einbürgerungen"]


def test_a_beginning_is_taken_back_with_all_that_hangs_on_it(coordination):
    begin(coordination)
    edition = made()
    coordination.post(f"{edition.address}anfangen/zuruecknehmen/", {"ausgabe": edition.pk})
    assert Edition.objects.filter(pk=edition.pk).exists(), "without being sure nothing happens"
    coordination.post(f"{edition.address}anfangen/zuruecknehmen/", {"ausgabe": edition.pk, "sicher": "ja"})
    assert not Edition.objects.filter(pk=edition.pk).exists()
    assert not Monitor.objects.filter(area=GOSLAR).exists()
    assert Entry.objects.filter(did="Beginn zurückgenommen").exists()


def test_a_beginning_with_everything_in_it_is_taken_back_too(coordination, account):
    """Goals below goals, answers, remarks, chosen indicators, expected deliveries and own series: nothing is left."""
    table = SimpleUploadedFile("reihen.csv", SERIES.encode())
    begin(coordination, StartingPoint.OWN_REPORT, **_carried(coordination, table) | {"codes": ["auslaenderanteil"]})
    edition, by = made(), account(Role.COORDINATION)
    guidance.answer(edition=edition, value=Answer("zweck", "Überblick"), seen=0, by=by)
    for goal in (Goal("a", "Oben", "Feld"), Goal("b", "Unten", "Feld", "a")):
        set_goal(edition=edition, goal=goal, by=by)
    choose(edition=edition, selection=Selection("wohneigentum", "Probe", ("b",)), by=by)
    keep_measure(edition=edition, measure=Measure("m", "Kurs", goals=("b",), indicators=("wohneigentum",)), by=by)
    start_over(edition=edition, by=by)
    models = [model for model in apps.get_models() if issubclass(model, Traced)]
    pointing = [
        (model, field.name) for model in models for field in model._meta.fields if field.related_model is Edition
    ]
    assert len(pointing) > 15
    for model, name in pointing:
        assert not model.objects.filter(**{name: edition.pk}).exists(), model


def test_hints_stand_at_the_questions_and_answer_nothing(coordination):
    begin(coordination)
    page = coordination.get(f"{made().address}konzept/frage/stunden/").content.decode()
    assert "Bei Ihrer Ausgangslage" in page
    shown = coordination.get(f"{made().address}anfangen/hinweise/")
    assert [key for _, _, answered in shown.context["hints"] if (key := answered)] == []
    assert coordination.get("/ausgabe/1/anfangen/hinweise/").status_code == 404


def test_an_edition_in_which_something_binds_stays(coordination, edition):
    assert what_binds(edition)
    coordination.post("/anfangen/zuruecknehmen/", {"ausgabe": edition.pk, "sicher": "ja"})
    assert Edition.objects.filter(pk=edition.pk).exists()
    assert Run.objects.filter(edition=edition).exists()


def test_a_new_edition_takes_the_planning_along_and_asks_for_signatures_anew(coordination, edition):
    """The old one stays as it is; data go on, so that the series do."""
    before = portable(edition)
    conditions = OwnConditions(Supply(holder="Landesamt"), "Fachstelle", "daten@example.org")
    set_supply(edition=edition, source="probe", own=conditions, by=Installation())
    assert "Das beginnt neu" in coordination.get("/anfangen/neue-ausgabe/").content.decode()
    answer = coordination.post("/anfangen/neue-ausgabe/", {"label": "2028", "begins": "2027-01-01"})
    new = Edition.objects.get(monitor=edition.monitor, label="2028")
    assert answer["Location"] == new.address
    after = portable(new)
    assert (after.goals, after.areas, after.own_indicators) == (before.goals, before.areas, before.own_indicators)
    assert [each.target for each in after.selection] == [each.target for each in before.selection]
    assert not any(each.target_signed_by for each in after.selection)
    assert not after.interpretations
    assert [each.sha256 for each in after.data] == [each.sha256 for each in before.data]
    kept = OwnSupply.objects.get(edition=new, source="probe")
    assert (kept.responsible, kept.address) == ("Fachstelle", "daten@example.org")
    assert portable(edition).interpretations == before.interpretations


def test_an_edition_of_the_same_name_is_not_begun_twice(coordination, edition):
    answer = coordination.post("/anfangen/neue-ausgabe/", {"label": edition.label, "begins": "2027-01-01"})
    assert answer.status_code == 422
    assert Edition.objects.count() == 1


def test_the_difference_page_says_what_changed_from_the_edition_before(coordination, edition):
    coordination.post("/anfangen/neue-ausgabe/", {"label": "2028", "begins": "2027-01-01"})
    new = Edition.objects.get(label="2028")
    page = coordination.get(f"{new.address}anfangen/unterschiede/")
    assert {"Titel, Gebiet, Einleitung", "Interpretationen"} <= {part.name for part in page.context["parts"]}
    assert page.context["other"] == edition


def test_as_long_as_there_is_no_edition_every_page_says_so(coordination, monkeypatch):
    """An empty installation has no dead ends; with an edition, a wrong address is a wrong address."""
    assert "Diese Seite gibt es nicht" in coordination.get("/ausgabe/999/konzept/").content.decode()
    monkeypatch.setattr("mehrklang_web.monitors.queries.Edition.objects", Edition.objects.none())
    for section in coordination.get("/hilfe/").context["sections"]:
        page = coordination.get(section.address)
        assert page.status_code in {200, 404}, section.address
        assert page.status_code == 200 or "Sobald die Koordination" in page.content.decode(), section.address
    for address in ("/monitore/", "/anfangen/", "/austausch/", "/austausch/einlesen/", "/austausch/unterschiede/"):
        assert coordination.get(address).status_code == 200, address


def test_the_navigation_offers_only_what_is_there_as_long_as_nothing_has_begun(coordination, monkeypatch):
    def offered():
        head = coordination.get("/hilfe/").content.decode().partition("</header>")[0]
        return [
            label for label in ("Übersicht", "Konzept", "Auswahl", "Gebiete", "Protokoll") if f">{label}</a>" in head
        ]

    assert offered() == ["Übersicht", "Konzept", "Auswahl", "Gebiete", "Protokoll"]
    monkeypatch.setattr("mehrklang_web.monitors.queries.Edition.objects", Edition.objects.none())
    assert offered() == ["Übersicht", "Gebiete", "Protokoll"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-01", "gestern"])
def test_a_day_without_a_possible_timetable_is_refused(coordination, day):
    assert begin(coordination, begins=day).status_code == 422


def test_only_the_coordination_begins(browse):
    assert browse(Role.STATISTICS).get("/anfangen/").status_code == 403
    assert ChosenIndicator.objects.exists()


def test_what_is_typed_on_the_second_page_of_own_series_is_found_again_with_the_same_table(coordination):
    """The table is read anew; titles, ticks and what each series means come from the draft."""
    first = f"/anfangen/{GOSLAR}/eigene-veroeffentlichung/"
    place = f"{first}reihen/"
    table = "Indikator;Gruppe;Einheit;2021;2022\nKita-Besuch;insgesamt;%;60;62\n"
    typed = {"title": "Mein Monitoring", "label": "2031", "passt-0": "duldung", "entwurf-seite": place}
    coordination.post("/bearbeiten/entwurf/", typed)
    page = coordination.post(first, {"publication": "Bericht 2023", "table": table})
    assert page.status_code == 200
    assert page.context["form"]["title"].value() == "Mein Monitoring"
    assert [row.chosen for row in page.context["carried"].rows] == ["duldung"]
    assert "Im Formular steht Ihr Entwurf" in page.text
    assert "data-untyped" in page.text
    assert coordination.get(place).url == first
