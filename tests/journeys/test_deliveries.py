"""How data get in, in a real browser: dropped with progress, faults at their cells, mapped, decided, corrected,
withdrawn."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import SURVEY, Watch, log_in, needs_chromium, try_delivery

pytestmark = [pytest.mark.browser, needs_chromium]

DROP = """([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name, {type: "text/csv"}));
  const target = document.querySelector(selector);
  target.dispatchEvent(new DragEvent("dragover", {dataTransfer: data, bubbles: true, cancelable: true}));
  target.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""
WATCH_PROGRESS = """() => {
  window.seen = [];
  new MutationObserver(() => document.querySelectorAll(".upload-row__state").forEach(
    (each) => window.seen.push(each.textContent))).observe(document.body, {subtree: true, childList: true});
}"""
LARGE = "Messgröße;Gebiet;Zeitraum;Einheit;Wert\n" + "x;99101000;2014;Anzahl;1\n" * 40_000
UNKNOWN = "Ort;Jahr;Geschlecht;Bestand\n99101000;2022;weiblich;510\n99101000;2022;männlich;zwölf\n"
MENDED = UNKNOWN.replace("zwölf", "520")
NEXT_YEAR = "Bestand;Ort;Jahr;Geschlecht\n530;99101000;2023;weiblich\n540;99101000;2023;männlich\n"
SOURCE = "Bürgerbefragung"


@pytest.fixture
def watch(running):
    watching = Watch(running.address)
    yield watching
    assert [fault for fault in watching.faults if "status of 422" not in fault] == []


@pytest.fixture
def page(chromium, running, watch):
    opened = log_in(chromium.new_context(locale="de-DE", accept_downloads=True), running, "statistik")
    watch.over(opened)
    return opened


def test_several_files_are_dropped_with_progress_and_each_is_told(page, running):
    page.goto(f"{running.address}/lieferungen/")
    page.evaluate(WATCH_PROGRESS)
    page.evaluate(DROP, ["[data-drop]", [["gross.csv", LARGE], ["falsch.csv", SURVEY.replace("700", "viele")]]])
    page.get_by_role("link", name="Prüfung von falsch.csv ansehen").wait_for()
    seen = page.evaluate("window.seen")
    assert any(re.fullmatch(r"\d+ % hochgeladen|wird geprüft …", each) for each in seen), seen
    expect(page.locator(".upload-row__state", has_text="so nicht verwendbar, 1 Fehler")).to_be_visible()
    expect(page.locator("[data-announce]")).to_contain_text("falsch.csv: so nicht verwendbar")
    for name in ("gross.csv", "falsch.csv"):
        page.goto(f"{running.address}/lieferungen/")
        page.get_by_role("link", name=name, exact=True).click()
        page.get_by_text("Ablehnen", exact=True).click()
        page.get_by_role("button", name="Datei ablehnen").click()


def test_a_file_of_no_known_form_is_mapped_mended_accepted_and_known_next_year(page, running):
    try_delivery(page, running, UNKNOWN, "bestand-2022.csv")
    expect(page.get_by_text("so nicht übernommen").first).to_be_visible()
    map_columns(page)
    cell = page.get_by_role("table", name="Die Zellen um bestand-2022.csv, Zeile 3, Spalte Bestand").locator("mark")
    expect(cell).to_have_text("zwölf")
    page.get_by_text("Ablehnen", exact=True).click()
    page.get_by_role("button", name="Datei ablehnen").click()

    try_delivery(page, running, MENDED, "bestand-2022.csv")
    expect(page.get_by_text("Wie beim letzten Mal gelesen: „bestand“ (Spalten unverändert)")).to_be_visible()
    decide(page, "Anteile stimmen mit dem Vorjahr überein.")

    try_delivery(page, running, NEXT_YEAR, "bestand-2023.csv")
    expect(page.get_by_text("(1 Spalte verschoben)")).to_be_visible()
    decide(page, "geprüft")
    page.get_by_role("link", name="bestand-2023.csv").click()
    expect(page.get_by_text("mit Zuordnung „bestand“")).to_be_visible()


def test_a_correction_supersedes_and_a_delivery_is_withdrawn(page, running):
    try_delivery(page, running, SURVEY.replace(";-5;", ";5;"), "umfrage-neu.csv")
    decide(page, "erste Fassung")
    try_delivery(page, running, SURVEY.replace(";-5;", ";6;"), "umfrage-neu (2).csv")
    offered = page.get_by_label("Ersetzt eine frühere Lieferung")
    proposed = offered.locator("option", has_text="Vorschlag").first
    offered.select_option(value=proposed.get_attribute("value"))
    decide(page, "Übertragungsfehler berichtigt")

    page.get_by_role("link", name="umfrage-neu.csv").click()
    expect(page.get_by_text("Ersetzt durch")).to_be_visible()
    page.get_by_role("region", name="Korrekturen").get_by_role("link", name="umfrage-neu (2).csv").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Original herunterladen").click()
    assert waiting.value.path().read_text(encoding="utf-8") == SURVEY.replace(";-5;", ";6;")
    page.get_by_role("button", name="Prüfsumme nachrechnen").click()
    expect(page.get_by_text("ist unverändert: Die Prüfsumme stimmt.")).to_be_visible()
    page.get_by_text("Lieferung zurückziehen").click()
    page.get_by_label("Grund der Rücknahme").fill("Die Umfragestelle liefert neu.")
    page.get_by_role("button", name="Zurückziehen").click()
    expect(page.locator(".chip", has_text="zurückgezogen").first).to_be_visible()
    page.get_by_role("link", name="Übersicht").click()
    expect(page.get_by_text("Seitdem sind Lieferungen")).to_be_visible()


def map_columns(page):
    """Says what the draft leaves open, waits for the outcome that the script fetches, and keeps the mapping."""
    page.get_by_role("link", name="Spalten zuordnen").click()
    page.locator("#id_unit").fill("Anzahl")
    page.get_by_label("Bedeutung von „Bestand“").select_option(label="Wert")
    page.locator("[data-summary]", has_text="1 Wert verstanden").wait_for()
    page.get_by_role("button", name="Zuordnung speichern").click()
    page.get_by_text("Sie erkennt auch die Datei des nächsten Jahres.").wait_for()


def decide(page, reason):
    """Accepts, with the reason where one is asked for."""
    page.locator("#id_note").fill(reason)
    page.get_by_role("button", name=re.compile("^(Mit Begründung übernehmen|Übernehmen)$")).click()
    page.get_by_text("ist übernommen").wait_for()
