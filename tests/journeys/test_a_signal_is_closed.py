"""A signal on its way: the department hands it over, Koordination acknowledges and explains it, closes and finds it."""

import pytest
from playwright.sync_api import expect

from tests.browsing import Watch, log_in, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

KIND = "Zielpfad verlassen"


@pytest.fixture
def watch(running):
    watching = Watch(running.address)
    yield watching
    assert watching.faults == []


def visit(chromium, running, watch, name):
    page = log_in(chromium.new_context(locale="de-DE"), running, name)
    watch.over(page)
    page.get_by_role("link", name="Hinweise", exact=True).click()
    return page


def test_from_new_to_closed(chromium, running, watch):
    other = visit(chromium, running, watch, "fachbereich")
    other.get_by_label("Art").select_option(label=KIND)
    other.get_by_role("button", name="Anwenden").click()
    line = other.get_by_role("row").nth(1)
    name = line.get_by_role("link").inner_text()
    line.get_by_role("link").click()
    other.get_by_role("heading", name="Warum dieser Hinweis?").wait_for()
    expect(other.get_by_role("main")).to_contain_text("der Zielpfad sieht")
    other.locator("svg.chart").first.wait_for()
    address = other.url
    other.get_by_text("An eine Person geben").click()
    other.get_by_role("combobox", name="Zuständig").select_option(label="Kora Dinter (Koordination)")
    other.get_by_role("button", name="Zuweisen").click()
    other.get_by_text("Zuständig ist jetzt: Kora Dinter.").wait_for()
    expect(other.get_by_role("heading", name="Abschließen")).to_have_count(0)

    page = visit(chromium, running, watch, "koordination")
    page.goto(address)
    page.get_by_role("button", name="Als gesehen vermerken").click()
    page.get_by_label("Ursache").select_option(label="tatsächliche Entwicklung")
    page.get_by_label("Erklärung", exact=True).fill("Die Schulstatistik ist geprüft; die Zahlen stimmen.")
    page.get_by_role("button", name="Erklärung festhalten").click()
    page.get_by_label("Entscheidung").fill("Im Bericht erläutern.")
    page.get_by_role("button", name="Abschließen").click()

    page.get_by_label("Stand").select_option(label="abgeschlossen")
    page.get_by_role("button", name="Anwenden").click()
    page.get_by_role("link", name=name).click()
    page.get_by_role("heading", name="Wieder öffnen").wait_for()
    told = page.locator("#geschichte ~ ol").inner_text()
    steps = ["Hinweis entstanden", "Zugewiesen", "Gesehen", "Erklärt: tatsächliche Entwicklung", "Abgeschlossen"]
    assert [step for step in steps if step not in told] == []
