"""A source that owes data: asked, promised, late, arrived; what is lacking goes to the Land as a list."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium, try_delivery

pytestmark = [pytest.mark.browser, needs_chromium]

YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011 — the day of the office, as in the browser
CORRECTED = (
    "Messgröße;Gebiet;Gebietsname;Gebietsebene;Obergebiet;Zeitraum;Einheit;Wert;Bemerkung;Selbstauskunft\n"
    "befragte;99101000;Reiherfurt;gemeinde;99;2010;Anzahl;701;;ohne Migrationshintergrund\n"
)


@pytest.fixture
def page(chromium, running):
    opened = log_in(chromium.new_context(locale="de-DE", accept_downloads=True), running, "statistik")
    watch = Watch(running.address)
    watch.over(opened)
    yield opened
    assert watch.faults == []


def state(page):
    return page.locator("section[aria-labelledby=stand] .chip").inner_text()


def note(page, kind, **more):
    page.get_by_label("Was ist geschehen?").select_option(label=kind)
    for label, text in more.items():
        page.get_by_label(label.replace("_", " ")).fill(text)
    page.get_by_role("button", name="Vermerken").click()
    page.get_by_text(f"Vermerkt: {kind}.").wait_for()


def test_from_access_to_the_data_need_list(page, running):
    page.get_by_role("link", name="Quellen", exact=True).click()
    page.get_by_role("link", name="Bürgerbefragung").click()
    page.get_by_role("link", name="Eigene Angaben bearbeiten").click()
    page.get_by_label("Datenhaltende Stelle").fill("Umfragestelle")
    page.get_by_label("Zugang").select_option(label="auf Anfrage")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_text("sind gespeichert").wait_for()
    expect(page.get_by_text("Umfragestelle").first).to_be_visible()

    page.get_by_role("link", name="Kalender").first.click()
    page.get_by_label("Quelle").select_option(label="Bürgerbefragung")
    page.get_by_label("Zeitraum").fill("2010")
    page.get_by_label("Erwartet bis").fill("2099-12-31")
    page.get_by_role("button", name="Vormerken", exact=True).click()
    page.get_by_role("link", name="Bürgerbefragung, 2010").click()
    assert "geplant" in state(page)
    address = page.url
    note(page, "angefragt")
    assert "angefragt" in state(page)
    note(page, "zugesagt", Zugesagt_für_den=YESTERDAY.isoformat())
    assert "überfällig" in state(page)

    page.goto(running.address)
    page.get_by_role("link", name="Bürgerbefragung, 2010").first.wait_for()
    page.goto(f"{running.address}/berichte/datenbedarf/")
    expect(page.get_by_text("erwartet bis").first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Diese Liste als Tabelle (CSV)").click()
    path = download.value.path()
    rows = list(csv.DictReader(Path(path).read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert {"Umfragestelle"} == {row["datenhaltende_stelle"] for row in rows if "überfällig" in row["was_fehlt"]}

    try_delivery(page, running, CORRECTED, "umfrage-2010.csv")
    reason = page.get_by_label("Begründung")
    if reason.count():
        reason.fill("Nachlieferung der Umfragestelle.")
    page.get_by_role("button", name="bernehmen").click()
    page.goto(address)
    assert "eingetroffen" in state(page)
    page.get_by_role("link", name="umfrage-2010.csv").wait_for()
