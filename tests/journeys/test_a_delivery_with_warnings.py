"""A delivery that looks odd: checked, compared, accepted with a written reason; all of it without any script."""

import pytest
from playwright.sync_api import expect

from tests.browsing import SURVEY, Watch, log_in, needs_chromium, try_delivery

pytestmark = [pytest.mark.browser, needs_chromium]

REASON = "Laut Umfragestelle ein Übertragungsfehler; die Korrektur folgt."


def test_a_delivery_with_warnings_is_compared_and_accepted_with_a_reason(chromium, running):
    page = log_in(chromium.new_context(locale="de-DE", java_script_enabled=False), running, "statistik")
    watch = Watch(running.address)
    watch.over(page)
    try_delivery(page, running, SURVEY)
    expect(page.locator(".chip", has_text="1 Warnung").first).to_be_visible()
    expect(page.get_by_text("P-WERT-01")).to_be_visible()
    changes = page.get_by_role("table", name="Größte Änderungen")
    expect(changes.get_by_role("row", name="befragte, Reiherfurt, 2014").get_by_text("700")).to_be_visible()

    page.get_by_label("Begründung").fill(REASON)
    page.get_by_role("button", name="Mit Begründung übernehmen").click()
    page.get_by_role("table").get_by_role("link", name="umfrage.csv").first.click()
    expect(page.get_by_text(REASON)).to_be_visible()

    page.get_by_role("link", name="Protokoll").click()
    expect(page.get_by_text("Lieferung mit Begründung übernommen").first).to_be_visible()
    assert watch.faults == []
