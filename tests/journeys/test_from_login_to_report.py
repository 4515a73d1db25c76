"""The way of a number through the house, as two offices walk it: overview, indicator, origin, signature, report."""

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

INDICATOR = "Diskriminierungserfahrung aufgrund der Herkunft"


@pytest.fixture
def watch(running):
    watching = Watch(running.address)
    yield watching
    assert watching.faults == []


def visit(chromium, running, watch, name):
    page = log_in(chromium.new_context(locale="de-DE", accept_downloads=True), running, name)
    watch.over(page)
    return page


def test_a_number_is_traced_interpreted_signed_by_both_offices_and_reported(chromium, running, watch, tmp_path):
    page = visit(chromium, running, watch, "koordination")
    page.get_by_role("link", name=INDICATOR).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(INDICATOR)

    page.get_by_role("link", name="Woher kommt diese Zahl?").click()
    cell = page.get_by_role("table").last
    expect(page.locator("body")).to_contain_text("buergerbefragung")
    expect(cell.get_by_role("row").nth(1)).to_be_attached()

    page.go_back()
    page.get_by_role("link", name="Neu schreiben").click()
    page.get_by_label("Interpretation", exact=True).fill(
        "Drei von zehn Befragten berichten davon. Das nehmen wir ernst."
    )
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("button", name="Unterschreiben für Koordination").click()
    expect(page.get_by_text("Statistik: Unterschrift fehlt")).to_be_visible()

    other = visit(chromium, running, watch, "statistik")
    other.get_by_role("link", name=INDICATOR).first.click()
    other.get_by_role("button", name="Unterschreiben für Statistik").click()
    expect(other.locator(".chip", has_text="✓interpretiert")).to_be_visible()

    other.get_by_role("link", name="Berichte").click()
    with other.expect_download() as waiting:
        other.get_by_role("link", name="HTML Bericht für die Verwaltung herunterladen").click()
    waiting.value.save_as(tmp_path / "bericht.html")
    assert "Drei von zehn Befragten berichten davon." in (tmp_path / "bericht.html").read_text(encoding="utf-8")
