"""Decision 0011: of additive material only the statistics office sees a raw cell, a label or a count of figures."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mehrklang.plausibility import CHECK_CODES
from mehrklang.sources import CODES
from mehrklang.vocabulary import Issue, Material, Severity
from mehrklang_web.audit.actions import Installation
from mehrklang_web.audit.models import Entry
from mehrklang_web.catalogues.actions import keep_source
from mehrklang_web.deliveries import actions
from mehrklang_web.deliveries.models import Delivery, Trial
from mehrklang_web.deliveries.told_issues import without_cells
from mehrklang_web.deliveries.trying import Told
from mehrklang_web.people.models import Role
from tests.factories import shell
from tests.factories.uploads import csv

REGISTER = replace(
    shell.SOURCE, key="register", name="Melderegister", material=Material.ADDITIVE, rule_set="mindestfall-3"
)
HEAD = "Messgröße;Gebiet;Zeitraum;Einheit;Wert;Herkunft\n"
ROWS = ((2023, 73901, "Tuvalu"), (2023, 73902, "Nauri"), (2024, 73903, "Tuvalu"), (2024, 73904, "Nauri"))
LINES = "".join(f"menschen;99000001;{year};Anzahl;{count};{label}\n" for year, count, label in ROWS)
SECRETS = ("73901", "73902", "73903", "73904", "Tuvalu", "Nauri", "geheim", "73999")
OTHERS = [role for role in Role if role is not Role.STATISTICS]


@pytest.fixture
def register(edition):
    keep_source(edition=edition, source=REGISTER, by=Installation())
    return REGISTER


def on_trial(edition, source, content, name="register.csv"):
    file = SimpleUploadedFile(name, content.encode(), "text/csv")
    return actions.try_file(edition=edition, upload=file, told=Told(source), by=Installation()).trial


@pytest.fixture
def faulty(edition, trials, register):
    """Register rows with a cell that is no number, a year that is none, and a double row that contradicts itself."""
    wrong = LINES + "menschen;99000001;geheim;Anzahl;73901;Nauri\nmenschen;99000001;2024;Anzahl;geheimer Wert;Nauri\n"
    return on_trial(edition, register, HEAD + wrong + "menschen;99000001;2023;Anzahl;73999;Tuvalu\n")


@pytest.fixture
def delivered(edition, trials, register, settings, tmp_path):
    settings.DELIVERIES = tmp_path / "lieferungen"
    trial = on_trial(edition, register, HEAD + LINES)
    return actions.accept(trial=trial, note="Warnungen geprüft", replaces=None, by=Installation())


def pages_of(client, trial=None, delivery=None):
    """Everything that can be had of a file, as text."""
    addresses = [reverse("deliveries:list"), reverse("people:trace")]
    if trial:
        issues = reverse("deliveries:trial_issues", args=[trial.pk])
        addresses += [
            reverse("deliveries:trial", args=[trial.pk]),
            issues,
            f"{issues}?form=csv",
            f"{issues}?art=L-WERT-01",
        ]
        addresses += [reverse("deliveries:mapping", args=[trial.pk])]
    if delivery:
        issues = reverse("deliveries:delivery_issues", args=[delivery.pk])
        addresses += [reverse("deliveries:delivery", args=[delivery.pk]), issues, f"{issues}?form=csv"]
        addresses += [reverse("deliveries:original", args=[delivery.pk])]
    answers = [client.get(address) for address in addresses]
    return "\n".join(
        (b"".join(each.streaming_content) if each.streaming else each.content).decode("utf-8-sig") for each in answers
    )


@pytest.mark.parametrize("role", OTHERS)
def test_no_page_of_an_additive_file_shows_others_what_stands_in_it(browse, faulty, delivered, role):
    text = pages_of(browse(role), faulty, delivered)
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_statistics_office_sees_it(browse, faulty, delivered):
    """So that the test above cannot pass because nothing is shown at all."""
    text = pages_of(browse(Role.STATISTICS), faulty, delivered)
    assert [secret for secret in SECRETS if secret not in text] == []


def test_others_see_place_sentence_and_remedy(browse, faulty):
    page = browse(Role.DEPARTMENT).get(reverse("deliveries:trial", args=[faulty.pk])).content.decode()
    for part in ("register.csv, Zeile 7, Spalte Wert", CODES["L-WERT-01"].title, "Was in den Zellen steht"):
        assert part in page
    assert "Herkunft" in page


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.DEPARTMENT])
def test_counts_of_figures_and_differences_are_not_shown_to_others(browse, edition, delivered, register, role):
    trial = on_trial(edition, register, HEAD + LINES.replace("73904", "73905"), "zweite.csv")
    page = browse(role).get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    assert "<dt>Geändert</dt>" not in page
    assert "<dt>Werte</dt>" not in page
    assert "sieht bei diesem Material nur die Statistikstelle" in page
    assert "<dt>Größe</dt>" not in page, "of a small file the bytes tell digits"
    assert Entry.objects.get(did="Lieferung geprüft", key=trial.sha256).new == "0 Meldungen"
    seen = browse(Role.STATISTICS).get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    assert "<dt>Geändert</dt><dd>1</dd>" in seen
    assert "<dt>Größe</dt>" in seen


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.DEPARTMENT])
def test_the_original_of_additive_material_is_for_the_statistics_office(browse, delivered, role):
    address = reverse("deliveries:original", args=[delivered.pk])
    assert browse(role).get(address).status_code == 403
    answer = browse(Role.STATISTICS).get(address)
    assert b"".join(answer.streaming_content) == (HEAD + LINES).encode()
    answer.close()


def test_nobody_else_opens_a_register_by_calling_it_published(browse, faulty):
    client = browse(Role.COORDINATION)
    client.post(reverse("deliveries:read_anew", args=[faulty.pk]), {"source": "probe"})
    faulty.refresh_from_db()
    assert faulty.source == "register"
    assert client.get(reverse("deliveries:mapping", args=[faulty.pk])).status_code == 403


def test_a_file_of_unknown_source_is_closed_and_its_source_is_said_by_who_brought_it(browse, edition, trials):
    bringer, other = browse(Role.DEPARTMENT), browse(Role.COORDINATION)
    bringer.post(reverse("deliveries:list"), {"file": csv(HEAD + LINES), "source": ""})
    trial = Trial.objects.get()
    assert trial.source == ""
    text = pages_of(other, trial)
    assert [secret for secret in SECRETS if secret in text] == []
    other.post(reverse("deliveries:read_anew", args=[trial.pk]), {"source": "probe"})
    trial.refresh_from_db()
    assert trial.source == ""
    bringer.post(reverse("deliveries:read_anew", args=[trial.pk]), {"source": "probe"})
    trial.refresh_from_db()
    assert trial.source == "probe"


def test_published_material_is_open_to_all_who_try_deliveries(browse, edition, trials):
    trial = on_trial(edition, shell.SOURCE, shell.delivery().replace(";400\n", ";vierhundert\n"))
    page = browse(Role.DEPARTMENT).get(reverse("deliveries:trial", args=[trial.pk])).content.decode()
    assert "vierhundert" in page
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize("code", [*CODES, *CHECK_CODES, "B-ABLAGE-01"])
def test_no_code_tells_what_was_filled_into_its_sentence(code):
    """The sentence is the template's own; whatever a reader or check put into it is gone."""
    issue = Issue(code, Severity.WARNING, "Es steht 73901 da.", "Bitte 73901 prüfen.", "f.csv", "", 7, "Wert", "73901")
    hidden = without_cells(issue)
    assert "73901" not in f"{hidden.message}{hidden.remedy}{hidden.raw}"
    assert "{" not in hidden.message + hidden.remedy
    assert hidden.place == issue.place
    assert hidden.message
