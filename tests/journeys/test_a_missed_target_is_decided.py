"""A target was missed: the task leads to the form, reason and decision are written down, and the report has them."""

import pytest
from playwright.sync_api import expect

from tests.browsing import log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]
REASON = "Zwei Beratungsstellen waren lange nicht besetzt."


def test_reason_and_decision_of_a_missed_target(running, chromium):
    page = log_in(chromium.new_context(locale="de-DE"), running, "koordination")
    page.goto(f"{running.address}/ziele/")
    page.get_by_role("link", name="Verfehlte Ziele").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Verfehlte Ziele")
    page.get_by_role("link", name="Arbeitslosenquote").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ziel 2024 verfehlt: Arbeitslosenquote")
    page.get_by_label("Warum wurde das Ziel nicht erreicht?").fill(REASON)
    page.get_by_label("Wie geht es weiter?").select_option("weiter mit neuem Zieljahr")
    page.get_by_role("button", name="Festhalten").click()
    expect(page.get_by_text("Bitte nennen Sie das neue Zieljahr.").first).to_be_visible()
    page.get_by_label("Neues Zieljahr").fill("2029")
    page.get_by_role("button", name="Festhalten").click()
    expect(page.get_by_text("Grund und Entscheidung sind festgehalten.")).to_be_visible()
    expect(page.get_by_text("Weiter mit neuem Zieljahr 2029").first).to_be_visible()
    page.goto(f"{running.address}/indikatoren/rf-arbeitslosenquote/")
    expect(page.get_by_text(REASON)).to_be_visible()
