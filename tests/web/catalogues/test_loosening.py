"""No way in loosens rules of secrecy without a reason and a legal basis: each is walked here, on the web and beside it.

On every way the first attempt changes nothing and shows what would change; with reason and legal basis the same
attempt goes through, and both are kept, stand in the Protokoll and travel with the folder.
"""

import io
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from mehrklang.catalogue import Guarding
from mehrklang.package import read_folder, write_folder
from mehrklang.package.archive import pack
from mehrklang.planning import MatterKind, SharedKind
from mehrklang.vocabulary import Material
from mehrklang_web.agreements.actions import sign
from mehrklang_web.agreements.queries import matters
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.catalogues.actions import change_source, keep_own, take_over
from mehrklang_web.catalogues.asking import Answer, AskFirstError, answering
from mehrklang_web.catalogues.models import KeptLoosening, OwnIndicator, OwnSource
from mehrklang_web.catalogues.queries import loosenings
from mehrklang_web.collection.own_source_form import initial_of_source
from mehrklang_web.editing.actions import undo
from mehrklang_web.editing.models import Step
from mehrklang_web.exchange.actions import take_in
from mehrklang_web.exchange.queries import portable
from mehrklang_web.monitors.models import Edition, Phase
from mehrklang_web.people.models import Account, Role
from mehrklang_web.results.actions import freeze
from mehrklang_web.results.models import Result
from mehrklang_web.sharing.queries import news_of
from mehrklang_web.sharing.rules import Named
from tests.factories import shell, small_town

BY = Installation()
KEY = "melderegister-probe"
GOSLAR = "03153"
WHY = {
    "geheimhaltung-gesehen": "ja",
    "geheimhaltung-reason": "Für Bestandszahlen genügt es.",
    "geheimhaltung-legal_basis": "§ 4 der Statistiksatzung",
}


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.VAR, settings.TRIALS = tmp_path, tmp_path / "pruefung"
    settings.DELIVERIES, settings.STORE = tmp_path / "lieferungen", tmp_path / "speicher"


def town(folder, rule_set, **more):
    folder.mkdir(parents=True)
    return replace(small_town.monitoring(folder, rule_set=rule_set), title="Registermonitoring", **more)


@pytest.fixture
def strict(db, tmp_path, monkeypatch):
    """An edition over the town's own register, minimum count 5; in one quarter three of 4.003 persons count."""
    first = next(iter(small_town.COUNTS))
    few = {**small_town.COUNTS[first], small_town.QUARTERS[0].name: (3, 4000)}
    monkeypatch.setitem(small_town.COUNTS, first, few)
    return take_in(monitoring=town(tmp_path / "streng", "mindestfallzahl-5"), phase=Phase.COLLECTION, by=BY)


def row(edition):
    return OwnSource.objects.get(edition=edition, key=KEY)


def rules(edition):
    return row(edition).to_value().rule_set


def set_rules(edition, rule_set, by=BY):
    kept = row(edition)
    return change_source(kept=kept, source=replace(kept.to_value(), rule_set=rule_set), seen=kept.version, by=by)


def loosely(edition, rule_set="mindestfallzahl-3"):
    """Loosened with a word about it."""
    with answering(Answer("Zur Probe.", "§ 1", seen=True)):
        return set_rules(edition, rule_set)


def typed(edition, **more):
    shown = initial_of_source(row(edition).to_value())
    sent = {name: getattr(value, "value", value) for name, value in shown.items() if value not in (None, "")}
    return sent | {"version": row(edition).version} | more


def at(edition, name, *args):
    return f"/ausgabe/{edition.pk}{reverse(name, args=args)}"


# The ways in: each prepares, and returns what somebody does and what shows that it was done.


def by_the_form_of_a_source(client, edition, tmp_path):
    sent = typed(edition, rule_set="mindestfallzahl-3", reason="Beschluss der Statistikstelle.")
    return at(edition, "collection:edit_own_source", KEY), sent, lambda: rules(edition) == "mindestfallzahl-3"


