"""A goal tree comes from a spreadsheet, is undone and taken over again; two persons edit one of its goals."""

import pytest
from playwright.sync_api import expect

from mehrklang.report.workbook import workbook_bytes
from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

ROWS = (
    ("Handlungsfeld", "Strategisches Ziel", "Operatives Ziel", "Maßnahme", "Zuständig", "Beginn", "Status"),
    ("Gesundheit", "Alle finden ärztliche Hilfe.", "Beratung in vielen Sprachen", "Sprachmittlung", "Amt", "2026",
     "läuft"),
    ("", "", "", "Gesundheitslotsen", "Gesundheitsamt", "01.05.2026", "geplant"),
)  # fmt: skip
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload(page):
    page.get_by_role("link", name="Aus Excel übernehmen").click()
    file = {"name": "zielbaum.xlsx", "mimeType": XLSX, "buffer": workbook_bytes("Ziele", ROWS)}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Prüfen").click()
    page.get_by_text("5 neu").wait_for()
    page.get_by_role("button", name="Übernehmen").click()
    page.get_by_text("Übernommen: 1 Handlungsfeld, 2 Ziele, 2 Maßnahmen.").wait_for()


def test_take_over_an_excel_goal_tree(chromium, running):
    watch = Watch(running.address)
    page = log_in(chromium.new_context(locale="de-DE"), running, "koordination")
    watch.over(page)
    page.get_by_role("link", name="Ziele", exact=True).click()
    upload(page)
    page.get_by_role("button", name="Rückgängig machen").click()
    page.get_by_text("Rückgängig gemacht: Zielbaum übernommen").wait_for()
    expect(page.get_by_text("Alle finden ärztliche Hilfe.")).to_have_count(0)
    upload(page)
    page.get_by_label("Suche").fill("viele")
    page.get_by_role("button", name="Anwenden").click()
    goal = page.locator("li", has_text="Beratung in vielen Sprachen").last
    goal.get_by_role("link", name="2 Maßnahmen").wait_for()
    address = running.address + goal.get_by_role("link", name="Bearbeiten").get_attribute("href")

    other = page.context.new_page()
    other.goto(address)
    page.goto(address)
    for each, title in ((other, "Beratung auf Arabisch"), (page, "Beratung auf Türkisch")):
        each.get_by_label("Ziel", exact=True).fill(title)
        each.get_by_role("button", name="Speichern").click()
    page.get_by_role("heading", name="Zwei Fassungen").wait_for()
    page.get_by_role("radio", name="Gespeicherte Fassung").check()
    page.get_by_role("button", name="Auswahl speichern").click()
    page.get_by_text("Das Ziel „Beratung auf Arabisch“ ist gespeichert.").wait_for()
    assert [fault for fault in watch.faults if "status of 409" not in fault] == []
