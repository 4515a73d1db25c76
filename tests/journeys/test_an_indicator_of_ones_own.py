"""Search, compare, an own indicator with its formula and a test value, a new version, and in the end its retirement."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

NAME = "Frei erfundener Kita-Anteil der Reise"
CHILDREN = "kinder-3-bis-unter-6 · beide Eltern in Deutschland geboren (Anzahl)"
"""Above and below the line: the test value is known."""
WORDS = {
    "Name": NAME,
    "Handlungsfeld": "Bildung",
    "Welche Frage beantwortet er?": "Wie viele Kinder haben einen Platz?",
    "Warum zählt diese Frage?": "Plätze planen wir selbst.",
    "Zähler in Worten": "Kinder mit Platz am 1. März",
    "Nenner in Worten": "alle Kinder am 1. März",
    "Grundgesamtheit": "Kinder von 3 bis unter 6 Jahren",
    "Belege": "Kita-Bedarfsplan",
}


def search_and_compare(page):
    page.get_by_role("navigation").get_by_role("link", name="Katalog", exact=True).click()
    page.get_by_label("Suche").fill("Betreuungsquoten Kinder")
    page.get_by_role("button", name="Anwenden").click()
    expect(page.get_by_role("link", name="Betreuungsquote Kinder von 3 bis unter 6 Jahren")).to_be_visible()
    boxes = page.get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Angekreuzte vergleichen").click()
    expect(page.get_by_role("heading", name="Indikatoren vergleichen")).to_be_visible()
    expect(page.get_by_text("2 Indikatoren nebeneinander")).to_be_visible()


def define(page):
    page.get_by_role("link", name="Katalog", exact=True).first.click()
    page.get_by_role("link", name="Eigenen Indikator bestimmen").click()
    page.get_by_label("Quelle", exact=True).select_option(label="Statistik der Kindertagesbetreuung")
    page.get_by_role("button", name="Weiter").first.click()
    for label, text in WORDS.items():
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Bezeichnung (1. Gruppe)").fill("Kinder")
    for side in ("Zähler (1. Gruppe)", "Nenner (1. Gruppe)"):
        page.get_by_label(side, exact=True).select_option(label=CHILDREN)


def test_an_indicator_of_ones_own(chromium, running):
    """Nothing is saved before it is asked for; every version stays named."""
    watch = Watch(running.address)
    page = log_in(chromium.new_context(locale="de-DE"), running, "koordination")
    watch.over(page)
    search_and_compare(page)
    define(page)
    page.get_by_label("Einheit").select_option("anzahl")
    page.get_by_role("button", name="Prüfen und Testwert zeigen").click()
    expect(page.get_by_text("Die Einheit „anzahl“ passt nicht zur Art „anteil“.")).to_be_visible()
    page.get_by_label("Einheit").select_option("prozent")
    page.get_by_role("button", name="Prüfen und Testwert zeigen").click()
    expect(page.get_by_text("100 · Z ÷ N")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=re.compile(r"Kinder: 100\b"))).to_be_visible(timeout=4000)
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(f"„{NAME}“ ist gespeichert.")).to_be_visible()
    expect(page.get_by_text("Fassung 1")).to_be_visible()

    page.get_by_role("link", name="Ändern", exact=True).click()
    page.get_by_label("Grundgesamtheit").fill("Kinder im Ort")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Grundgesamtheit: „Kinder im Ort“ statt „Kinder von 3 bis unter 6 Jahren“")).to_be_visible()
    expect(page.get_by_role("button", name="Als Kandidat vorschlagen")).to_be_visible()

    page.get_by_role("link", name="Stilllegen …").click()
    page.get_by_label("Grund").fill("Nur zur Probe.")
    page.get_by_role("button", name="Stilllegen").click()
    expect(page.get_by_text("Der Indikator wird nicht mehr zur Auswahl angeboten.")).to_be_visible()
    expect(page.get_by_role("button", name="Als Kandidat vorschlagen")).to_have_count(0)
    assert [fault for fault in watch.faults if "status of 422" not in fault] == []
