"""What is said about a file: its source, its period and unit, what its columns mean; and what is recognised."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from mehrklang.package import DataReference, checksum
from mehrklang.pipeline import evaluate
from mehrklang.sources import Profile, ValueColumn, read
from mehrklang.vocabulary import Period, Severity, Unit
from mehrklang_web.audit.acting import acting
from mehrklang_web.audit.actions import Installation
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.proposing import candidates
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Role
from mehrklang_web.profiles.actions import keep_profile
from mehrklang_web.profiles.models import KeptProfile
from mehrklang_web.results.assembly import monitoring_of
from tests.factories import shell
from tests.factories.uploads import MOVED, SAID, UNKNOWN, csv, tried

WITHOUT_YEAR = "Kennziffer\tRaumeinheit\tAggregat\tFläche\n03153\tGoslar\tKreis\t5\n"
MORE = shell.delivery().replace(";60\n", ";61\n")


def mapped(client, content=UNKNOWN, **said):
    """The trial of a file after somebody has said what its columns mean."""
    trial = tried(client, content, name="bestand-2023.csv")
    address = reverse("deliveries:mapping", args=[trial.pk])
    answer = client.post(address, {**SAID, "was": "speichern", "kopf": "1", "blatt": "", **said})
    assert answer.status_code == 302, answer.content.decode()
    trial.refresh_from_db()
    return trial


def test_the_source_is_recognised_by_the_measures(browse, trials):
    assert tried(browse(Role.STATISTICS), MORE, source="").source == "probe"


def test_without_a_known_source_the_file_waits_and_is_not_accepted(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, MORE.replace("mit-arbeit;", "a;").replace("alle;", "b;"), source="")
    assert (trial.source, trial.usable) == ("", False)
    assert (
        "Bitte nennen Sie noch die Quelle" in client.get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    )
    assert client.post(reverse("deliveries:accept", args=[trial.pk])).status_code == 422
    client.post(reverse("deliveries:read_anew", args=[trial.pk]), {"source": "probe"})
    trial.refresh_from_db()
    assert trial.usable


def test_period_and_unit_of_the_whole_file_are_asked_for_and_kept(browse, trials, edition):
    """As the pipeline needs them: the accepted delivery is read again with the same words."""
    client = browse(Role.STATISTICS)
    trial = tried(client, WITHOUT_YEAR, name="inkar.csv")
    assert not trial.usable
    said = {"source": "probe", "period": "31.12.2017", "unit": "Anzahl"}
    client.post(reverse("deliveries:read_anew", args=[trial.pk]), said)
    trial.refresh_from_db()
    assert (trial.period.key, trial.unit.value, trial.usable) == ("2017-12-31", "anzahl", True)
    client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "geprüft"})
    reference = next(each for each in monitoring_of(edition).data if each.path.name == "inkar.csv")
    assert (reference.period, reference.unit) == (trial.period, trial.unit)


@pytest.mark.parametrize(("field", "text"), [("period", "irgendwann"), ("unit", "Äpfel")])
def test_what_is_no_period_or_unit_is_told_at_its_field(browse, trials, field, text):
    client = browse(Role.STATISTICS)
    answer = client.post(reverse("deliveries:list"), {"file": csv(MORE), "source": "probe", field: text})
    assert answer.status_code == 422
    assert f"„{text}“ ist keine" in answer.content.decode()
    assert not Trial.objects.exists()


def test_a_file_of_no_known_form_is_read_once_its_columns_are_said(browse, trials):
    trial = mapped(browse(Role.STATISTICS))
    assert (trial.rows, trial.usable, trial.kind_label) == (3, True, "mit Zuordnung „Bestand“")
    assert KeptProfile.objects.get().heads == ("Kreis", "Jahr", "Geschlecht", "Bestand")


def test_next_years_file_is_recognised_although_a_column_moved(browse, trials):
    client = browse(Role.STATISTICS)
    mapped(client)
    trial = tried(client, MOVED, name="bestand-2024.csv")
    assert trial.remark == "Wie beim letzten Mal gelesen: „Bestand“ (1 Spalte verschoben)"
    assert (trial.rows, trial.usable) == (2, True)
    assert "1 Spalte verschoben" in client.get(reverse("deliveries:trial", args=[trial.pk])).content.decode()


def test_a_profile_of_last_year_says_so(browse, trials):
    client = browse(Role.STATISTICS)
    mapped(client)
    kept = KeptProfile.objects.get()
    with acting():  # time is moved behind the shell's back
        KeptProfile.objects.filter(pk=kept.pk).update(at=kept.at - timedelta(days=366))
    assert tried(client, MOVED, name="b.csv").remark.startswith("Wie im letzten Jahr gelesen: „Bestand“")


def test_a_slightly_other_label_is_recognised_and_told(browse, trials):
    client = browse(Role.STATISTICS)
    mapped(client)
    trial = tried(client, MOVED.replace("Geschlecht", "Geschlechter"), name="bestand-2024.csv")
    assert trial.remark.endswith("(1 Spalte verschoben, 1 Spalte anders geschrieben)")
    assert "L-PROFIL-02" in [issue.code for issue in trial.issues]


def test_a_known_form_is_not_taken_over_by_a_profile(browse, trials):
    client = browse(Role.STATISTICS)
    mapped(client)
    assert tried(client, MORE).kind == "tidy"


def test_an_accepted_mapped_delivery_takes_its_profile_along(browse, trials, edition):
    """The monitoring reads it as the trial did, even if the profile is forgotten."""
    client = browse(Role.STATISTICS)
    trial = mapped(client)
    client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "geprüft"})
    client.post(reverse("profiles:forget", args=[KeptProfile.objects.get().pk]))
    delivery = Delivery.objects.get(name="bestand-2023.csv")
    reference = next(each for each in monitoring_of(edition).data if each.path.name == delivery.name)
    reading = read(delivery.path, kind=reference.kind, profile=reference.profile)
    assert len(reading.observations) == 3
    assert to_text(reference.profile) == to_text(delivery.profile)


def test_the_page_shows_the_first_rows_and_what_comes_of_a_mapping(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, UNKNOWN)
    address = reverse("deliveries:mapping", args=[trial.pk])
    page = client.get(address).content.decode()
    for cell in ("Kreis", "weiblich", "530"):
        assert cell in page
    part = client.post(address, {**SAID, "kopf": "1", "blatt": ""}, headers={"X-Teil": "ergebnis"}).content.decode()
    assert "3 Werte verstanden" in part
    assert "<html" not in part
    assert not KeptProfile.objects.exists()


def test_what_is_missing_or_said_twice_is_told_and_nothing_is_kept(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, UNKNOWN)
    said = {**SAID, "unit": "", "role_2": "zeitraum", "was": "speichern", "kopf": "1", "blatt": ""}
    answer = client.post(reverse("deliveries:mapping", args=[trial.pk]), said)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Noch fehlt: die Einheit" in text
    assert "„Zeitraum“ ist mehreren Spalten gegeben" in text
    assert not KeptProfile.objects.exists()


def test_a_name_is_given_once(browse, trials):
    client = browse(Role.STATISTICS)
    mapped(client)
    trial = tried(client, UNKNOWN.replace("Bestand", "Zahl").replace("Kreis", "Ort"), name="andere.csv")
    said = {**SAID, "was": "speichern", "kopf": "1", "blatt": ""}
    answer = client.post(reverse("deliveries:mapping", args=[trial.pk]), said)
    assert answer.status_code == 422
    assert "Eine Zuordnung dieses Namens gibt es schon" in answer.content.decode()


def test_labels_written_almost_alike_are_proposed_and_merged_only_if_asked(browse, trials):
    client = browse(Role.STATISTICS)
    content = (
        UNKNOWN.replace("2023;weiblich", "2023;Wieblich")
        .replace("weiblich", "weiblicher Teil")
        .replace("Wieblich", "weiblicher Tiel")
    )
    trial = tried(client, content)
    address = reverse("deliveries:mapping", args=[trial.pk])
    said = {**SAID, "kopf": "1", "blatt": ""}
    part = client.post(address, said, headers={"X-Teil": "ergebnis"}).content.decode()
    assert "„weiblicher Tiel“ als „weiblicher Teil“ lesen" in part
    client.post(address, {**said, "was": "speichern", "gleich": "weiblicher Tiel → weiblicher Teil"})
    trial.refresh_from_db()
    assert trial.profile.same == (("weiblicher Tiel", "weiblicher Teil"),)
    assert "weiblicher Tiel" not in trial.understood_text


def test_a_wide_table_with_years_in_its_heads_is_mapped_for_all_years(browse, trials):
    client = browse(Role.STATISTICS)
    trial = tried(client, "Kreis;2022;2023\n99000001;510;530\n")
    said = SAID | {"role_1": "wert-zeit", "role_2": "wert-zeit"}
    said = {key: value for key, value in said.items() if key != "role_3"}
    client.post(reverse("deliveries:mapping", args=[trial.pk]), {**said, "was": "speichern", "kopf": "1", "blatt": ""})
    trial.refresh_from_db()
    assert trial.rows == 2
    later = tried(client, "Kreis;2022;2023;2024\n99000001;510;530;540\n", name="spaeter.csv")
    assert later.rows == 3


def test_the_delivery_with_the_most_similar_name_is_proposed_as_the_corrected_one(edition):
    def named(name):
        return Delivery(name=name, edition=edition)

    offered = candidates([named("schule.csv"), named("Bestand_2023.csv")], "bestand 2023 korrigiert.csv")
    assert [(each.delivery.name, each.likely) for each in offered] == [
        ("Bestand_2023.csv", False),
        ("schule.csv", False),
    ]
    offered = candidates([named("schule.csv"), named("Bestand_2023.csv")], "Bestand-2023 (2).csv")
    assert (offered[0].delivery.name, offered[0].likely) == ("Bestand_2023.csv", True)


def test_a_file_that_is_taken_for_another_form_is_read_by_the_profile_made_for_it_next_time_too(browse, trials):
    """Also where the program knows a form that fits: the office has said that it is not the right one."""
    client = browse(Role.STATISTICS)
    trial = tried(client, MORE, name="eigene.csv")
    assert trial.kind == "tidy"
    heads = shell.HEAD.strip().split(";")
    roles = {"Gebiet": "gebiet", "Zeitraum": "zeitraum", "Einheit": "einheit", "Wert": "wert", "Messgröße": "merkmal"}
    said = {f"role_{at}": roles.get(head, "keine") for at, head in enumerate(heads)}
    said |= {"name": "Eigene", "measure": "eigene", "kopf": "1", "blatt": "", "was": "speichern"}
    assert client.post(reverse("deliveries:mapping", args=[trial.pk]), said).status_code == 302
    assert KeptProfile.objects.get().instead_of == "tidy"
    again = tried(client, MORE.replace(";61\n", ";62\n"), name="eigene-neu.csv")
    assert (again.kind_label, again.remark) == (
        "mit Zuordnung „Eigene“",
        "Wie beim letzten Mal gelesen: „Eigene“ (Spalten unverändert)",
    )
    assert {content.measure for content in again.understood.contents} == {"eigene"}


def test_of_several_profiles_that_fit_none_is_chosen_by_itself(browse, trials):
    client = browse(Role.STATISTICS)
    kept = mapped(client).profile
    keep_profile(profile=replace(kept, name="Zweite", measure="zweite"), by=Installation())
    trial = tried(client, MOVED, name="b.csv")
    assert (trial.remark, trial.profile) == ("", None)
    second = KeptProfile.objects.get(name="Zweite")
    client.post(reverse("deliveries:read_anew", args=[trial.pk]), {"source": "probe", "profile": second.pk})
    trial.refresh_from_db()
    assert {content.measure for content in trial.understood.contents} == {"zweite"}


def test_a_delivery_that_comes_with_a_folder_keeps_period_unit_and_profile(edition, settings, tmp_path):
    settings.DELIVERIES = tmp_path / "lieferungen"
    (tmp_path / "a.csv").write_text(UNKNOWN, encoding="utf-8")
    profile = Profile("B", (ValueColumn("Bestand"),), "bestand", period="2024", unit="Anzahl", area_column="Kreis")
    reference = DataReference(
        Path("a.csv"), "profile", "probe", checksum(tmp_path / "a.csv"), Period.parse("2024"), Unit.COUNT, profile
    )
    delivery = actions.take_in(edition=edition, folder=tmp_path, reference=reference, size=1, by=Installation())
    value = Delivery.objects.get(pk=delivery.pk).to_value()
    assert replace(value, path=reference.path) == reference


def test_a_profile_with_a_fixed_period_asks_for_that_of_the_new_file(browse, trials):
    """Otherwise next year's figures would stand under last year."""
    client = browse(Role.STATISTICS)
    content = "Kreis;Geschlecht;Bestand\n99000001;weiblich;510\n99000001;männlich;520\n"
    roles = {"role_1": "merkmal", "role_2": "wert", "period": "2023"}
    trial = tried(client, content, name="bestand.csv")
    said = {key: text for key, text in SAID.items() if key != "role_3"} | roles | {"kopf": "1", "was": "speichern"}
    assert client.post(reverse("deliveries:mapping", args=[trial.pk]), said).status_code == 302
    later = content.replace("510", "530")
    asked = tried(client, later, name="bestand-neu.csv")
    assert not asked.usable
    assert "gilt aber für den Zeitraum 2023" in asked.remark
    given = tried(client, later, name="bestand-neu.csv", period="2024")
    assert given.usable
    assert given.understood.periods == "2024"
    kept = KeptProfile.objects.get().pk
    client.post(
        reverse("deliveries:read_anew", args=[asked.pk]), {"source": "probe", "profile": kept, "period": "2025"}
    )
    asked.refresh_from_db()
    assert (asked.usable, asked.understood.periods) == (True, "2025")


def test_the_pipeline_reads_a_mapped_delivery_by_its_profile(browse, trials, edition, settings, tmp_path):
    """Nothing of it is refused when results are computed."""
    settings.STORE = tmp_path / "speicher"
    client = browse(Role.STATISTICS)
    trial = mapped(client)
    client.post(reverse("deliveries:accept", args=[trial.pk]), {"note": "geprüft"})
    evaluation = evaluate(monitoring_of(edition), store=settings.STORE)
    told = [issue for issue in evaluation.issues if issue.file == trial.name and issue.severity is Severity.ERROR]
    assert told == []
    assert len(list(settings.STORE.rglob("*.parquet"))) == 2