def by_a_formula(client, edition, tmp_path):
    kept = OwnIndicator.objects.get(edition=edition, code="anteil-a")
    keep_own(edition=edition, definition=replace(kept.to_value(), rule_set="mindestfallzahl-10"), seen=1, by=BY)
    place = at(edition, "formulas:change", "anteil-a")
    form = client.get(place).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"version": "2", "rule_set": ""}
    kept_now = OwnIndicator.objects.filter(edition=edition, code="anteil-a")
    return place, sent, lambda: kept_now.get().to_value().rule_set == ""


def by_undoing(client, edition, tmp_path):
    step = set_rules(edition, "mindestfallzahl-10", by=Account.objects.get(role=Role.STATISTICS))
    return at(edition, "editing:undo", step.pk), {}, lambda: rules(edition) == "mindestfallzahl-5"


def by_a_version_of_another_monitor(client, edition, tmp_path):
    second = take_in(monitoring=shell.second_monitoring(tmp_path / "zweiter"), phase=Phase.CONCEPT, by=BY)
    take_over(edition=second, named=Named(SharedKind.SOURCE, KEY), other=edition, by=BY)
    loosely(second)
    [news] = news_of(edition)
    sent = {"fassung": news.version.number, "was": "uebernehmen"}
    return at(edition, "commons:decide", news.holding.pk), sent, lambda: rules(edition) == "mindestfallzahl-3"


def by_reading_a_folder_in(client, edition, tmp_path):
    archive = tmp_path / "ordner.zip"
    pack(town(tmp_path / "locker", "mindestfallzahl-3"), archive)
    file = SimpleUploadedFile("ordner.zip", archive.read_bytes())
    tried = client.post("/austausch/einlesen/", {"file": file}).context["tried"]
    sent = {"summe": tried.sha256, "monitor": str(edition.monitor_id), "label": "Neu"}
    there = Edition.objects.filter(monitor=edition.monitor, label="Neu")
    return "/austausch/einlesen/uebernehmen/", sent, there.exists


def by_a_new_edition_of_an_older_one(client, edition, tmp_path):
    """The older one was looser; since then an edition of the same monitor has protected more."""
    loose = replace(town(tmp_path / "locker", "mindestfallzahl-3"), edition="2024")
    with answering(Answer("Zur Probe.", "§ 1", seen=True)):
        older = take_in(monitoring=loose, phase=Phase.CONCEPT, by=BY, monitor=edition.monitor)
    newer = replace(town(tmp_path / "neuer", "mindestfallzahl-5"), edition="2026 neu")
    take_in(monitoring=newer, phase=Phase.CONCEPT, by=BY, monitor=edition.monitor)
    there = Edition.objects.filter(monitor=edition.monitor, label="2028")
    return at(older, "opening:edition"), {"label": "2028", "begins": "2027-01-01"}, there.exists


def by_a_new_monitor(client, edition, tmp_path):
    """It takes the sources along from the newest edition of the municipality; here that is the looser one."""
    for title, rule_set in (("Erstes", "mindestfallzahl-5"), ("Zweites", "mindestfallzahl-3")):
        folder = town(tmp_path / title, rule_set)
        with answering(Answer("Zur Probe.", "§ 1", seen=True)):
            take_in(monitoring=replace(folder, title=title, area=GOSLAR), phase=Phase.CONCEPT, by=BY)
    sent = {"title": "Drittes", "label": "2027", "begins": "2026-12-01", "codes": ["auslaenderanteil"]}
    there = Edition.objects.filter(monitor__title="Drittes")
    return f"/anfangen/{GOSLAR}/oeffentliche-daten/", sent, there.exists


WAYS = {
    each.__name__: (each, role)
    for each, role in (
        (by_the_form_of_a_source, Role.STATISTICS),
        (by_a_formula, Role.STATISTICS),
        (by_undoing, Role.STATISTICS),
        (by_a_version_of_another_monitor, Role.STATISTICS),
        (by_reading_a_folder_in, Role.COORDINATION),
        (by_a_new_edition_of_an_older_one, Role.COORDINATION),
        (by_a_new_monitor, Role.COORDINATION),
    )
}


def pairs(sent):
    for name, value in sent.items():
        yield from ((name, str(each)) for each in (value if isinstance(value, list) else [value]))


