"""What is typed and not sent is there again after the page was left: also where several forms stand on a page."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

REASON = "Zwei Ziele fehlen noch, siehe Beschluss."
KEPT = re.compile(r"Entwurf gesichert um \d\d:\d\d Uhr")


@pytest.fixture
def page(chromium, running):
    watch = Watch(running.address)
    opened = log_in(chromium.new_context(locale="de-DE"), running, "statistik")
    watch.over(opened)
    yield opened
    opened.close()
    assert watch.faults == []


def test_a_refusal_that_is_half_written_comes_back_and_is_thrown_away(page, running):
    address = f"{running.address}/vereinbarungen/gegenstand/kernset/"
    page.goto(address)
    page.get_by_text("Diese Fassung ablehnen").click()
    page.get_by_label("Grund").fill(REASON)
    expect(page.get_by_text(KEPT)).to_be_visible()
    page.goto(f"{running.address}/ziele/")
    page.goto(address)
    expect(page.get_by_label("Grund")).to_have_value(REASON)
    page.get_by_role("button", name="Entwurf verwerfen").click()
    expect(page.get_by_text("Der Entwurf ist verworfen.")).to_be_visible()
    expect(page.get_by_text("Im Formular steht Ihr Entwurf")).to_have_count(0)
    page.get_by_text("Diese Fassung ablehnen").click()
    expect(page.get_by_label("Grund")).to_have_value("")


def test_each_form_of_a_page_keeps_its_own(page, running):
    """An answer to a remark, and beside it what shall become of the remark."""
    page.goto(f"{running.address}/vereinbarungen/anmerkungen/2/")
    page.get_by_role("textbox", name="Antwort").fill("Wir fragen nach.")
    expect(page.get_by_text(KEPT)).to_be_visible()
    page.get_by_text("Abschließen, ablehnen oder wieder öffnen").click()
    page.get_by_label("Grund oder Ergebnis").fill("Geklärt am Telefon.")
    expect(page.get_by_text(KEPT)).to_have_count(2)
    page.reload()
    expect(page.get_by_label("Grund oder Ergebnis")).to_have_value("Geklärt am Telefon.")
    expect(page.get_by_role("textbox", name="Antwort")).to_have_value("")
    page.get_by_role("link", name="Entwurf übernehmen").click()
    expect(page.get_by_role("textbox", name="Antwort")).to_have_value("Wir fragen nach.")
    expect(page.get_by_label("Grund oder Ergebnis")).to_have_value("Geklärt am Telefon.")
