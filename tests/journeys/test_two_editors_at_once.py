"""Two persons change the same entry at once: the second is told by whom, sees both texts, and chooses."""

import pytest
from playwright.sync_api import expect

from tests.browsing import log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

ENTRY = "Aushang in den Bürgerbüros"
FIRST, SECOND = "Mit den Karten der Ortsteile.", "Auch auf Arabisch und Ukrainisch."


def plan_entry(page):
    page.get_by_role("link", name="Kommunikation", exact=True).click()
    page.get_by_role("link", name="Eintrag planen").click()
    page.get_by_label("Was", exact=True).fill(ENTRY)
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text(f"Gespeichert: {ENTRY}.")).to_be_visible()


def open_entry(page):
    page.get_by_role("link", name="Kommunikation", exact=True).click()
    page.get_by_role("link", name=ENTRY).click()
    expect(page.get_by_role("heading", level=1, name=ENTRY)).to_be_visible()


def write(page, text):
    page.get_by_label("Bemerkung").fill(text)
    page.get_by_role("button", name="Speichern").click()


def test_the_second_editor_is_told_and_shown_both_texts(running, chromium):
    first, second = (
        log_in(chromium.new_context(locale="de-DE"), running, name) for name in ("koordination", "statistik")
    )
    plan_entry(first)
    open_entry(first)
    open_entry(second)
    write(first, FIRST)
    expect(first.get_by_text(f"Gespeichert: {ENTRY}.")).to_be_visible()

    write(second, SECOND)
    expect(second.get_by_role("heading", level=1)).to_have_text("Zwei Fassungen")
    expect(second.locator(".lead")).to_contain_text("Kora Dinter")
    both = second.get_by_role("group", name="Bemerkung")
    expect(both.get_by_label("Ihre Fassung")).to_be_checked()
    expect(both).to_contain_text(SECOND)
    expect(both).to_contain_text(FIRST)
    both.get_by_label("Gespeicherte Fassung").check()
    second.get_by_role("button", name="Auswahl speichern").click()
    expect(second.get_by_text(f"Gespeichert: {ENTRY}.")).to_be_visible()

    open_entry(first)
    expect(first.get_by_label("Bemerkung")).to_have_value(FIRST)