@pytest.mark.parametrize("way", WAYS)
def test_no_way_on_the_web_loosens_without_reason_and_legal_basis(way, strict, browse, tmp_path):
    prepare, role = WAYS[way]
    client = browse(role)
    place, sent, done = prepare(client, strict, tmp_path)
    before = KeptLoosening.objects.count()
    page = client.post(place, sent)
    assert page.status_code == 422
    assert "question" in page.context, page.context["form"].errors
    assert "Noch ist nichts gespeichert" in page.text
    assert "Mindestfallzahl" in page.text
    assert not done()
    again = page.context["sent"]
    assert {(each.name, each.value) for each in again} == set(pairs(sent))
    for missing in ("geheimhaltung-reason", "geheimhaltung-legal_basis"):
        half = client.post(place, sent | WHY | {missing: "  "})
        assert half.status_code == 422
        assert "Bitte" in half.text
        assert not done()
    assert KeptLoosening.objects.count() == before
    assert client.post(place, sent | WHY).status_code == 302
    assert done()
    kept = KeptLoosening.objects.last()
    assert (kept.reason, kept.legal_basis) == ("Für Bestandszahlen genügt es.", "§ 4 der Statistiksatzung")
    assert kept.who == f"Person {role.label}"
    told = Entry.objects.filter(did="Geheimhaltung gelockert").first()
    assert "§ 4 der Statistiksatzung" in told.new


def test_before_saving_it_is_said_how_many_values_would_come_out_in_which_indicator(strict, browse):
    """The counts are those of the guard itself: the frozen values before and after."""
    before = hidden(freeze(edition=strict, by=BY))
    client, sent = browse(Role.STATISTICS), typed(strict, rule_set="mindestfallzahl-3", reason="Beschluss.")
    place = at(strict, "collection:edit_own_source", KEY)
    foreseen = client.post(place, sent).context["foreseen"]
    client.post(place, sent | WHY)
    after = hidden(freeze(edition=strict, by=BY))
    assert before - after, "the looser rules show something in the small town"
    assert [(each.name, each.shown, each.hidden) for each in foreseen] == [
        ("Anteil A", len(before - after), len(after - before))
    ]


def hidden(run):
    row = Result.objects.get(run=run)
    return {
        (series.area, series.group, value.period.key)
        for series in row.to_value().series
        for value in series.values
        if not value.figure.known
    }


def test_stricter_rules_show_their_consequences_and_ask_no_reason(strict, browse):
    """The coordination may tighten; how many values it costs is for the statistics office alone to see."""
    loosely(strict)
    place = at(strict, "collection:edit_own_source", KEY)
    sent = typed(strict, rule_set="mindestfallzahl-5", reason="Heikle Angaben.")
    page = browse(Role.COORDINATION).post(place, sent)
    assert "Die Geheimhaltung würde strenger" in page.text
    assert "geheimhaltung-reason" not in page.text
    assert "neu gesperrt</th>" not in page.text
    assert "Betroffen sind: „Anteil A“" in page.text
    assert "neu gesperrt</th>" in browse(Role.STATISTICS).post(place, sent).text
    assert rules(strict) == "mindestfallzahl-3"
    assert browse(Role.COORDINATION).post(place, sent | {"geheimhaltung-gesehen": "ja"}).status_code == 302
    assert rules(strict) == "mindestfallzahl-5"
    assert KeptLoosening.objects.count() == 1


@pytest.mark.parametrize("way", [by_a_version_of_another_monitor, by_a_formula])
def test_for_raw_figures_the_statistics_office_decides_on_every_way(way, strict, browse, tmp_path):
    client = browse(Role.COORDINATION)
    place, sent, done = way(client, strict, tmp_path)
    for said in ({}, WHY):
        page = client.post(place, sent | said)
        assert page.context["question"].refused
        assert "bestimmt die Statistikstelle" in page.text
        assert not done()


