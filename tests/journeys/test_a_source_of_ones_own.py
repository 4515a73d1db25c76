"""From an empty installation: a source of the office's own, an own indicator over it, a delivery, and its value."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, empty_application, log_in_first, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PASSWORD = "lange-genug-zum-testen"
SOURCE = "Einschulungsuntersuchung"
SAMPLE = (
    "Jahr;Migrationshintergrund;Untersuchte;Förderbedarf\n"
    "2023;mit;40;10\n2023;ohne;60;6\n2024;mit;50;12\n2024;ohne;80;9\n"
)
WORDS = {
    "Name": SOURCE,
    "Herausgeber": "Gesundheitsamt",
    "Warum diese Regeln?": "Das Gesundheitsamt hat die Zahlen schon geschützt.",
    "Lizenz oder Nutzungsbedingungen": "nur für das Monitoring",
    "Quellenangabe": "Gesundheitsamt, Einschulungsuntersuchung",
    "Zugang in Worten": "auf Antrag, jährlich im Juli",
}
INDICATOR, CODE = "Kinder mit Förderbedarf", "kinder-mit-foerderbedarf"
DEFINITION = {
    "Name": INDICATOR,
    "Handlungsfeld": "Bildung",
    "Welche Frage beantwortet er?": "Wie viele Kinder brauchen Förderung?",
    "Warum zählt diese Frage?": "Förderung planen wir selbst.",
    "Zähler in Worten": "Kinder mit Förderbedarf",
    "Nenner in Worten": "untersuchte Kinder",
    "Grundgesamtheit": "Kinder, die eingeschult werden",
    "Belege": "Gesundheitsamt",
}


@pytest.fixture
def installed(chromium, tmp_path):
    """An empty installation with an account for each of both offices."""
    with empty_application(tmp_path) as empty:
        administration = log_in_first(chromium.new_context(locale="de-DE"), empty, "administration")
        known = with_offices(administration, empty)
        yield known


@pytest.fixture
def address(installed):
    return installed.address


@pytest.fixture
def coordination(chromium, installed):
    """Has installed the monitoring."""
    opened = log_in_first(chromium.new_context(locale="de-DE"), installed, "koordination")
    begin(opened)
    return opened


@pytest.fixture
def page(chromium, installed, coordination):
    opened, watch = log_in_first(chromium.new_context(locale="de-DE"), installed, "statistik"), Watch(installed.address)
    watch.over(opened)
    yield opened
    assert watch.faults == []


def with_offices(page, empty):
    page.goto(f"{empty.address}/konten/")
    for name, office in (("koordination", "Koordination"), ("statistik", "Statistik")):
        page.locator("#id_username").fill(name)
        page.locator("#id_full_name").fill(f"Person {office}")
        page.locator("#id_role").select_option(label=office)
        page.locator("#id_password").fill(PASSWORD)
        page.get_by_role("button", name="Konto anlegen").click()
        expect(page.get_by_text(f"Das Konto für Person {office} ist angelegt.")).to_be_visible()
    return replace(empty, passwords=empty.passwords | {"koordination": PASSWORD, "statistik": PASSWORD})


def begin(page):
    page.get_by_role("link", name="Anfangen", exact=True).click()
    page.get_by_label("Name oder amtlicher Schlüssel").fill("goslar")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Landkreis Goslar").click()
    page.get_by_role("link", name="Damit beginnen").first.click()
    page.get_by_role("button", name="Anlegen").click()
    expect(page.get_by_role("heading", name="Erste Schritte")).to_be_visible()


def describe(page):
    """The columns come from a sample; everything is confirmed and said by the office."""
    page.get_by_role("navigation").get_by_role("link", name="Quellen", exact=True).click()
    page.get_by_role("link", name="Neue eigene Quelle").click()
    file = {"name": "beispiel.csv", "mimeType": "text/csv", "buffer": SAMPLE.encode()}
    page.get_by_label("Beispieldatei").set_input_files(file)
    page.get_by_role("button", name="Spalten übernehmen").click()
    expect(page.get_by_role("heading", name="Aus der Beispieldatei übernommen")).to_be_visible()
    expect(page.get_by_label("Ausprägungen des Merkmals 1")).to_have_value("mit\nohne")
    for label, text in WORDS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Grundgesamtheit").fill("Kinder, die eingeschult werden, am 30. Juni")
    page.get_by_label("Art des Materials").select_option("veroeffentlicht")
    page.get_by_label("Regeln der Geheimhaltung").select_option("geschuetzt")
    page.get_by_role("button", name="Quelle anlegen").click()
    expect(page.get_by_text(f"Die Quelle „{SOURCE}“ ist angelegt.")).to_be_visible()


def define(page):
    """Before anything is delivered its figures can be chosen."""
    page.get_by_role("navigation").get_by_role("link", name="Katalog", exact=True).click()
    page.get_by_role("link", name="Eigenen Indikator bestimmen").click()
    page.get_by_label("Quelle", exact=True).select_option(label=SOURCE)
    page.get_by_role("button", name="Weiter").first.click()
    for label, text in DEFINITION.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Bezeichnung (1. Gruppe)").fill("mit Migrationshintergrund")
    options = page.get_by_label("Zähler (1. Gruppe)", exact=True)
    expect(options).to_contain_text("Förderbedarf")
    for side, measure in (("Zähler (1. Gruppe)", "Förderbedarf"), ("Nenner (1. Gruppe)", "Untersuchte")):
        box = page.get_by_label(side, exact=True)
        label = box.locator("option").filter(has_text=f"{measure} · ").filter(has_text="mit (").inner_text()
        box.select_option(label=label)
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(f"„{INDICATOR}“ ist gespeichert.")).to_be_visible()


def deliver(page):
    page.get_by_role("navigation").get_by_role("link", name="Lieferungen", exact=True).click()
    file = {"name": "einschulung.csv", "mimeType": "text/csv", "buffer": SAMPLE.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Prüfen").click()
    expect(page.get_by_role("heading", level=1, name="einschulung.csv")).to_be_visible()
    expect(page.get_by_text(SOURCE).first).to_be_visible()
    page.get_by_role("button", name="bernehmen").click()
    expect(page.get_by_text("übernommen").first).to_be_visible()


def choose(page, address):
    """Into the core set, so that it is computed."""
    page.goto(f"{address}/katalog/indikator/{CODE}/")
    page.get_by_role("button", name="Als Kandidat vorschlagen").click()
    expect(page.get_by_text("liegt jetzt in der Auswahl unter den Kandidaten.")).to_be_visible()
    page.goto(f"{address}/auswahl/{CODE}/entscheiden/")
    page.get_by_label("Stand").select_option("kern")
    page.get_by_label("Begründung").fill("Förderung ist unser Thema.")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Kernset").first).to_be_visible()


def test_from_nothing_to_the_value_of_an_own_source(page, coordination, address):
    describe(page)
    define(page)
    deliver(page)
    page.goto(f"{address}/katalog/eigene/{CODE}/")
    page.get_by_role("button", name="Prüfen und Testwert zeigen").click()
    expect(page.get_by_role("listitem").filter(has_text="mit Migrationshintergrund: 24,0")).to_be_visible()
    choose(coordination, address)
    page.goto(address)
    page.get_by_role("button", name="Ergebnisse festhalten").click()
    expect(page.get_by_text("Festgehalten am")).to_be_visible()
    page.goto(f"{address}/indikatoren/{CODE}/")
    expect(page.locator(".key-figure", has_text="Letzter Wert")).to_contain_text("24,0")
