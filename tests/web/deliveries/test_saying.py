"""What is said about a file: its source, its period and unit, what its columns mean; and what is recognised."""

import pytest
from django.urls import reverse

from mehrklang.sources import read
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.proposing import candidates
from mehrklang_web.monitors.values import to_text
from mehrklang_web.people.models import Role
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
    assert trial.remark.replace("„", "&bdquo;")[:20] in trial.remark.replace("„", "&bdquo;")
    assert "1 Spalte verschoben" in client.get(reverse("deliveries:trial", args=[trial.pk])).content.decode()


def test_a_profile_of_last_year_says_so(browse, trials, settings):
    from datetime import timedelta  # noqa: PLC0415 — only here

    from mehrklang_web.audit.acting import acting  # noqa: PLC0415 — time is moved behind the shell's back

    client = browse(Role.STATISTICS)
    mapped(client)
    kept = KeptProfile.objects.get()
    with acting():
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