def test_the_coordination_cannot_undo_its_own_stricter_rules(strict, browse):
    step = set_rules(strict, "mindestfallzahl-10", by=Account.objects.get(role=Role.COORDINATION))
    page = browse(Role.COORDINATION).post(at(strict, "editing:undo", step.pk), WHY)
    assert page.context["question"].refused
    assert rules(strict) == "mindestfallzahl-10"


def test_loosened_rules_take_the_signatures_off_and_tightened_ones_too(strict):
    """Both offices sign anew; what is changed back holds again."""
    for office in (Role.COORDINATION, Role.STATISTICS):
        for each in matters(strict):
            sign(edition=strict, version=each.version, by=Account.objects.get(role=office))
    assert all(each.holds for each in matters(strict))
    loosely(strict)
    fallen = {each.matter.kind for each in matters(strict) if not each.holds}
    assert fallen == {MatterKind.CORE_SET, MatterKind.DEFINITION}
    [definition] = [each for each in matters(strict) if each.matter.kind is MatterKind.DEFINITION]
    assert [each.words for each in definition.since] == [
        "Definition von „Anteil A“ geändert: Geheimhaltung: Melderegister"
    ]
    set_rules(strict, "mindestfallzahl-5")
    assert all(each.holds for each in matters(strict))
    set_rules(strict, "mindestfallzahl-10")
    assert not any(each.holds for each in matters(strict) if each.matter.kind is MatterKind.DEFINITION)


def test_reason_and_legal_basis_travel_with_the_folder_and_stay_in_the_house(strict, tmp_path):
    loosely(strict)
    [kept] = loosenings(strict, Guarding.SOURCE, KEY)
    assert (kept.reason, kept.legal_basis) == ("Zur Probe.", "§ 1")
    assert "Mindestfallzahl 3 statt 5" in kept.told
    write_folder(replace(portable(strict), data=()), tmp_path / "neu")
    read = read_folder(tmp_path / "neu").monitoring
    assert read.loosenings == (kept,)
    new = take_in(monitoring=replace(read, title="Anderswo", area=GOSLAR), phase=Phase.CONCEPT, by=BY)
    assert loosenings(new) == (kept,)


def test_a_folder_read_on_the_command_line_needs_both_too(strict, tmp_path):
    loose = replace(town(tmp_path / "locker", "mindestfallzahl-3"), title="Zweites")
    write_folder(loose, tmp_path / "locker")
    with pytest.raises(CommandError, match="Mindestfallzahl 3 statt 5"):
        call_command("monitoring_einlesen", str(tmp_path / "locker"), stderr=io.StringIO())
    assert not Edition.objects.filter(monitor__title="Zweites").exists()
    why = ["--lockerung-begruendung", "Zur Probe.", "--lockerung-rechtsgrundlage", "§ 1"]
    call_command("monitoring_einlesen", str(tmp_path / "locker"), *why, stdout=io.StringIO(), stderr=io.StringIO())
    new = Edition.objects.get(monitor__title="Zweites")
    assert [each.legal_basis for each in loosenings(new)] == ["§ 1"]


def test_without_an_answer_no_act_loosens(strict):
    """Whatever calls it: a command or a preparation has nobody who could be asked later."""
    with pytest.raises(AskFirstError, match="Mindestfallzahl 3 statt 5"):
        set_rules(strict, "mindestfallzahl-3")
    step = set_rules(strict, "mindestfallzahl-10")
    with pytest.raises(AskFirstError, match="Melderegister"):
        undo(step=step, by=BY)
    assert rules(strict) == "mindestfallzahl-10"
    assert not Step.objects.get(pk=step.pk).undone


def test_a_source_that_is_called_published_is_loosened(strict):
    kept = row(strict)
    published = replace(kept.to_value(), material=Material.PUBLISHED, rule_set="geschuetzt")
    with pytest.raises(AskFirstError, match="nicht mehr geschützt"):
        change_source(kept=kept, source=published, seen=kept.version, by=BY)


def test_the_page_of_a_source_tells_what_was_loosened(strict, browse):
    loosely(strict)
    page = browse(Role.COORDINATION).get(at(strict, "collection:source", KEY)).text
    for word in ("Gelockert", "Zur Probe.", "§ 1", "Mindestfallzahl 3 statt 5"):
        assert word in page
